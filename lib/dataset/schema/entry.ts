/** An entry: its names, what it is, and its card. */
import { z } from 'zod';
import {
  Certainty,
  Citations,
  Cues,
  Fact,
  GradedBy,
  Id,
  Language,
  PartialDate,
  Region,
  SafetyStringId,
  Seen,
  Sentence,
  Seriousness,
  Statement,
  TopicId,
} from './common.ts';

export const NameForm = z.enum(['name', 'brand', 'class', 'alias', 'abbreviation', 'misspelling', 'translation']);

/**
 * One written form of an entry, as it stands in running text (singular, without salt or strength). In names of several words, `*`
 * after a word allows any ending of up to five letters (case forms).
 */
export const Name = z.strictObject({
  text: z.string().trim().min(2),
  form: NameForm,
  /** Languages the form belongs to; left out for names used in any language. */
  lang: z.array(Language).min(1).optional(),
  /** Where a brand is or was sold. */
  countries: z.array(Region).min(1).optional(),
  status: z.enum(['current', 'discontinued']).optional(),
  seen: Seen.optional(),
  /** `exact`: only in this casing (or all capitals for a brand in a heading). */
  case: z.literal('exact').optional(),
  /**
   * `context`: counts only where a cue stands near it, or where the entry is named beyond doubt elsewhere in the text.
   * `never`: kept for the record, not matched.
   */
  match: z.enum(['context', 'never']).optional(),
  /** Words near the name that speak for it. */
  cues: Cues.optional(),
  /** Words near the name that speak against it. */
  notCues: Cues.optional(),
  /** Stands in titles of books, films and bands, too: there it does not count where a word of the list `title` is near. */
  inTitles: z.literal(true).optional(),
  /** What else the form can mean. */
  also: z.string().optional(),
});

/** People of each hundred (or thousand) with an outcome, with the substance and with the comparator. */
const Numbers = z
  .strictObject({
    events: z.number().int().min(0),
    comparatorEvents: z.number().int().min(0).optional(),
    per: z.union([z.literal(100), z.literal(1000)]),
    comparator: z.string().optional(),
    timeSpan: z.string().min(1),
    population: z.string().min(1),
  })
  .refine((n) => n.events <= n.per && (n.comparatorEvents ?? 0) <= n.per, 'events may not exceed `per`')
  .refine(
    (n) => (n.comparatorEvents === undefined) === (n.comparator === undefined),
    'comparator and comparatorEvents go together',
  );

/** One benefit or one harm: what was seen, how sure we are, and who says so. */
export const Finding = z.strictObject({
  /** Three or four words that head the row. */
  outcome: z.string().trim().min(1).max(40),
  statement: Sentence,
  numbers: Numbers.optional(),
  certainty: Certainty,
  gradedBy: GradedBy,
  certaintyReason: z.array(z.string()).optional(),
  sources: Citations,
  /** Left out where it is the entry's `lastReviewed`. */
  asOf: PartialDate.optional(),
});

const Caution = z.strictObject({ topic: TopicId, seriousness: Seriousness, ...Fact.shape });

const Group = z.enum(['pregnancy', 'breastfeeding', 'children-and-young-people', 'older-people', 'liver-or-kidney', 'other']);

export const Card = z.strictObject({
  /** The main message, within 25 words. */
  bottomLine: Statement,
  /** The small card: two or three sentences, 60 words at most with the rows beside them. */
  peek: z.array(Statement).min(1).max(3),
  benefits: z.array(Finding).min(1).max(5),
  harms: z.array(Finding).min(1).max(5),
  /** What experts do not know. */
  unknown: z.array(Statement).min(1).max(5),
  otherOptions: Statement,
  cautions: z.array(Caution).min(1).max(5),
  urgentSigns: z.strictObject({ signs: z.array(z.string().min(1)).min(1).max(5), sources: Citations }).optional(),
  stopping: z.array(Fact).max(4).optional(),
  groups: z
    .array(z.strictObject({ group: Group, ...Fact.shape }))
    .max(5)
    .optional(),
  questions: z.array(z.string().min(1)).min(1).max(3),
  safetyStrings: z.array(SafetyStringId),
});

const EntryKind = z.enum([
  'medicine',
  'medicine-class',
  'supplement',
  'plant',
  'compound',
  'product-form',
  'mixture',
  'look-alike',
]);

/** Whether any product for people is authorised there now, for any use; `null` where we could not find out. */
const Approval = z.strictObject({
  US: z.boolean().nullable(),
  EU: z.boolean().nullable(),
  GB: z.boolean().nullable(),
  asOf: PartialDate,
  sources: Citations,
});

export const Entry = z.strictObject({
  id: Id,
  /** Heading of the card. */
  name: z.string().trim().min(1),
  kind: EntryKind,
  /** What it is, in one line: "Prescription antidepressant (SSRI)". */
  type: z.string().trim().min(1).max(80),
  /** What it is, in a sentence or two. */
  whatItIs: Statement,
  /** Groups it belongs to, nearest first: entry ids. */
  drugClass: z.array(Id).min(1).optional(),
  /** The plant it comes from: it shares that entry's interactions, not its legal status. */
  constituentOf: Id.optional(),
  code: z.strictObject({ atc: z.string().optional(), unii: z.string().optional(), rxcui: z.string().optional() }).optional(),
  approval: Approval.optional(),
  /** `context`: every name counts only where the text speaks of treating depression (adjuncts, psychedelics). */
  match: z.literal('context').optional(),
  names: z.array(Name).min(1),
  card: Card.optional(),
  lastReviewed: PartialDate,
  nextReview: PartialDate,
  /** No clinician has reviewed an entry until one has: then who and when. */
  clinicalReview: z.union([z.literal('not-yet'), z.strictObject({ by: z.string(), on: PartialDate })]),
});

export type NameForm = z.infer<typeof NameForm>;
export type Name = z.infer<typeof Name>;
export type Finding = z.infer<typeof Finding>;
export type Card = z.infer<typeof Card>;
export type Entry = z.infer<typeof Entry>;
