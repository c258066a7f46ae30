/**
 * The shape of every fact Evenhand shows. The YAML in `assets/dataset` is checked against
 * these schemas when it is compiled, and every type in the code is inferred from them.
 *
 * Field names follow schema.org (Drug, DrugLegalStatus), FHIR R5 (ClinicalUseDefinition, Evidence),
 * the W3C model for potential drug-drug interactions, GRADE and CSL-JSON.
 */
import { z } from 'zod';

/** Lower-case words joined by hyphens; also the file name of the entry. */
export const Id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');

/** A calendar date, or a month or year where the day is not known: 2026-11-22, 2026-11, 2026. */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, 'must be YYYY, YYYY-MM or YYYY-MM-DD');

/** BCP 47 language tag. */
export const Language = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, 'must be a BCP 47 language tag');

/** ISO 3166-1 alpha-2 country. */
export const Country = z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code such as US');

/** ISO 3166-1 country, ISO 3166-2 subdivision, or a group of countries (EU). */
export const Region = z.string().regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/, 'must be an ISO 3166 code such as US or US-OH');

const Sentence = z.string().trim().min(1);

// --- Sources ---------------------------------------------------------------------------------

/** How the editors saw a source: the strongest first. `memory` is not confirmed. */
export const Seen = z.enum(['fulltext', 'abstract', 'snippet', 'memory']);

/** One use of a source, with how it was seen for this very statement. */
export const Citation = z.strictObject({ id: Id, seen: Seen });

const Citations = z.array(Citation).min(1);

export const SourceKind = z.enum([
  'meta-analysis',
  'systematic-review',
  'guideline',
  'trial',
  'cohort',
  'case-report',
  'survey',
  'lab',
  'animal',
  'label',
  'regulator',
  'statute',
  'review',
  'news',
  'other',
]);

/** CSL-JSON item (https://docs.citationstyles.org) with the study kind under `custom`. */
export const Source = z.strictObject({
  id: Id,
  type: z.enum(['article-journal', 'article-newspaper', 'legislation', 'report', 'webpage']),
  title: Sentence,
  'container-title': z.string().optional(),
  publisher: z.string().optional(),
  issued: z.strictObject({ 'date-parts': z.array(z.array(z.number().int()).min(1).max(3)).length(1) }).optional(),
  DOI: z.string().optional(),
  PMID: z.string().optional(),
  URL: z.url({ protocol: /^https?$/ }).optional(),
  note: z.string().optional(),
  custom: z.strictObject({
    kind: SourceKind,
    /** Sells the substance or campaigns for it: never enough alone. */
    interested: z.boolean().optional(),
  }),
});

// --- Certainty -------------------------------------------------------------------------------

/** GRADE certainty of evidence; `not-graded` where nobody has graded it. */
export const Certainty = z.enum(['high', 'moderate', 'low', 'very-low', 'not-graded']);

/** `us` is the editors of this dataset; otherwise the name of the body that graded. */
export const GradedBy = z.string().min(1);

// --- Names -----------------------------------------------------------------------------------

export const NameForm = z.enum(['name', 'brand', 'class', 'alias', 'abbreviation', 'misspelling', 'translation']);

/**
 * Words or phrases, compared without regard to case and accents. A trailing `*` allows any ending;
 * `$medicine` stands for the list of that name in `cues.yaml`.
 */
const Cues = z.array(z.string().min(1)).min(1);

/** Word lists that context rules share: name to words. */
export const CueLists = z.record(z.string().regex(/^[a-z-]+$/), Cues);

/** One written form of an entry, as it stands in running text (singular, without salt or strength). */
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
  /** What else the form can mean. */
  also: z.string().optional(),
});

// --- Card ------------------------------------------------------------------------------------

/** A few plain sentences and what they rest on. */
export const Statement = z.strictObject({ statement: Sentence, sources: Citations });

/** People of each hundred (or thousand) with an outcome, with the substance and with the comparator. */
export const Numbers = z
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
});

export const Seriousness = z.enum(['serious', 'moderate', 'minor', 'unknown']);

export const Caution = z.strictObject({ ...Statement.shape, seriousness: Seriousness });

export const Group = z.enum([
  'pregnancy',
  'breastfeeding',
  'children-and-young-people',
  'older-people',
  'liver-or-kidney',
  'other',
]);

/** Fixed safety strings, in `safety-strings.yaml`; never edited per card. */
export const SafetyStringId = z.enum([
  'noSuddenStop',
  'askBeforeMixing',
  'overdoseHelp',
  'serotoninHelp',
  'crisisLine',
  'poisonLine',
  'dependenceHelp',
  'notAboutYou',
]);

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
  stopping: z.array(Statement).max(4).optional(),
  groups: z
    .array(z.strictObject({ ...Statement.shape, group: Group }))
    .max(5)
    .optional(),
  questions: z.array(z.string().min(1)).min(1).max(3),
  safetyStrings: z.array(SafetyStringId),
});

// --- Entries ---------------------------------------------------------------------------------

export const EntryKind = z.enum([
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
export const Approval = z.strictObject({
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

// --- Interactions, law, help -----------------------------------------------------------------

export const Interaction = z.strictObject({
  id: Id,
  /** Two entries; a class stands for all its members unless a member has a rule of its own. */
  interactants: z.tuple([Id, Id]),
  /** What may happen, in a sentence or two. */
  consequences: Sentence,
  mechanism: Sentence,
  seriousness: Seriousness,
  certainty: Certainty,
  gradedBy: GradedBy,
  /** How often, or that nobody knows. */
  frequency: Sentence,
  evidence: z.enum(['trial', 'case-report', 'in-vitro', 'label', 'expert']),
  recommendedAction: SafetyStringId,
  sources: Citations,
  asOf: PartialDate,
});

export const LegalStatusName = z.enum([
  'banned',
  'scheduled',
  'sale-banned',
  'restricted',
  'regulated',
  'prescription-only',
  'unregulated',
  'pending',
  'unclear',
]);

export const LegalStatus = z.strictObject({
  id: Id,
  /** Entry id; a class stands for its members. */
  substance: Id,
  applicableLocation: Region,
  /** A city, county or reservation inside the region. */
  locality: z.string().optional(),
  status: LegalStatusName,
  /** What the rule covers. */
  statement: Sentence,
  citation: z.string().optional(),
  effectiveFrom: PartialDate.optional(),
  asOf: PartialDate,
  confidence: z.enum(['high', 'medium', 'low']),
  sources: Citations,
});

export const HelpLine = z.strictObject({
  country: Country,
  type: z.enum(['crisis', 'poison', 'emergency']),
  service: z.string(),
  phone: z.string(),
  text: z.string().optional(),
  hours: z.string().optional(),
  asOf: PartialDate,
  confidence: z.enum(['high', 'medium', 'low']),
  sources: Citations,
});

// --- Claims and topics -----------------------------------------------------------------------

export const Verdict = z.enum(['supported', 'partly', 'not-supported', 'not-known', 'out-of-date']);

/** A statement readers meet, and what is known. Found where every cue group has a word in the same sentence. */
export const Claim = z.strictObject({
  id: Id,
  /** The claim, in our words. */
  text: Sentence,
  /** Entries the claim is about: one of them (or a member of it) must be in the sentence. */
  about: z.array(Id).min(1),
  appearancePattern: z.array(z.array(z.string().min(1)).min(1)).min(1),
  /** Words that turn the claim round ("is not", "myth"). */
  notCues: z.array(z.string()).optional(),
  reviewRating: Verdict,
  /** Fact first, then why. */
  explanation: Statement,
  asOf: PartialDate,
});

/** A safety topic a balanced page covers. */
export const Topic = z.strictObject({
  id: Id,
  name: z.string(),
  /** Words that show a page speaks of it. */
  cues: Cues,
  whyItMatters: Sentence,
});

export const SafetyStrings = z.record(SafetyStringId, z.string().min(1));

export type Seen = z.infer<typeof Seen>;
export type Citation = z.infer<typeof Citation>;
export type Source = z.infer<typeof Source>;
export type Certainty = z.infer<typeof Certainty>;
export type NameForm = z.infer<typeof NameForm>;
export type Name = z.infer<typeof Name>;
export type Statement = z.infer<typeof Statement>;
export type Finding = z.infer<typeof Finding>;
export type Seriousness = z.infer<typeof Seriousness>;
export type Card = z.infer<typeof Card>;
export type Entry = z.infer<typeof Entry>;
export type Interaction = z.infer<typeof Interaction>;
export type LegalStatus = z.infer<typeof LegalStatus>;
export type HelpLine = z.infer<typeof HelpLine>;
export type Claim = z.infer<typeof Claim>;
export type Topic = z.infer<typeof Topic>;
export type SafetyStringId = z.infer<typeof SafetyStringId>;
export type SafetyStrings = z.infer<typeof SafetyStrings>;

/** Everything, as checked and resolved by the compiler; what `npm run dataset -- --json` prints. */
export interface Dataset {
  entries: Entry[];
  interactions: Interaction[];
  claims: Claim[];
  topics: Topic[];
  legal: LegalStatus[];
  helpLines: HelpLine[];
  safetyStrings: SafetyStrings;
  sources: Source[];
}
