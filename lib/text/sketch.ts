/**
 * A fast way to pass over text that holds no names. A window of five characters slides along the text, each sketched in
 * five bits, and a table says whether any name starts with five characters so sketched, where a word can start.
 * Few strangers pass, and the tree of names turns them away; no name is lost.
 */
import { foldCode, SKIPPED } from '../dataset/fold.ts';
import { CONTINUOUS, characterClass } from './characters.ts';

/** How many characters a window holds. */
export const WINDOW = 5;
const WINDOW_BITS = (1 << (5 * WINDOW)) - 1;
/** Size of the table of openings. */
export const OPENINGS = 1 << 17;
/** Two ways to spread the bits of a window over the table: a window opens a name only where both are marked. */
const SPREAD = 0x9e3779b1;
const SPREAD_AGAIN = 0x85ebca77;
const SPREAD_SHIFT = 15;

/**
 * The unit of a word character: five bits of it folded, then this bit; of any other character 0. At or above `SLOW` a unit
 * is no sketch: the character has not been met yet, is read as if absent, or belongs to a script without spaces.
 */
const IN_WORD = 1 << 5;
const SLOW = 0xfd;
const UNKNOWN = 0xfd;
const IGNORED = 0xfe;
const ANYWHERE = 0xff;

/** Where the word bits of the window's first character, and of the one before it, are found. */
const FIRST = WINDOW - 1;
const BEFORE = WINDOW;

let units: Uint8Array | undefined;

/** Units by UTF-16 code unit; `unitOf` fills the gaps. */
function unitTable(): Uint8Array {
  if (!units) {
    units = new Uint8Array(0x10000).fill(UNKNOWN);
    for (let code = 0; code < 0x80; code++) unitOf(code);
  }
  return units;
}

/** The unit of a character, kept for the next time. */
function unitOf(code: number): number {
  const table = unitTable();
  const known = table[code] as number;
  if (known !== UNKNOWN) return known;
  const folded = foldCode(code);
  const kind = characterClass(code);
  const unit = folded === SKIPPED ? IGNORED : kind === CONTINUOUS ? ANYWHERE : kind === 0 ? 0 : IN_WORD | (folded & 31);
  table[code] = unit;
  return unit;
}

/**
 * Calls `visit` with each position at which a name may start, in order.
 * The loop is the hottest of the extension: no calls, and branches that are almost never taken.
 */
export function findOpenings(text: string, openings: Uint8Array, visit: (start: number) => void): void {
  const table = unitTable();
  const { length } = text;
  let window = 0;
  /** A bit a character, the newest lowest: does it stand in a word. */
  let inWord = 0;
  let hasIgnored = false;
  for (let at = 0; at < length; at++) {
    let unit = table[text.charCodeAt(at)] as number;
    if (unit >= SLOW) {
      unit = unitOf(text.charCodeAt(at));
      if (unit === IGNORED) {
        hasIgnored = true;
        continue;
      }
      if (unit === ANYWHERE) {
        // Names before it may end here, and one may start here.
        finishWindow(text, at, window, inWord, openings, visit);
        visit(at);
        window = 0;
        inWord = 0;
        continue;
      }
    }
    window = ((window << 5) | (unit & 31)) & WINDOW_BITS;
    inWord = (inWord << 1) | (unit >> 5);
    if (
      ((inWord >> FIRST) & ~(inWord >> BEFORE) & 1) !== 0 &&
      openings[Math.imul(window, SPREAD) >>> SPREAD_SHIFT] === 1 &&
      openings[Math.imul(window, SPREAD_AGAIN) >>> SPREAD_SHIFT] === 1
    )
      visit(hasIgnored ? stepBack(text, at, WINDOW - 1) : at - (WINDOW - 1));
  }
  finishWindow(text, length, window, inWord, openings, visit);
}

/** Lets the last characters pass through the rest of the window, as if spaces followed. */
function finishWindow(
  text: string,
  end: number,
  lastWindow: number,
  lastInWord: number,
  openings: Uint8Array,
  visit: (start: number) => void,
): void {
  let window = lastWindow;
  let inWord = lastInWord;
  for (let left = WINDOW - 1; left > 0; left--) {
    window = (window << 5) & WINDOW_BITS;
    inWord <<= 1;
    const opens = (openings[Math.imul(window, SPREAD) >>> SPREAD_SHIFT] as number) & (inWord >> FIRST) & ~(inWord >> BEFORE);
    if ((opens & 1) !== 0) visit(stepBack(text, end, left));
  }
}

/** Folded names hold nothing from here on but letters of scripts without spaces (Thai, kana, Han, Hangul). */
const FIRST_CONTINUOUS = 0x0e00;

const LETTER_S = 's'.charCodeAt(0) & 31;

/** Marks every window that text can open with where it has this name (folded). */
export function markOpenings(openings: Uint8Array, name: string): void {
  // These are visited anyhow.
  if (name.charCodeAt(0) >= FIRST_CONTINUOUS) return;
  const mark = (window: number, have: number, next: (at: number) => readonly number[]): void => {
    if (have === WINDOW) {
      openings[Math.imul(window, SPREAD) >>> SPREAD_SHIFT] = 1;
      openings[Math.imul(window, SPREAD_AGAIN) >>> SPREAD_SHIFT] = 1;
    } else for (const sketch of next(have)) mark((window << 5) | sketch, have + 1, next);
  };
  const continuous = [...name].findIndex((character) => character >= String.fromCharCode(FIRST_CONTINUOUS));
  // Where such a letter stands, text before it passes through the window as if spaces followed.
  const sketches = Array.from(name.slice(0, WINDOW), (character, at) => {
    const code = character.charCodeAt(0);
    if (continuous >= 0 && at >= continuous) return 0;
    // Beyond ASCII, the characters of folded names are letters.
    return code >= 0x80 ? code & 31 : unitOf(code) & 31;
  });
  const { length } = sketches;
  const anything = length < WINDOW ? Array.from({ length: 32 }, (_, sketch) => sketch) : [];
  const given = (at: number) => sketches.slice(at, at + 1);
  // A short name ends its word, or has a plural s before the end; then anything may come.
  mark(0, 0, (at) => (at < length ? given(at) : at === length ? [0] : anything));
  if (length < WINDOW)
    mark(0, 0, (at) => (at < length ? given(at) : at === length ? [LETTER_S] : at === length + 1 ? [0] : anything));
}

/** The position `count` characters before `at`, not counting those read as if absent. */
function stepBack(text: string, at: number, count: number): number {
  let position = at;
  for (let left = count; left > 0 && position > 0; ) {
    position--;
    if (unitOf(text.charCodeAt(position)) !== IGNORED) left--;
  }
  return position;
}
