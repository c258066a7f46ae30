/** Run time: puts together what a card shows from the store. Pure: the store, the reader's region and the day come in. */
import type { CardData, InteractionAlert, LegalRow, NumberedSource } from './card-data.ts';
import type {
  Citation,
  Dataset,
  Entry,
  HelpLine,
  Interaction,
  LegalStatus,
  SafetyStringId,
  Seen,
  Seriousness,
} from './schema.ts';

export interface CardRequest {
  /** ISO 3166-2 or 3166-1 code of where the reader lives. */
  region: string;
  /** Ids of the other entries named on the page. */
  onPage: readonly string[];
  today: Date;
}

const DAY_MS = 86_400_000;
/** Rules on these move fast, so a verdict is withheld sooner. */
const fastMoving = new Set(['7-hydroxymitragynine', 'mitragynine', 'mitragynine-pseudoindoxyl']);
const MAY_HAVE_CHANGED_AFTER_DAYS = 90;
const HIDDEN_AFTER_DAYS = 180;
const HIDDEN_AFTER_DAYS_FAST = 45;
/** Whether a licensed medicine needs a prescription changes over many years, not months. */
const HIDDEN_AFTER_DAYS_SLOW = 5 * 365;
/** Facts and reviews are old after a year. */
export const OLD_AFTER_DAYS = 365;

const seriousnessOrder: readonly Seriousness[] = ['serious', 'moderate', 'unknown', 'minor'];
const seenOrder: readonly Seen[] = ['fulltext', 'abstract', 'snippet', 'memory'];

/** The last moment of a date that may lack its day or month, so that age is never overstated. */
export function endOf(date: string): Date {
  const [year = 0, month = 12, day] = date.split('-').map(Number);
  return day === undefined ? new Date(Date.UTC(year, month, 0)) : new Date(Date.UTC(year, month - 1, day));
}

/** Days from the end of a date to a day; below 0 where it is still to come. */
export const daysSince = (date: string, today: Date): number => (today.getTime() - endOf(date).getTime()) / DAY_MS;

const entryById = (store: Dataset, id: string): Entry | undefined => store.entries.find((entry) => entry.id === id);

/** The entry, then the groups it belongs to, nearest first, each once. */
export function lineageOf(store: Dataset, id: string): Entry[] {
  const line: Entry[] = [];
  const queue = [id];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const entry = entryById(store, next);
    if (!entry || line.includes(entry)) continue;
    line.push(entry);
    queue.push(...(entry.drugClass ?? []));
  }
  return line;
}

/** Ids whose interactions hold for an entry: its own, its groups', and those of the plant it comes from; for an interactant, its own. */
function interactantsOf(store: Dataset, id: string): string[] {
  const line = lineageOf(store, id);
  if (line.length === 0) return [id];
  const plants = line.flatMap((entry) => (entry.constituentOf ? [entry.constituentOf] : []));
  return [...line.map((entry) => entry.id), ...plants];
}

/** The most specific rule for a pair of entries, or an entry and an interactant; a drug's own rule stands before its group's. */
export function interactionBetween(store: Dataset, a: string, b: string): Interaction | undefined {
  // A medicine and its own group are not two things to mix.
  if (isWithin(store, a, b) || isWithin(store, b, a)) return undefined;
  for (const left of interactantsOf(store, a))
    for (const right of interactantsOf(store, b)) {
      const rule = store.interactions.find(
        ({ interactants: [one, other] }) => (one === left && other === right) || (one === right && other === left),
      );
      if (rule) return rule;
    }
  return undefined;
}

const isWithin = (store: Dataset, id: string, group: string): boolean => lineageOf(store, id).some((entry) => entry.id === group);

/** Alerts for the page's other entries, most serious first. A group is left out where one of its members is named too. */
function alertsFor(
  store: Dataset,
  entry: Entry,
  onPage: readonly string[],
  fill: (id: SafetyStringId) => string,
): InteractionAlert[] {
  const others = onPage.flatMap((id) => {
    const other = entryById(store, id);
    const rule = other && interactionBetween(store, entry.id, id);
    return rule ? [{ other, rule }] : [];
  });
  return others
    .filter(({ other }) => !others.some((member) => member.other !== other && isWithin(store, member.other.id, other.id)))
    .map(({ other, rule }) => ({
      id: rule.id,
      withEntry: { id: other.id, name: other.name },
      seriousness: rule.seriousness,
      certainty: rule.certainty,
      gradedBy: rule.gradedBy,
      consequences: rule.consequences,
      mechanism: rule.mechanism,
      frequency: rule.frequency,
      action: fill(rule.recommendedAction),
      sources: rule.sources,
    }))
    .sort((one, two) => seriousnessOrder.indexOf(one.seriousness) - seriousnessOrder.indexOf(two.seriousness));
}

const countryOf = (region: string): string => region.slice(0, 2);

/** "Ohio, US", "United Kingdom"; a locality stands before its region. */
function placeName(region: string, regionNames: Readonly<Record<string, string>>, locality?: string): string {
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
  return status === 'prescription-only' ? HIDDEN_AFTER_DAYS_SLOW : HIDDEN_AFTER_DAYS;
}

/** How far a rule's date lies back on a day. */
export function ageOf(rule: LegalStatus, today: Date): LegalRow['age'] {
  const days = daysSince(rule.asOf, today);
  if (days > hiddenAfterDays(rule)) return 'hidden';
  return days > MAY_HAVE_CHANGED_AFTER_DAYS ? 'may-have-changed' : 'fresh';
}

function legalFor(store: Dataset, entry: Entry, request: CardRequest, regionNames: Readonly<Record<string, string>>): LegalRow[] {
  const places = [...new Set([request.region, countryOf(request.region)])];
  for (const subject of lineageOf(store, entry.id)) {
    const rules = store.legal.filter((rule) => rule.substance === subject.id && places.includes(rule.applicableLocation));
    if (rules.length === 0) continue;
    return rules
      .sort((a, b) => places.indexOf(a.applicableLocation) - places.indexOf(b.applicableLocation))
      .map((rule) => ({
        ...rule,
        place: placeName(rule.applicableLocation, regionNames, rule.locality),
        ...(subject === entry ? {} : { via: subject.name }),
        age: ageOf(rule, request.today),
      }));
  }
  return [];
}

const lineText = (line: HelpLine): string => {
  const number = line.phone || line.text || '';
  return line.type === 'crisis' ? `${line.service} (${line.phone ? 'call' : 'text'} ${number})` : number;
};

/** Fills {crisis}, {poison} and {emergency} with the numbers of the reader's country, or with words where there is none. */
export function fillSafetyString(store: Dataset, id: SafetyStringId, country: string): string {
  const line = (type: HelpLine['type'], otherwise: string) => {
    const found = store.helpLines.find(
      (candidate) => candidate.country === country && candidate.type === type && candidate.phone !== '',
    );
    return found ? lineText(found) : otherwise;
  };
  return store.safetyStrings[id]
    .replaceAll('{crisis}', line('crisis', 'a crisis line or your local emergency number'))
    .replaceAll('{poison}', line('poison', 'a poison centre'))
    .replaceAll('{emergency}', line('emergency', 'your local emergency number'));
}

/** Numbers sources by first use, walking the card in the order it is read. */
function numberSources(store: Dataset, parts: readonly unknown[]): NumberedSource[] {
  const seen = new Map<string, Seen>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) {
        if (key !== 'sources') visit(item);
        else
          for (const citation of item as Citation[]) {
            const known = seen.get(citation.id);
            if (!known || seenOrder.indexOf(citation.seen) < seenOrder.indexOf(known)) seen.set(citation.id, citation.seen);
          }
      }
  };
  parts.forEach(visit);
  return [...seen].flatMap(([id, how], index) => {
    const source = store.sources.find((candidate) => candidate.id === id);
    return source ? [{ number: index + 1, seen: how, source }] : [];
  });
}

/** The order in which a card's parts are read; sources are numbered along it. */
const readingOrder = ({ card, ...data }: Omit<CardData, 'sources'>): unknown[] =>
  card
    ? [
        card.bottomLine,
        card.peek,
        card.benefits,
        card.harms,
        card.unknown,
        data.alerts,
        card.cautions,
        card.urgentSigns,
        card.stopping,
        card.groups,
        card.otherOptions,
        data.legal,
        data.whatItIs,
      ]
    : [data.whatItIs, data.classes, data.alerts, data.approval, data.legal];

/** Whether a review is due on a day, or long due. */
export function freshnessOf(nextReview: string, today: Date): CardData['freshness'] {
  const days = daysSince(nextReview, today);
  if (days > OLD_AFTER_DAYS) return 'old';
  return days > 0 ? 'due' : 'fresh';
}

/** Brands sold in the reader's country, at most four. */
const brandsIn = (entry: Entry, country: string): string[] =>
  entry.names
    .filter((name) => name.form === 'brand' && name.status !== 'discontinued' && name.countries?.includes(country))
    .slice(0, 4)
    .map((name) => name.text);

/**
 * Everything a card needs for an entry, or null where there is no such entry.
 * @param regionNames names of the subdivisions a region code can stand for
 */
export function cardFor(
  store: Dataset,
  id: string,
  request: CardRequest,
  regionNames: Readonly<Record<string, string>> = {},
): CardData | null {
  const [entry, ...groups] = lineageOf(store, id);
  if (!entry) return null;
  const country = countryOf(request.region);
  const fill = (string: SafetyStringId) => fillSafetyString(store, string, country);
  const isAntidepressant = [entry, ...groups].some((member) => member.id === 'antidepressants');
  const safetyIds: SafetyStringId[] =
    entry.card?.safetyStrings ?? (isAntidepressant ? ['noSuddenStop', 'askBeforeMixing', 'crisisLine'] : ['askBeforeMixing']);
  const data: Omit<CardData, 'sources'> = {
    id: entry.id,
    name: entry.name,
    kind: entry.kind,
    type: entry.type,
    brands: brandsIn(entry, country),
    whatItIs: entry.whatItIs,
    classes: groups.map(({ id: group, name, whatItIs }) => ({ id: group, name, whatItIs })),
    ...(entry.approval ? { approval: entry.approval } : {}),
    ...(entry.card ? { card: entry.card } : {}),
    alerts: alertsFor(store, entry, request.onPage, fill),
    legal: legalFor(store, entry, request, regionNames),
    place: placeName(request.region, regionNames),
    safety: safetyIds.map((string) => ({ id: string, text: fill(string) })),
    freshness: freshnessOf(entry.nextReview, request.today),
    lastReviewed: entry.lastReviewed,
    nextReview: entry.nextReview,
    clinicalReview: entry.clinicalReview,
  };
  return { ...data, sources: numberSources(store, readingOrder(data)) };
}
