/** Misspellings by one letter: which names allow them, what they start with, and whether a word is one. Build time and run time. */

/** How many letters of its first word tell whether a name may start somewhere. */
export const OPENING_LENGTH = 5;

/** Shorter names are too like other words. */
export const SHORTEST_TOLERANT = 8;

const letters = /^\p{L}+$/u;

/** Whether a folded name counts with one letter wrong, missing, doubled or swapped; a stem that must have an ending is longer than it is. */
export const isTolerant = (name: string, endings: readonly string[]): boolean =>
  name.length + Number(!endings.includes('')) >= SHORTEST_TOLERANT && letters.test(name);

/** Whether two words are the same but for one letter missing, added or changed, or two neighbours swapped. */
export function isOneEditApart(one: string, other: string): boolean {
  if (one.length > other.length) return isOneEditApart(other, one);
  if (other.length - one.length > 1) return false;
  let start = 0;
  while (start < one.length && one.charCodeAt(start) === other.charCodeAt(start)) start++;
  if (one.length < other.length) return one.slice(start) === other.slice(start + 1);
  if (start === one.length) return false;
  return (
    one.slice(start + 1) === other.slice(start + 1) ||
    (one.charAt(start) === other.charAt(start + 1) &&
      one.charAt(start + 1) === other.charAt(start) &&
      one.slice(start + 2) === other.slice(start + 2))
  );
}

/** Letters that people write for one another: by sound, and by place on the keyboard. */
const confused: Readonly<Record<string, string>> = {
  a: 'eiouqsz',
  b: 'pvgn',
  c: 'ksxv',
  d: 'tsfe',
  e: 'aiouywrd',
  f: 'pvgd',
  g: 'jfh',
  h: 'gjn',
  i: 'aeouyk',
  j: 'gyhk',
  k: 'cqjl',
  l: 'rko',
  m: 'n',
  n: 'mb',
  o: 'aeiuplk',
  p: 'bfo',
  q: 'kcw',
  r: 'let',
  s: 'czxad',
  t: 'dry',
  u: 'aeioyv',
  v: 'bfcw',
  w: 'veq',
  x: 'zcsk',
  y: 'ieut',
  z: 'sxc',
  а: 'оея',
  е: 'иэаё',
  и: 'еыій',
  о: 'ау',
  у: 'ою',
  ы: 'и',
  э: 'е',
  η: 'ιυ',
  ι: 'ηυε',
  υ: 'ιη',
  ο: 'ω',
  ω: 'ο',
  ε: 'ια',
};

/**
 * How a word can start that is a name with one letter wrong: the first five letters changed as people change them (the first
 * one stays). What goes wrong after those needs no list.
 */
export function variantsOf(beginning: string): Set<string> {
  const variants = new Set<string>();
  for (let at = 1; at < beginning.length - 1; at++) {
    const [before, letter, after] = [beginning.slice(0, at), beginning.charAt(at), beginning.slice(at + 1)];
    variants.add(before + after);
    variants.add(before + letter + letter + after);
    variants.add(before + after.charAt(0) + letter + after.slice(1));
    for (const other of confused[letter] ?? '') variants.add(before + other + after);
  }
  variants.add(beginning.charAt(0) + beginning);
  variants.delete(beginning);
  return variants;
}
