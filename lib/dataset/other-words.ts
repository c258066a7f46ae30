/** Build time: words that mean something else than a name, however like one they are. */
import english from 'an-array-of-english-words/index.json' with { type: 'json' };
import { fold } from './fold.ts';

/** The words of a large general list, and those the dataset lists (`other-words.yaml`), folded. */
export const otherWords = (listed: readonly string[]): ReadonlySet<string> => new Set([...english, ...listed.map(fold)]);
