/** Plain words for the values of the dataset: what a reader sees instead of ids, codes and dates. */
import type { CardData, LegalRow, NumberedSource } from '../dataset/card-data.ts';
import type { Card, Certainty, Citation, Claim, LegalStatus, Seriousness, Source } from '../dataset/schema.ts';

type Numbers = NonNullable<Card['benefits'][number]['numbers']>;
type Group = NonNullable<Card['groups']>[number]['group'];

export const certaintyWords: Record<Certainty, string> = {
  high: 'High',
  moderate: 'Moderate',
  low: 'Low',
  'very-low': 'Very low',
  'not-graded': 'Not graded',
};

/** Filled steps of the meter, of four. */
export const certaintySteps: Record<Certainty, number> = { high: 4, moderate: 3, low: 2, 'very-low': 1, 'not-graded': 0 };

/** The meter in words: "Certainty: moderate, graded by us". */
export function certaintyLabel(certainty: Certainty, gradedBy: string | undefined): string {
  const by = gradedBy && certainty !== 'not-graded' ? `, graded by ${gradedBy}` : '';
  return `Certainty: ${certaintyWords[certainty].toLowerCase()}${by}`;
}

export const seriousnessWords: Record<Seriousness, string> = {
  serious: 'Could be serious',
  moderate: 'Moderate',
  minor: 'Minor',
  unknown: 'Seriousness not known',
};

/** What may follow from a mix, to go on from "If you take both,". */
export const mixSeriousnessWords: Record<Seriousness, string> = {
  serious: 'effects could be serious',
  moderate: 'effects could be moderate',
  minor: 'effects could be minor',
  unknown: 'nobody knows how serious effects could be',
};

/** How sure we are of a mix, as a sentence. */
export const mixCertaintyWords: Record<Certainty, string> = {
  high: 'We are sure.',
  moderate: 'We are fairly sure.',
  low: 'We are unsure.',
  'very-low': 'We are very unsure.',
  'not-graded': 'Nobody has graded how sure this is.',
};

export const claimWords: Record<Claim['reviewRating'], string> = {
  supported: 'Supported',
  partly: 'Partly supported',
  'not-supported': 'Not supported',
  'not-known': 'Not known',
  'out-of-date': 'Out of date',
};

export const legalStatusWords: Record<LegalStatus['status'], string> = {
  banned: 'Banned',
  scheduled: 'Controlled drug',
  'sale-banned': 'Sale banned',
  restricted: 'Restricted',
  regulated: 'Allowed, with rules',
  'prescription-only': 'Prescription only',
  unregulated: 'No rule of its own',
  pending: 'Change pending',
  unclear: 'Unclear',
};

export const confidenceWords: Record<LegalStatus['confidence'], string> = {
  high: 'How sure: high',
  medium: 'How sure: medium',
  low: 'How sure: low',
};

const sourceKindWords: Record<Source['custom']['kind'], string> = {
  'meta-analysis': 'review that pools trials',
  'systematic-review': 'systematic review',
  guideline: 'guideline',
  trial: 'trial in people',
  cohort: 'study that followed people over time',
  'case-report': 'report of single cases',
  survey: 'survey',
  lab: 'lab study',
  animal: 'animal study',
  label: 'official product label',
  regulator: 'regulator',
  statute: 'text of the law',
  review: 'review article',
  news: 'news',
  other: 'other source',
};

/** Kinds of source from the one that can carry most to the one that can carry least. */
const kindsByStrength: readonly Source['custom']['kind'][] = [
  'meta-analysis',
  'systematic-review',
  'guideline',
  'trial',
  'label',
  'regulator',
  'statute',
  'cohort',
  'review',
  'survey',
  'case-report',
  'lab',
  'animal',
  'news',
  'other',
];

const seenWords: Record<Citation['seen'], string> = {
  fulltext: 'read in full',
  abstract: 'abstract read',
  snippet: 'seen in a search extract',
  memory: 'from memory, not confirmed',
};

export const groupWords: Record<Group, string> = {
  pregnancy: 'Pregnancy',
  breastfeeding: 'Breastfeeding',
  'children-and-young-people': 'Children and young people',
  'older-people': 'Older people',
  'liver-or-kidney': 'Liver or kidney disease',
  other: 'Other health problems',
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "2026-11-12" as "12 Nov 2026", "2026-11" as "Nov 2026", "2026" as it is. */
export function dateWords(date: string): string {
  const [year, month, day] = date.split('-');
  return [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(' ');
}

/** The month of a date: "Nov 2026". */
export function monthWords(date: string): string {
  return dateWords(date.slice(0, 7));
}

/** "49 of 100". */
export function countWords(events: number, per: number): string {
  return `${events} of ${per.toLocaleString('en')}`;
}

/** "on a dummy pill", "with lower doses", "coming off it". */
export function comparatorWords(comparator: string): string {
  if (/^(?:dummy|placebo)\b/i.test(comparator)) return `on a ${comparator}`;
  return /^\w+ing\b/i.test(comparator) ? comparator : `with ${comparator}`;
}

/** "49 of 100 with it, 39 of 100 on a dummy pill". */
export function numbersWords({ events, comparatorEvents, per, comparator }: Numbers): string {
  if (comparatorEvents === undefined || comparator === undefined) return `${countWords(events, per)} people`;
  return `${countWords(events, per)} with it, ${countWords(comparatorEvents, per)} ${comparatorWords(comparator)}`;
}

/** The other frame of a common harm: "75 of 100 did not"; empty when ten of a hundred or fewer had it. */
export function otherFrameWords({ events, per }: Numbers): string {
  return events * 10 > per ? `${countWords(per - events, per)} did not.` : '';
}

/** "Ohio, US: prescription only (Nov 2026)". */
export function legalSummary(row: LegalRow | undefined, place: string): string {
  if (!row) return `${place}: no rule on file`;
  if (row.age === 'hidden') return `${row.place}: needs a new check`;
  const changed = row.age === 'may-have-changed' ? ', may have changed' : '';
  return `${row.place}: ${lowerFirst(legalStatusWords[row.status])} (${monthWords(row.asOf)}${changed})`;
}

/** "14 sources, best: systematic review". */
export function sourcesSummary(sources: CardData['sources']): string {
  if (sources.length === 0) return 'none yet';
  const best = kindsByStrength.find((kind) => sources.some(({ source }) => source.custom.kind === kind)) ?? 'other';
  return sources.length === 1
    ? `1 source: ${sourceKindWords[best]}`
    : `${sources.length} sources, best: ${sourceKindWords[best]}`;
}

/** Where a reader can open a source: its DOI, else its PubMed page, else its address. */
export function sourceUrl({ DOI, PMID, URL: address }: Source): string | undefined {
  if (DOI) return `https://doi.org/${encodeURI(DOI.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i, ''))}`;
  if (PMID) return `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(PMID)}/`;
  return address && /^https?:\/\//i.test(address) ? address : undefined;
}

/** "Lancet, 2018": who published a source, and when. */
export function publishedWords(source: Source): string {
  const year = source.issued?.['date-parts'][0]?.[0];
  return [source['container-title'] ?? source.publisher, year].filter(Boolean).join(', ');
}

/** "Lancet, 2018. Review that pools trials; abstract read.": what a source is, and how it was seen. */
export function sourceWords({ source, seen }: Pick<NumberedSource, 'source' | 'seen'>): string {
  const { kind, interested } = source.custom;
  const published = publishedWords(source);
  return [
    published && `${published}.`,
    `${upperFirst(sourceKindWords[kind])}; ${seenWords[seen]}.`,
    interested && 'Its author sells or campaigns for the substance.',
  ]
    .filter(Boolean)
    .join(' ');
}

/** "yes", "no" or "not known", for one authority. */
export function approvalWords(approved: boolean | null): string {
  if (approved === null) return 'not known';
  return approved ? 'yes' : 'no';
}

/** Brands to name beside an entry, besides the word the page uses. */
export function brandsToName(brands: readonly string[], onPage: string, limit: number): string[] {
  return brands.filter((brand) => brand.toLowerCase() !== onPage.toLowerCase()).slice(0, limit);
}

/** "asked once" as "Asked once". */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The first sentence of a text. */
export function firstSentence(text: string): string {
  return /^.*?[.?](?=\s|$)/s.exec(text)?.[0] ?? text;
}

/** "Prescription only" as "prescription only"; a word in capitals stays as it is. */
export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
