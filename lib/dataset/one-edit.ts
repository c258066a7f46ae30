/** Misspellings by one letter: which names allow them, what they start with, and whether a word is one. Build time and run time. */

/** How many letters of its first word tell whether a name may start somewhere. */
export const OPENING_LENGTH = 5;

/** Shorter names are too like other words. */
export const SHORTEST_TOLERANT = 8;

const onlyLetters = /^\p{L}+$/u;
/** Answers for nearly all names; that of a property is slow to be made, and is needed at the start of few pages. */
const asciiLetters = /^[a-z]+$/;
const otherAscii = /[\0-`{-\x7f]/;

/** Whether a folded name counts with one letter wrong, missing, doubled or swapped; a stem that must have an ending is longer than it is. */
export const isTolerant = (name: string, endings: readonly string[]): boolean =>
  name.length + Number(!endings.includes('')) >= SHORTEST_TOLERANT &&
  (asciiLetters.test(name) || (!otherAscii.test(name) && onlyLetters.test(name)));

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

/** 1 to 31 for the folded code of a letter or digit; letters from a to z have sketches of their own. 0 is what makes no words. */
export const letterSketch = (code: number): number => 1 + (code % 31);

/** How many bits a sketch has, and all of them. */
export const SKETCH_BITS = 5;
export const SKETCH = 31;

/** The first six letters of a word as sketches in one number, the first one highest. */
export type Window = number;
const WINDOW_LENGTH = OPENING_LENGTH + 1;
/** All bits of the first five letters and of a window: written out, since not every bundler works them out. */
export const OPENING_BITS = 0x1ffffff;
export const WINDOW_BITS = 0x3fffffff;

/** The bits of a window's first letters. */
const firstBits = (count: number): number => WINDOW_BITS ^ ((1 << (SKETCH_BITS * (WINDOW_LENGTH - count))) - 1);

/** A window with the letter at `at` written twice. */
export const doubledAt = (window: Window, at: number): Window =>
  (window & firstBits(at + 1)) | ((window >>> SKETCH_BITS) & ~firstBits(at + 1));

/** A window up to the letter at `at`, and edges after it. */
export const endedAfter = (window: Window, at: number): Window => window & firstBits(at + 1);

/** The first six letters of a folded name; those it does not have are edges. */
export function windowOf(name: string): Window {
  let window = 0;
  for (let at = 0; at < WINDOW_LENGTH; at++)
    window = (window << SKETCH_BITS) | (at < name.length ? letterSketch(name.charCodeAt(at)) : 0);
  return window;
}

/** By character code, the sketches of letters that are written for it; made when first asked for. */
let confusedSketches: Map<number, number[]> | undefined;

function sketchesConfusedWith(code: number): readonly number[] {
  confusedSketches ??= new Map(
    Object.entries(confused).map(([letter, others]) => [
      letter.charCodeAt(0),
      Array.from(others, (other) => letterSketch(other.charCodeAt(0))),
    ]),
  );
  return confusedSketches.get(code) ?? [];
}

/**
 * Calls `visit` with the window of each word that is a name with one letter wrong: the first five letters changed as people change them
 * (the first one stays). What goes wrong after those needs no list.
 * @param name folded, of seven letters or more
 */
export function eachVariant(name: string, visit: (window: Window) => void): void {
  const window = windowOf(name);
  const seventh = letterSketch(name.charCodeAt(WINDOW_LENGTH));
  for (let at = 0; at < OPENING_LENGTH; at++) {
    // Doubled; missing; changed places with the next one; another one of the same sound.
    visit(doubledAt(window, at));
    if (at === 0) continue;
    const before = firstBits(at);
    visit((window & before) | (((window << SKETCH_BITS) | seventh) & WINDOW_BITS & ~before));
    const place = SKETCH_BITS * (OPENING_LENGTH - at);
    const letter = (window >>> place) & SKETCH;
    const difference = letter ^ ((window >>> (place - SKETCH_BITS)) & SKETCH);
    visit(window ^ (difference << place) ^ (difference << (place - SKETCH_BITS)));
    for (const other of sketchesConfusedWith(name.charCodeAt(at))) visit(window ^ ((letter ^ other) << place));
  }
}
