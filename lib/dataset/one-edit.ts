/** Misspellings by one letter: which names allow them, what they start with, and whether a word is one. Build time and run time. */

/** How many letters of its first word tell whether a name may start somewhere. */
export const OPENING_LENGTH = 5;

/** Shorter names are too like other words. */
export const SHORTEST_TOLERANT = 8;

const onlyLetters = /^\p{L}+$/u;

/** Whether a folded name counts with one letter wrong, missing, doubled or swapped; a stem that must have an ending is longer than it is. */
export const isTolerant = (name: string, endings: readonly string[]): boolean =>
  name.length + Number(!endings.includes('')) >= SHORTEST_TOLERANT && onlyLetters.test(name);

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

/** Letters that people write for one another, by their sound. */
const confused: Readonly<Record<string, string>> = {
  a: 'eiou',
  b: 'pv',
  c: 'ks',
  d: 't',
  e: 'aiouy',
  f: 'pv',
  g: 'j',
  i: 'eaouy',
  j: 'gy',
  k: 'cq',
  l: 'r',
  m: 'n',
  n: 'm',
  o: 'aeiu',
  p: 'bf',
  q: 'k',
  r: 'l',
  s: 'czx',
  t: 'd',
  u: 'aeio',
  v: 'fbw',
  w: 'v',
  x: 'zcs',
  y: 'ieu',
  z: 'sx',
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

/** By character code; made when first asked for. */
let confusedCodes: Map<number, number[]> | undefined;

function confusedWith(code: number): readonly number[] {
  confusedCodes ??= new Map(
    Object.entries(confused).map(([letter, others]) => [
      letter.charCodeAt(0),
      Array.from(others, (other) => other.charCodeAt(0)),
    ]),
  );
  return confusedCodes.get(code) ?? [];
}

/** 1 to 31 for the folded code of a letter or digit; letters from a to z have sketches of their own. 0 is what makes no words. */
export const letterSketch = (code: number): number => 1 + (code % 31);

/** How many bits a sketch has, and all of them. */
export const SKETCH_BITS = 5;
export const SKETCH = 31;

/** Five sketches as one number. */
function packed(sketches: ArrayLike<number>): number {
  let opening = 0;
  for (let at = 0; at < OPENING_LENGTH; at++) opening = (opening << SKETCH_BITS) | (sketches[at] as number);
  return opening;
}

/** The first five letters of a folded name as one number. */
export const openingOfName = (name: string): number =>
  packed(Array.from({ length: OPENING_LENGTH }, (_, at) => letterSketch(name.charCodeAt(at))));

/**
 * Calls `visit` with each opening of a word that is a name with one letter wrong, and the sketch of the letter after it: the first five
 * letters changed as people change them (the first one stays). What goes wrong after those needs no list.
 * @param name folded, of seven letters or more
 */
export function eachVariant(name: string, visit: (opening: number, sixth: number) => void): void {
  for (let at = 0; at < letters.length; at++) letters[at] = letterSketch(name.charCodeAt(at));
  const give = (): void => visit(packed(changed), changed[OPENING_LENGTH] as number);
  for (let at = 0; at < OPENING_LENGTH; at++) {
    // Doubled; missing; changed places with the next one; another one of the same sound.
    for (let to = 0; to <= OPENING_LENGTH; to++) changed[to] = letters[to <= at ? to : to - 1] as number;
    give();
    if (at === 0) continue;
    for (let to = 0; to <= OPENING_LENGTH; to++) changed[to] = letters[to < at ? to : to + 1] as number;
    give();
    for (let to = 0; to <= OPENING_LENGTH; to++) changed[to] = letters[to] as number;
    changed[at] = letters[at + 1] as number;
    changed[at + 1] = letters[at] as number;
    give();
    changed[at + 1] = letters[at + 1] as number;
    for (const other of confusedWith(name.charCodeAt(at))) {
      changed[at] = letterSketch(other);
      give();
    }
  }
}

/** Sketches of the name `eachVariant` is at, and of a variant of it. */
const letters = new Uint8Array(OPENING_LENGTH + 2);
const changed = new Uint8Array(OPENING_LENGTH + 1);
