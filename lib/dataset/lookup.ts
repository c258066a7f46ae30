/** Run time: puts together what a card shows from the store. Pure: the store, the reader's region and the day come in. */
import type { CardData, ClaimNote, InteractionAlert, NumberedSource } from './card-data.ts';
import { daysSince } from './dates.ts';
import { countryOf, legalFor, placeName } from './legal.ts';
import { entryById, isWithin, lineageOf } from './lineage.ts';
import type { Citation, Claim, Dataset, Entry, HelpLine, Interaction, SafetyStringId, Seen, Seriousness } from './schema.ts';

export interface CardRequest {
  /** ISO 3166-2 or 3166-1 code of where the reader lives. */
  region: string;
  /** Ids of the other entries named on the page. */
  onPage: readonly string[];
  today: Date;
  /** What was found in the text around the mention: ids of claims with the sentence each stands in, and whether it speaks of suicide. */
  near?: { claims: readonly { claim: string; exact: string }[]; speaksOfSuicide: boolean };
}

/** Facts and reviews are old after a year. */
export const OLD_AFTER_DAYS = 365;

const seriousnessOrder: readonly Seriousness[] = ['serious', 'moderate', 'unknown', 'minor'];
const seenOrder: readonly Seen[] = ['fulltext', 'abstract', 'snippet', 'memory'];

/** Ids whose interactions hold for an entry: its own, its groups', and those of the plant it comes from; for an interactant, its own. */
export function interactantsOf(store: Dataset, id: string): string[] {
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
    .map(({ other, rule }) => alertOf(rule, other, fill))
    .sort(bySeriousness);
}

export function alertOf(
  rule: Interaction,
  { id, name }: { id: string; name: string },
  fill: (id: SafetyStringId) => string,
): InteractionAlert {
  const { seriousness, certainty, gradedBy, consequences, mechanism, frequency, sources } = rule;
  const action = fill(rule.recommendedAction);
  return {
    id: rule.id,
    withEntry: { id, name },
    seriousness,
    certainty,
    gradedBy,
    consequences,
    mechanism,
    frequency,
    action,
    sources,
  };
}

/** The most serious first. */
export const bySeriousness = (one: { seriousness: Seriousness }, two: { seriousness: Seriousness }): number =>
  seriousnessOrder.indexOf(one.seriousness) - seriousnessOrder.indexOf(two.seriousness);

export const noteOf = ({ id, text, reviewRating, explanation, asOf }: Claim): ClaimNote => ({
  id,
  text,
  rating: reviewRating,
  explanation,
  asOf,
});

function claimNotesFor(store: Dataset, near: CardRequest['near']): ClaimNote[] {
  return (near?.claims ?? []).flatMap(({ claim, exact }) => {
    const known = store.claims.find(({ id }) => id === claim);
    return known ? [{ ...noteOf(known), exact }] : [];
  });
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
export function numberSources(store: Dataset, parts: readonly unknown[]): NumberedSource[] {
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
export const readingOrder = ({ card, ...data }: Omit<CardData, 'sources'>): unknown[] =>
  card
    ? [
        card.bottomLine,
        card.peek,
        card.benefits,
        card.harms,
        card.unknown,
        data.alerts,
        data.claims,
        card.cautions,
        card.urgentSigns,
        card.stopping,
        card.groups,
        card.otherOptions,
        data.legal,
        data.whatItIs,
      ]
    : [data.whatItIs, data.classes, data.alerts, data.claims, data.approval, data.legal];

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
  const isCrisisNear = request.near?.speaksOfSuicide ?? false;
  const carried = isCrisisNear ? new Set<SafetyStringId>([...safetyIds, 'crisisLine']) : safetyIds;
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
    claims: claimNotesFor(store, request.near),
    legal: legalFor(store, entry, request, regionNames),
    place: placeName(request.region, regionNames),
    safety: [...carried].map((string) => ({ id: string, text: fill(string) })),
    isCrisisNear,
    freshness: freshnessOf(entry.nextReview, request.today),
    lastReviewed: entry.lastReviewed,
    nextReview: entry.nextReview,
    clinicalReview: entry.clinicalReview,
  };
  return { ...data, sources: numberSources(store, readingOrder(data)) };
}
