/** What is known about entries together, about places, and about pages: interactions, law, help lines, claims, topics. */
import { z } from 'zod';
import {
  Certainty,
  Citations,
  Country,
  Cues,
  Fact,
  GradedBy,
  Id,
  PartialDate,
  Region,
  SafetyStringId,
  Sentence,
  Seriousness,
  Statement,
  TopicId,
} from './common.ts';

/** Something people mix with an entry and that has no entry of its own: another medicine, a food, alcohol. */
export const Interactant = z.strictObject({ id: Id, name: Sentence });

export const Interaction = z.strictObject({
  id: Id,
  /**
   * Two entries, or an entry and an interactant. A class stands for all its members unless a member has a rule of its
   * own.
   */
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

const LegalStatusName = z.enum([
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
  /** Places inside the region where another rule holds, in a few words each. */
  localExceptions: z.array(Sentence).min(1).optional(),
  /** Years of age a buyer must have reached. */
  minAge: z.number().int().min(1).max(99).optional(),
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

const Verdict = z.enum(['supported', 'partly', 'not-supported', 'not-known', 'out-of-date']);

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
  id: TopicId,
  name: z.string(),
  /** Words that show a page speaks of it. */
  cues: Cues,
  /** For each group of substances: why the topic matters there, and the fact to show where a page leaves it out. */
  subjects: z
    .array(
      z.strictObject({
        /** Entries that stand for the group; their members and constituents are of it too. */
        about: z.array(Id).min(1),
        whyItMatters: Sentence,
        fact: z.strictObject({ ...Fact.shape, asOf: PartialDate }),
      }),
    )
    .min(1),
});

export type Interactant = z.infer<typeof Interactant>;
export type Interaction = z.infer<typeof Interaction>;
export type LegalStatus = z.infer<typeof LegalStatus>;
export type HelpLine = z.infer<typeof HelpLine>;
export type Claim = z.infer<typeof Claim>;
export type Topic = z.infer<typeof Topic>;
