/** Everything Evenhand notices in a text, whatever the density setting. */

import { interactionBetween } from '../dataset/lookup.ts';
import type { MatcherTable } from '../dataset/matcher-table.ts';
import type { Dataset } from '../dataset/schema.ts';
import { createClaimFinder, type FoundClaim } from './claims.ts';
import type { Decision } from './context.ts';
import { createMatcher } from './matcher.ts';
import type { Mention } from './mention.ts';
import { createTopicFinder, type TopicCoverage } from './topics.ts';

export interface FoundInteraction {
  interaction: string;
  /** The two entries named in the text. */
  entries: [string, string];
}

export interface Annotation {
  mentions: Mention[];
  claims: FoundClaim[];
  interactions: FoundInteraction[];
  topics: TopicCoverage;
}

/** A run of text that is read on its own, and where its positions lie in the whole. */
export interface Block {
  text: string;
  offsetOf(offset: number): number;
}

/** A text that is one run. */
export const wholeBlock = (text: string): Block => ({ text, offsetOf: (offset) => offset });

export interface Annotator {
  annotate(text: string): Annotation;
  /** What was decided on each name in a text, and by what; offsets are those of its block. */
  explain(blocks: readonly Block[]): Decision[];
  /** Findings of a text that is cut into blocks: names, claims and cues do not reach across them. */
  annotateBlocks(blocks: readonly Block[], wholeText: string): Annotation;
}

/** Made once for a dataset. All offsets are UTF-16. */
export function createAnnotator(dataset: Dataset, table: MatcherTable): Annotator {
  const matcher = createMatcher(table);
  const findClaims = createClaimFinder(dataset);
  const findTopics = createTopicFinder(dataset.topics);
  const findInteractions = createInteractionFinder(dataset);

  const candidatesOf = (blocks: readonly Block[]) => {
    const candidates = blocks.map(({ text }) => matcher.find(text));
    return { candidates, known: new Set(candidates.flat().flatMap(({ rule, entry }) => (rule < 0 ? [entry] : []))) };
  };

  const annotateBlocks: Annotator['annotateBlocks'] = (blocks, wholeText) => {
    const { candidates, known } = candidatesOf(blocks);
    const mentions: Mention[] = [];
    const claims: FoundClaim[] = [];
    blocks.forEach(({ text, offsetOf }, i) => {
      const found = matcher.decide(candidates[i] ?? [], text, known);
      // An end is placed from its last character, since the next one can lie far away.
      const place = <T extends { start: number; end: number }>(item: T): T => ({
        ...item,
        start: offsetOf(item.start),
        end: offsetOf(item.end - 1) + 1,
      });
      mentions.push(...found.map(place));
      claims.push(...findClaims(text, found).map(place));
    });
    return { mentions, claims, interactions: findInteractions(mentions), topics: findTopics(wholeText) };
  };
  const explain: Annotator['explain'] = (blocks) => {
    const { candidates, known } = candidatesOf(blocks);
    return blocks.flatMap(({ text }, i) => matcher.explain(candidates[i] ?? [], text, known));
  };
  return {
    explain,
    annotate: (text) => annotateBlocks([wholeBlock(text)], text),
    annotateBlocks,
  };
}

/** Pairs of entries in the order of their first mention; each pair of a dataset is looked up once. */
function createInteractionFinder(dataset: Dataset): (mentions: readonly Mention[]) => FoundInteraction[] {
  const rules = new Map<string, string | undefined>();
  const ruleFor = (a: string, b: string) => {
    const key = `${a} ${b}`;
    if (!rules.has(key)) rules.set(key, interactionBetween(dataset, a, b)?.id);
    return rules.get(key);
  };
  return (mentions) => {
    const entries = [...new Set(mentions.map((mention) => mention.entry))];
    return entries.flatMap((a, i) =>
      entries.slice(i + 1).flatMap((b): FoundInteraction[] => {
        const interaction = ruleFor(a, b);
        return interaction === undefined ? [] : [{ interaction, entries: [a, b] }];
      }),
    );
  };
}
