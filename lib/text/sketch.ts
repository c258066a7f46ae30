/**
 * A fast way to pass over text that holds no names. Each character is sketched in five bits (0 for one that makes no
 * words). Where a word starts, its first three sketches are looked up in a small table, and only where some name starts
 * so, its first five in a larger one. Few strangers pass, and the tree of names turns them away; no name is lost.
 */
import { foldCode, SKIPPED } from '../dataset/fold.ts';
import { CONTINUOUS, characterClass } from './characters.ts';

/** What names start with, made by `markOpening`. */
export interface Openings {
  /** By the first three sketches. The upper half, for letters inside a word, stays empty. */
  three: Uint8Array;
  /** By the first five, in two places each. */
  five: Uint8Array;
}

const SKETCH = 31;
const THREE = (1 << 15) - 1;
const INSIDE_WORD = 1 << 15;

export const createOpenings = (): Openings => ({ three: new Uint8Array(1 << 16), five: new Uint8Array(1 << 17) });

/** Two ways to spread five sketches over their table: they open a name only where both places are marked. */
const placeOf = (five: number): number => Math.imul(five, 0x9e3779b1) >>> 15;
const otherPlaceOf = (five: number): number => Math.imul(five, 0x85ebca77) >>> 15;

/**
 * Unit of a word character: its sketch and this bit; of any other character 0. The last three are no sketches: the
 * character belongs to a script without spaces, is read as if absent, or has not been met yet.
 */
const IN_WORD = 1 << 5;
const ANYWHERE = 0xfd;
const IGNORED = 0xfe;
const UNKNOWN = 0xff;

/** By UTF-16 code unit; `unitOf` fills the gaps. */
const units = new Uint8Array(0x10000).fill(UNKNOWN);

function unitOf(code: number): number {
  const known = units[code] as number;
  if (known !== UNKNOWN) return known;
  const folded = foldCode(code);
  const kind = characterClass(code);
  const unit = folded === SKIPPED ? IGNORED : kind === CONTINUOUS ? ANYWHERE : kind === 0 ? 0 : IN_WORD | (folded & SKETCH);
  units[code] = unit;
  return unit;
}

/** For `bytes`: units of ASCII; above it, what makes the loop look closer. */
const byteUnits = Uint8Array.from({ length: 0x100 }, (_, byte) => (byte < 0x80 ? unitOf(byte) : UNKNOWN));

/** Longer texts are read by character; pages are read in pieces below this. */
const LONGEST_IN_BYTES = 33_000;
/** Below this, turning a text into bytes costs more than it saves. */
const SHORTEST_IN_BYTES = 100;
let buffer: { bytes: Uint8Array; encoder: TextEncoder } | undefined;

/** Calls `visit` with each position at which a name may start, in order, once each. */
export function findOpenings(text: string, openings: Openings, visit: (start: number) => void): void {
  const { length } = text;
  if (length >= SHORTEST_IN_BYTES && length <= LONGEST_IN_BYTES) {
    buffer ??= { bytes: new Uint8Array(LONGEST_IN_BYTES * 3 + 2), encoder: new TextEncoder() };
    const { written } = buffer.encoder.encodeInto(text, buffer.bytes);
    // Text mostly beyond ASCII gains nothing from bytes.
    if (written < length * 1.2) {
      findInBytes(text, buffer.bytes, written, openings, visit);
      return;
    }
  }
  findInCharacters(text, openings, visit);
}

/**
 * The hottest loop of the extension. Bytes are read three times faster than characters of a string; the branch on the
 * table is rarely taken, while a branch on word starts would be mispredicted at every other word.
 */
function findInBytes(text: string, bytes: Uint8Array, size: number, openings: Openings, visit: (start: number) => void): void {
  const { three, five } = openings;
  // The two that may be looked at beyond the end are left from an earlier text.
  bytes.fill(0x20, size, size + 2);
  let sketches = 0;
  let inWord = 0;
  /** Bytes read, less UTF-16 units read. */
  let surplus = 0;
  for (let at = 0; at < size; at++) {
    let unit = byteUnits[bytes[at] as number] as number;
    if (unit === UNKNOWN) {
      const lead = bytes[at] as number;
      const more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
      at += more;
      // A character of four bytes is two units of UTF-16.
      const position = at - more - surplus;
      surplus += more === 3 ? 2 : more;
      unit = unitOf(text.charCodeAt(position));
      if (unit === IGNORED) continue;
      if (unit === ANYWHERE) {
        visitShort(text, position, openings, visit);
        visit(position);
        sketches = 0;
        inWord = 0;
        continue;
      }
    }
    sketches = ((sketches << 5) | (unit & SKETCH)) & THREE;
    inWord = (inWord << 1) | (unit >> 5);
    if (three[sketches | ((inWord << 12) & INSIDE_WORD)] !== 1) continue;
    const fourth = byteUnits[bytes[at + 1] as number] as number;
    const fifth = byteUnits[bytes[at + 2] as number] as number;
    const opening = (sketches << 10) | ((fourth & SKETCH) << 5) | (fifth & SKETCH);
    if (fourth === UNKNOWN || fifth === UNKNOWN || (five[placeOf(opening)] === 1 && five[otherPlaceOf(opening)] === 1))
      visitIfOpen(text, at - surplus, openings, visit);
  }
  visitShort(text, text.length, openings, visit);
}

function findInCharacters(text: string, openings: Openings, visit: (start: number) => void): void {
  const { three } = openings;
  let sketches = 0;
  let inWord = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = unitOf(text.charCodeAt(at));
    if (unit === IGNORED) continue;
    if (unit === ANYWHERE) {
      visitShort(text, at, openings, visit);
      visit(at);
      sketches = 0;
      inWord = 0;
      continue;
    }
    sketches = ((sketches << 5) | (unit & SKETCH)) & THREE;
    inWord = (inWord << 1) | (unit >> 5);
    if (three[sketches | ((inWord << 12) & INSIDE_WORD)] === 1) visitIfOpen(text, at, openings, visit);
  }
  visitShort(text, text.length, openings, visit);
}

/** Visits the word whose third character is at `third`, if a name starts with its five. */
function visitIfOpen(text: string, third: number, { five }: Openings, visit: (start: number) => void): void {
  const start = stepBack(text, third, 2);
  const opening = sketchesFrom(text, start, 5);
  if (five[placeOf(opening)] === 1 && five[otherPlaceOf(opening)] === 1) visit(start);
}

/** A word of two characters right before `end` has no third one to be found by. */
function visitShort(text: string, end: number, openings: Openings, visit: (start: number) => void): void {
  const start = stepBack(text, end, 2);
  if (end - start < 2 || (start > 0 && (unitOf(text.charCodeAt(start - 1)) & IN_WORD) !== 0)) return;
  if (openings.three[sketchesFrom(text, start, 2) << 5] === 1) visit(start);
}

/** The next `count` sketches; after the end of the text, or of its word before a script without spaces, they are 0. */
function sketchesFrom(text: string, start: number, count: number): number {
  let sketches = 0;
  let left = count;
  for (let at = start; left > 0 && at < text.length; at++) {
    const unit = unitOf(text.charCodeAt(at));
    if (unit === IGNORED) continue;
    if (unit === ANYWHERE) break;
    sketches = (sketches << 5) | (unit & SKETCH);
    left--;
  }
  return sketches << (5 * left);
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

/** Folded names hold nothing from here on but letters of scripts without spaces (Thai, kana, Han, Hangul). */
const FIRST_CONTINUOUS = 0x0e00;
const LETTER_S = 's'.charCodeAt(0) & SKETCH;

/** Marks every way in which text can open where it has this name (folded). */
export function markOpening({ three, five }: Openings, name: string): void {
  // These are visited anyhow.
  if (name.charCodeAt(0) >= FIRST_CONTINUOUS) return;
  const sketches: number[] = [];
  for (let at = 0; at < Math.min(5, name.length); at++) {
    const code = name.charCodeAt(at);
    if (code >= FIRST_CONTINUOUS) sketches.push(...Array<number>(5 - at).fill(0));
    // Beyond ASCII, the characters of folded names are letters.
    else sketches.push(code >= 0x80 ? code & SKETCH : unitOf(code) & SKETCH);
    if (sketches.length >= 5) break;
  }
  const mark = (opening: number, have: number, then: readonly number[]): void => {
    if (have === 3) three[opening] = 1;
    if (have === 5) {
      five[placeOf(opening)] = 1;
      five[otherPlaceOf(opening)] = 1;
    } else if (have < sketches.length + then.length)
      mark(
        (opening << 5) |
          ((have < sketches.length ? sketches : then)[have < sketches.length ? have : have - sketches.length] as number),
        have + 1,
        then,
      );
    else for (let any = 0; any <= SKETCH; any++) mark((opening << 5) | any, have + 1, then);
  };
  // A short name ends its word, or has a plural s before the end; then anything may come.
  mark(0, 0, [0]);
  if (sketches.length < 5) mark(0, 0, [LETTER_S, 0]);
}
