/** Finds claims: sentences that name an entry and say of it one of the things the dataset has a note on. */
import { fold } from '../dataset/fold.ts';
import type { Claim, Dataset } from '../dataset/schema.ts';
import { cueExpression } from './context.ts';
import type { Mention } from './mention.ts';

/** One claim in a text: the sentence it stands in. Offsets are UTF-16. */
export interface FoundClaim {
  claim: string;
  exact: string;
  start: number;
  end: number;
  /** The entries in the sentence that the claim is about. */
  entries: string[];
}

interface Pattern {
  claim: Claim;
  /** Ids the claim is about, members of its groups included. */
  about: ReadonlySet<string>;
  groups: RegExp[];
  against: RegExp | undefined;
}

export type ClaimFinder = (text: string, mentions: readonly Mention[]) => FoundClaim[];

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

interface Sentence {
  segment: string;
  index: number;
}

/** The sentences of a text. A full stop inside a name ("St. John's wort") ends none. */
function sentencesOf(text: string, mentions: readonly Mention[]): Sentence[] {
  const found: Sentence[] = [];
  for (const { segment, index } of sentences.segment(text)) {
    const last = found.at(-1);
    if (last && mentions.some(({ start, end }) => start < index && end > index)) last.segment += segment;
    else found.push({ segment, index });
  }
  return found;
}

/** Answers with the ids of an entry and of all that belong to it. */
function createGroups(entries: Dataset['entries']): (id: string) => string[] {
  const byClass = new Map<string, string[]>();
  for (const { id, drugClass = [] } of entries)
    for (const group of drugClass) byClass.set(group, [...(byClass.get(group) ?? []), id]);
  const membersOf = (id: string): string[] => [id, ...(byClass.get(id) ?? []).flatMap(membersOf)];
  return membersOf;
}

/** Folded once; every claim's words become expressions. */
export function createClaimFinder({ claims, entries }: Pick<Dataset, 'claims' | 'entries'>): ClaimFinder {
  const membersOf = createGroups(entries);
  const patterns = claims.map(
    (claim): Pattern => ({
      claim,
      about: new Set(claim.about.flatMap((id) => membersOf(id))),
      groups: claim.appearancePattern.map((words) => cueExpression(words.map(fold))),
      against: claim.notCues && claim.notCues.length > 0 ? cueExpression(claim.notCues.map(fold)) : undefined,
    }),
  );
  return (text, mentions) => {
    if (mentions.length === 0) return [];
    const found: FoundClaim[] = [];
    for (const { segment, index } of sentencesOf(text, mentions)) {
      const named = mentions.filter((mention) => mention.start >= index && mention.end <= index + segment.length);
      if (named.length === 0) continue;
      const folded = fold(segment);
      const exact = segment.trim();
      const start = index + segment.indexOf(exact);
      for (const { claim, about, groups, against } of patterns) {
        const subjects = [...new Set(named.map((mention) => mention.entry).filter((entry) => about.has(entry)))];
        if (subjects.length === 0 || !groups.every((group) => group.test(folded)) || against?.test(folded)) continue;
        found.push({ claim: claim.id, exact, start, end: start + exact.length, entries: subjects });
      }
    }
    return found;
  };
}
