/**
 * Where in a text a name may start. Each character is sketched in five bits (0 for one that makes no words), and a word is
 * entered in the tree of names only where its first five sketches are those of some name.
 */
import { foldCode, SKIPPED } from '../dataset/fold.ts';
import { CONTINUOUS, characterClass } from './characters.ts';
import {
  createWindows,
  FOREIGN,
  findWindows,
  hitsPerWindow,
  LONGEST_STEM,
  markWindows,
  surplusOf,
  type Windows,
} from './windows.ts';

/** What names start with, made by `markOpening`. */
export interface Openings {
  windows: Windows;
  /** Beginnings marked already: many names share theirs. */
  marked: Set<string>;
  /** By the first five sketches, in two places each. */
  five: Uint8Array;
}

const SKETCH = 31;

export const createOpenings = (): Openings => ({
  windows: createWindows(),
  marked: new Set(),
  five: new Uint8Array(1 << 17),
});

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

/** Longer texts are read by character; pages are read in pieces below this. */
const LONGEST_IN_BYTES = 33_000;
/** Text with more bytes for each character gains nothing from bytes: it is mostly beyond ASCII. */
const MOST_BYTES = 1.2;
/** Below this, turning a text into bytes costs more than it saves. */
const SHORTEST_IN_BYTES = 100;
interface Buffers {
  bytes: Uint8Array;
  /** The same memory, four bytes each. */
  words: Int32Array;
  hits: Int32Array;
  encoder: TextEncoder;
}
let buffers: Buffers | undefined;

function makeBuffers(): Buffers {
  const count = Math.ceil((LONGEST_IN_BYTES * MOST_BYTES) / 4) + 2;
  const words = new Int32Array(count);
  return { words, bytes: new Uint8Array(words.buffer), hits: new Int32Array(hitsPerWindow * count), encoder: new TextEncoder() };
}

type Visit = (start: number) => void;

/** How far around characters beyond ASCII names may start that have them inside. */
const farReach = { before: 10, after: 6 } as const;

/** Calls `visit` with each position at which a name may start, in order, once each. */
export function findOpenings(text: string, openings: Openings, visit: Visit): void {
  const { length } = text;
  if (length >= SHORTEST_IN_BYTES && length <= LONGEST_IN_BYTES) {
    buffers ??= makeBuffers();
    const { bytes, encoder } = buffers;
    const { read, written } = encoder.encodeInto(text, bytes);
    if (read === length && written <= length * MOST_BYTES) {
      // The end of the text ends its last word, whatever an earlier text left in the buffer.
      bytes.fill(0x20, written, written + 8);
      findInBytes(text, buffers, (written >> 2) + 1, openings, visit);
      return;
    }
  }
  visitRange(text, 0, length, openings, visit);
}

function findInBytes(text: string, { bytes, words, hits }: Buffers, count: number, openings: Openings, visit: Visit): void {
  const found = findWindows(words, bytes, count, openings.windows, hits);
  /** The first position not looked at yet. */
  let next = 0;
  /** Bytes read, less UTF-16 units read. */
  let surplus = 0;
  for (let at = 0; at < found; at++) {
    const hit = hits[at] as number;
    if ((hit & FOREIGN) !== 0) {
      const window = hit & ~FOREIGN;
      const position = 4 * window - surplus;
      const to = Math.min(position + farReach.after, text.length);
      visitRange(text, Math.max(position - farReach.before, next), to, openings, visit);
      next = Math.max(next, to);
      surplus += surplusOf(words[window] as number);
      continue;
    }
    const start = hit - surplus;
    if (start < next) continue;
    next = start + 1;
    visitRange(text, start, start + 1, openings, visit);
  }
}

/** Visits the positions of a range at which a word starts as some name does. */
function visitRange(text: string, from: number, to: number, { five }: Openings, visit: Visit): void {
  let inWord = from > 0 && isInWord(text, from);
  for (let at = from; at < to; at++) {
    const unit = unitOf(text.charCodeAt(at));
    if (unit === IGNORED) continue;
    if (unit === ANYWHERE) {
      visit(at);
      inWord = false;
      continue;
    }
    const starts = !inWord && unit !== 0;
    inWord = unit !== 0;
    if (!starts) continue;
    const opening = sketchesFrom(text, at, 5);
    if (five[placeOf(opening)] === 1 && five[otherPlaceOf(opening)] === 1) visit(at);
  }
}

/** Whether the last character before `at`, not counting those read as if absent, makes words. */
function isInWord(text: string, at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const unit = unitOf(text.charCodeAt(before));
    if (unit !== IGNORED) return unit !== ANYWHERE && unit !== 0;
  }
  return false;
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

/** Folded names hold nothing from here on but letters of scripts without spaces (Thai, kana, Han, Hangul). */
const FIRST_CONTINUOUS = 0x0e00;
const LETTER_S = 's'.charCodeAt(0) & SKETCH;

/** Marks every way in which text can open where it has this name (folded). */
export function markOpening({ five, windows, marked }: Openings, name: string): void {
  // One character more than is looked at: a name that ends there is another thing than one that goes on.
  const beginning = name.slice(0, LONGEST_STEM + 1);
  // Scripts without spaces are visited anyhow.
  if (name.charCodeAt(0) >= FIRST_CONTINUOUS || marked.has(beginning)) return;
  marked.add(beginning);
  markWindows(windows, name);
  const sketches: number[] = [];
  for (let at = 0; at < Math.min(5, name.length); at++) {
    const code = name.charCodeAt(at);
    if (code >= FIRST_CONTINUOUS) sketches.push(...Array<number>(5 - at).fill(0));
    // Beyond ASCII, the characters of folded names are letters.
    else sketches.push(code >= 0x80 ? code & SKETCH : unitOf(code) & SKETCH);
    if (sketches.length >= 5) break;
  }
  const mark = (opening: number, have: number, then: readonly number[]): void => {
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
