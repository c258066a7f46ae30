/** What all records of the dataset share: ids, dates, places, sources, statements, certainty. */
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

export const Sentence = z.string().trim().min(1);

/** How the editors saw a source: the strongest first. `memory` is not confirmed. */
export const Seen = z.enum(['fulltext', 'abstract', 'snippet', 'memory']);

/** One use of a source, with how it was seen for this very statement. */
export const Citation = z.strictObject({ id: Id, seen: Seen });

export const Citations = z.array(Citation).min(1);

const SourceKind = z.enum([
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

/** GRADE certainty of evidence; `not-graded` where nobody has graded it. */
export const Certainty = z.enum(['high', 'moderate', 'low', 'very-low', 'not-graded']);

/** `us` is the editors of this dataset; otherwise the name of the body that graded. */
export const GradedBy = z.string().min(1);

/** A few plain sentences and what they rest on. */
export const Statement = z.strictObject({ statement: Sentence, sources: Citations });

/** A statement that can be judged: how sure we are of it, who says so, and when that was last true. */
export const Fact = z.strictObject({
  ...Statement.shape,
  certainty: Certainty,
  gradedBy: GradedBy,
  /** Left out where it is the entry's `lastReviewed`. */
  asOf: PartialDate.optional(),
});

/** What a balanced page on these substances speaks of. */
export const TopicId = z.enum([
  'legal-status',
  'dependence-withdrawal',
  'interactions',
  'side-effects',
  'liver',
  'seizure-overdose',
  'pregnancy',
  'product-quality',
  'evidence-quality',
  'stopping-safely',
  'suicidality',
  'other-options',
  'professional-advice',
]);

export const Seriousness = z.enum(['serious', 'moderate', 'minor', 'unknown']);

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

/**
 * Words or phrases, compared without regard to case and accents. A trailing `*` allows any ending;
 * `$medicine` stands for the list of that name in `cues.yaml`.
 */
export const Cues = z.array(z.string().min(1)).min(1);

/** Words that are no misspelling of a name. */
export const OtherWords = z.array(z.string().trim().min(4));

/** Word lists that context rules share: name to words. */
export const CueLists = z.record(z.string().regex(/^[a-z-]+$/), Cues);

export const SafetyStrings = z.record(SafetyStringId, z.string().min(1));

export type Seen = z.infer<typeof Seen>;
export type Citation = z.infer<typeof Citation>;
export type Source = z.infer<typeof Source>;
export type Certainty = z.infer<typeof Certainty>;
export type Fact = z.infer<typeof Fact>;
export type Statement = z.infer<typeof Statement>;
export type Seriousness = z.infer<typeof Seriousness>;
export type SafetyStringId = z.infer<typeof SafetyStringId>;
export type SafetyStrings = z.infer<typeof SafetyStrings>;
