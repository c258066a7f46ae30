/** What the law says where the reader lives, and how far that can still be trusted. */
import type { LegalRow } from './card-data.ts';
import { daysSince } from './dates.ts';
import { lineageOf } from './lineage.ts';
import type { Dataset, Entry, LegalStatus } from './schema.ts';

/** Rules on these move fast, so a verdict is withheld sooner. */
const fastMoving = new Set(['7-hydroxymitragynine', 'mitragynine', 'mitragynine-pseudoindoxyl']);
const MAY_HAVE_CHANGED_AFTER_DAYS = 90;
const HIDDEN_AFTER_DAYS = 180;
const HIDDEN_AFTER_DAYS_FAST = 45;
/** Whether a licensed medicine needs a prescription changes over many years, not months. */
const HIDDEN_AFTER_DAYS_SLOW = 5 * 365;

export const countryOf = (region: string): string => region.slice(0, 2);

/** "Ohio, US", "United Kingdom"; a locality stands before its region. */
export function placeName(region: string, regionNames: Readonly<Record<string, string>>, locality?: string): string {
  const country = countryOf(region);
  const named = regionNames[region];
  const countryName = regionNames[country] ?? displayName(country);
  const place = region === country ? countryName : `${named ?? region}, ${country}`;
  return locality ? `${locality}, ${place}` : place;
}

function displayName(country: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'region' }).of(country) ?? country;
  } catch {
    return country;
  }
}

function hiddenAfterDays({ substance, status }: LegalStatus): number {
  if (fastMoving.has(substance)) return HIDDEN_AFTER_DAYS_FAST;
  // Kratom is a licensed medicine nowhere: such a rule on it can go as any other.
  return status === 'prescription-only' && substance !== 'kratom' ? HIDDEN_AFTER_DAYS_SLOW : HIDDEN_AFTER_DAYS;
}

/** How far a rule's date lies back on a day. */
export function ageOf(rule: LegalStatus, today: Date): LegalRow['age'] {
  const days = daysSince(rule.asOf, today);
  if (days > hiddenAfterDays(rule)) return 'hidden';
  return days > MAY_HAVE_CHANGED_AFTER_DAYS ? 'may-have-changed' : 'fresh';
}

export function legalFor(
  store: Dataset,
  entry: Entry,
  request: { region: string; today: Date },
  regionNames: Readonly<Record<string, string>>,
): LegalRow[] {
  const places = [...new Set([request.region, countryOf(request.region)])];
  for (const subject of lineageOf(store, entry.id)) {
    const rules = store.legal.filter((rule) => rule.substance === subject.id && places.includes(rule.applicableLocation));
    if (rules.length === 0) continue;
    return rules
      .sort((a, b) => places.indexOf(a.applicableLocation) - places.indexOf(b.applicableLocation))
      .map((rule) => legalRowOf(rule, entry, subject, request.today, regionNames));
  }
  return [];
}

export function legalRowOf(
  rule: LegalStatus,
  entry: Entry,
  subject: Entry,
  today: Date,
  regionNames: Readonly<Record<string, string>>,
): LegalRow {
  const place = placeName(rule.applicableLocation, regionNames, rule.locality);
  return { ...rule, place, ...(subject === entry ? {} : { via: subject.name }), age: ageOf(rule, today) };
}
