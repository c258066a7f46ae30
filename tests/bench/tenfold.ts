/** Build time: a dataset with ten times the names, to learn what growth would cost. */
import { fold } from '../../lib/dataset/fold.ts';
import type { Dataset, Entry } from '../../lib/dataset/schema.ts';

const VARIATIONS = 9;

/** Letters that can stand for one another without making a word unsayable. */
const alike = ['aeiou', 'bdgkpt', 'lmnr', 'cfsvz', 'аеиоуы', 'бвгдзклмнпрст', 'αεηιου', 'βγδκλμνπρστ'].map((letters) => [
  ...letters,
]);

const groupOf = new Map(alike.flatMap((letters) => letters.map((letter) => [letter, letters] as const)));

/** The letter `step` places on among those like it; scripts without such groups go on by code point. */
function shifted(letter: string, step: number): string {
  const small = letter.toLowerCase();
  const letters = groupOf.get(small);
  if (!letters) {
    if (!/\p{Lo}/u.test(letter)) return letter;
    const next = String.fromCodePoint((letter.codePointAt(0) ?? 0) + step);
    return /\p{Lo}/u.test(next) ? next : letter;
  }
  const other = letters[(letters.indexOf(small) + step) % letters.length] ?? small;
  return small === letter ? other : other.toUpperCase();
}

/** A name with its letters changed, the same way wherever they stand, so that names keep sharing their beginnings. */
const variationOf = (text: string, variation: number): string =>
  [...text].map((letter, at) => shifted(letter, variation + Math.floor((at * variation) / 5))).join('');

/**
 * The entries, and nine more for each, whose names are made up. Names that would be words of `otherWords`, or names already, are left
 * out.
 */
export function tenfold(dataset: Dataset, otherWords: ReadonlySet<string>): Dataset {
  const taken = new Set(dataset.entries.flatMap(({ names }) => names.map(({ text }) => fold(text))));
  const isNew = (text: string): boolean => {
    const folded = fold(text);
    if (taken.has(folded) || otherWords.has(folded)) return false;
    taken.add(folded);
    return true;
  };
  const variations = Array.from({ length: VARIATIONS }, (_, at) => at + 1);
  const varied = (entry: Entry, variation: number): Entry => ({
    ...entry,
    id: `${entry.id}-${variation}`,
    names: entry.names.map((name) => ({ ...name, text: variationOf(name.text, variation) })).filter(({ text }) => isNew(text)),
  });
  return {
    ...dataset,
    entries: dataset.entries.flatMap((entry) => [entry, ...variations.map((variation) => varied(entry, variation))]),
  };
}
