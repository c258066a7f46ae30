/** Build time: which words of a list would be taken for a name with one letter wrong. */
import { isOneEditApart, SHORTEST_TOLERANT } from './one-edit.ts';

/** A folded name of the table. */
export interface SpelledName {
  name: string;
  endings: readonly string[];
  /** Whether it counts with one letter wrong. */
  isTolerated: boolean;
}

/** One edit leaves the first letters as they are, or the last. */
const KEPT = 3;

/** In the order of the alphabet; words that are names themselves are left out. */
export function wordsLikeNames(names: readonly SpelledName[], words: ReadonlySet<string>): string[] {
  const exact = new Set(names.flatMap(({ name, endings }) => endings.map((ending) => name + ending)));
  const tolerant = names.filter(({ isTolerated }) => isTolerated);
  const byStart = Map.groupBy(tolerant, ({ name }) => name.slice(0, KEPT));
  const byEnd = Map.groupBy(tolerant, ({ name }) => name.slice(-KEPT));
  const allEndings = new Set(tolerant.flatMap(({ endings }) => endings));
  const isLikeName = (word: string): boolean => {
    for (const ending of allEndings) {
      if (!word.endsWith(ending)) continue;
      const stem = word.slice(0, word.length - ending.length);
      for (const list of [byStart.get(stem.slice(0, KEPT)), byEnd.get(stem.slice(-KEPT))])
        if (list?.some(({ name, endings }) => endings.includes(ending) && isOneEditApart(stem, name))) return true;
    }
    return false;
  };
  return [...words].filter((word) => word.length >= SHORTEST_TOLERANT - 1 && !exact.has(word) && isLikeName(word)).sort();
}
