/**
 * Tells of a text, at little more than the cost of reading it, where a name may start: a window of five letters moves over it, and a table
 * says whether any name starts like that. Most texts hold no name, and need no closer look.
 */
import { expansionOf } from '../dataset/fold.ts';
import { OTHER_SCRIPTS } from '../dataset/name-list.ts';
import { letterSketch, OPENING_BITS, OPENING_LENGTH, SKETCH, SKETCH_BITS, WINDOW_BITS } from '../dataset/one-edit.ts';
import { placeOf } from './bits.ts';
import { isContinuous } from './characters.ts';
import { afterLineBreak, EDGE, isInWord, readLetters, readWithoutIgnored, sketchOf } from './letters.ts';
import {
  hashed,
  type Marks,
  type Opening,
  SHORT_LENGTH,
  SPELLED_LENGTH,
  sketchOfLetter,
  startOf,
  TAIL_AT,
  tailOf,
  WHOLE_LENGTH,
} from './marks.ts';
import { isSpelled } from './words.ts';

const SPACE = 0x20;
const HYPHEN = 0x2d;
/** The other hyphen that may end a line. */
const LINE_BREAK_HYPHEN = 0x2010;
/** What a character is to the sieve, where it isn't a sketch: not met yet, or one that has to be looked at singly. */
const NOT_MET = 0x80;
const SINGLE = 0x81;
/** How far before a character that is looked at singly a window may start that has it in it, and how much is then read singly. */
const REACH_BEFORE = 10;
const SINGLY = 16;

type Visit = (start: number, opening: Opening) => boolean;

export interface Sieve {
  /**
   * Calls `visit` with each place at which a name may start, in the middle of words too, in order, until it answers true; then so does
   * this. `visit` must not call it in turn.
   */
  visitOpenings(text: string, visit: Visit): boolean;
  /** Whether a name stands at `start`, whatever comes before and after it: told by its first letters, and by the word of short ones. */
  startsName(text: string, start: number): boolean;
  /** Whether the word at `start` may be a long name with one letter wrong; `opening` is what a visit there was told. */
  mayBeMisspelt(text: string, start: number, opening: Opening): boolean;
}

/** `whenOtherScript` is called before the first letter of another script than Latin is looked at, to complete the marks. */
export function createSieve(marks: Marks, whenOtherScript: () => void): Sieve {
  const { openings, sixes, ends, free, whole, nearOpenings, near, tails, firsts, shortWords, spellings } = marks;
  const { words, shift } = openings;
  /** By UTF-16 code unit: its sketch, `NOT_MET` or `SINGLE`. */
  const sketches = new Uint8Array(0x10000).fill(NOT_MET);
  /** Letters of the place looked at. */
  const letters = new Uint16Array(WHOLE_LENGTH);
  /** Where the last letters stand that were read singly. */
  const places = new Int32Array(8);
  let isComplete = false;

  /** The last six letters before where `passOver` stopped. */
  let window = 0;

  /**
   * Goes over text from `from` on, two characters at a time, up to two that need a closer look: with them a name may open, or they are no
   * plain ones. The hottest loop of the extension: it calls nothing, has one branch for both, and keeps all it needs at hand.
   */
  function passOver(text: string, from: number): number {
    const codes = sketches;
    const bits = words;
    const by = shift;
    const { length } = text;
    const end = length + OPENING_LENGTH - 1;
    let passed = window;
    let at = from;
    for (; at < end; at += 2) {
      const first = codes[at < length ? text.charCodeAt(at) : SPACE] as number;
      const second = codes[at + 1 < length ? text.charCodeAt(at + 1) : SPACE] as number;
      if ((first | second) >= NOT_MET) break;
      const next = ((passed << (2 * SKETCH_BITS)) | (first << SKETCH_BITS) | second) & WINDOW_BITS;
      const place = placeOf(next >>> SKETCH_BITS, by);
      const other = placeOf(next & OPENING_BITS, by);
      if (((((bits[place >>> 5] as number) >>> (place & 31)) | ((bits[other >>> 5] as number) >>> (other & 31))) & 1) !== 0)
        break;
      passed = next;
    }
    window = passed;
    return at;
  }

  function visitOpenings(text: string, visit: Visit): boolean {
    const { length } = text;
    /** Places before this have been visited. */
    let next = 0;
    window = 0;
    for (let at = passOver(text, 0); at < length + OPENING_LENGTH - 1; at = passOver(text, at)) {
      const first = sketchAt(text, at);
      const second = sketchAt(text, at + 1);
      if ((first | second) >= NOT_MET) {
        const end = Math.min(at + SINGLY, length);
        if (visitSingly(text, Math.max(next, at - REACH_BEFORE), end, visit)) return true;
        if (end === length) return false;
        next = end;
        at = end;
        window = 0;
        continue;
      }
      window = ((window << (2 * SKETCH_BITS)) | (first << SKETCH_BITS) | second) & WINDOW_BITS;
      const opening = window >>> SKETCH_BITS;
      const other = window & OPENING_BITS;
      if (at - 4 >= next && openings.has(opening) && passes(text, at - 4, opening) && visit(at - 4, opening)) return true;
      if (at - 3 >= next && openings.has(other) && passes(text, at - 3, other) && visit(at - 3, other)) return true;
      at += 2;
    }
    return false;
  }

  /** A character's sketch; `SINGLE` for those that are read as if absent or as several, that may break words, or stand anywhere in them. */
  function sketchAt(text: string, at: number): number {
    const code = at < text.length ? text.charCodeAt(at) : SPACE;
    if (code === HYPHEN) return breaksWord(text, at) ? SINGLE : EDGE;
    if (sketches[code] === NOT_MET) {
      const sketch = sketchOf(code);
      if (sketch > EDGE && code >= OTHER_SCRIPTS) completeMarks();
      sketches[code] = sketch < EDGE || isContinuous(code) || code === LINE_BREAK_HYPHEN ? SINGLE : sketch;
    }
    return sketches[code] as number;
  }

  /** A second look at an opening, with the letters before and after it. */
  function passes(text: string, start: number, opening: Opening): boolean {
    if (ends.has(opening)) return true;
    const sketch = sketches[start + OPENING_LENGTH < text.length ? text.charCodeAt(start + OPENING_LENGTH) : SPACE] as number;
    return sketch >= NOT_MET || sixes.has((opening << SKETCH_BITS) | sketch) || (free.has(opening) && !isInWord(text, start));
  }

  /** The same for places from `from` up to `to`, in text with characters that are read as if absent, or that break words. */
  function visitSingly(text: string, from: number, to: number, visit: Visit): boolean {
    let window: Opening = 0;
    let count = 0;
    const read = (one: number, at: number): boolean | undefined => {
      window = ((window << SKETCH_BITS) | one) & OPENING_BITS;
      places[count++ & 7] = at;
      if (count < OPENING_LENGTH) return undefined;
      const start = places[(count - OPENING_LENGTH) & 7] as number;
      if (start >= to) return false;
      const mayStart = openings.has(window) || firsts.has(text.charCodeAt(start));
      return mayStart && visit(start, window) ? true : undefined;
    };
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const one = sketchOf(code);
      if (one === EDGE) {
        if ((window & SKETCH) === EDGE) continue;
        const after = afterLineBreak(text, at);
        if (after !== at) {
          at = after - 1;
          continue;
        }
      } else if (code >= OTHER_SCRIPTS) completeMarks();
      const sketchesOf = one < EDGE ? Array.from(expansionOf(code), (letter) => letterSketch(letter.charCodeAt(0))) : [one];
      for (const letter of sketchesOf) {
        const ended = read(letter, at);
        if (ended !== undefined) return ended;
      }
    }
    for (let rest = 1; rest < OPENING_LENGTH; rest++) {
      const ended = read(EDGE, text.length);
      if (ended !== undefined) return ended;
    }
    return false;
  }

  function completeMarks(): void {
    if (isComplete) return;
    isComplete = true;
    whenOtherScript();
  }

  function isShortName(text: string, start: number): boolean {
    if (isInWord(text, start)) return false;
    const end = letters.indexOf(EDGE);
    const word = String.fromCharCode(...letters.subarray(0, end < 0 ? WHOLE_LENGTH : end));
    const spelling = shortWords.get(word);
    return spelling !== undefined && isWrittenAs(text, start, spelling);
  }

  return {
    visitOpenings,

    startsName(text, start) {
      const count = readLetters(text, start, letters);
      const isSpaced = !isContinuous(text.charCodeAt(start));
      let hash = 0;
      for (let at = 0; at < count; at++) {
        hash = hashed(hash, letters[at] as number);
        if ((isSpaced && at < SHORT_LENGTH) || !whole.hasTwice(hash)) continue;
        const spelling = at < SPELLED_LENGTH ? spellings.get(hash) : undefined;
        if (spelling === undefined || isWrittenAs(text, start, spelling)) return true;
      }
      return isSpaced && isShortName(text, start);
    },

    mayBeMisspelt(text, start, opening) {
      if (!nearOpenings.has(opening)) return false;
      readLetters(text, start, letters);
      if (whole.hasTwice(startOf(letters))) return true;
      const six = (opening << SKETCH_BITS) | sketchOfLetter(letters[OPENING_LENGTH] as number);
      if (!near.has(six)) return false;
      // A letter left out, put in, or neither: the rest stands one place before, after, or where it should.
      for (let at = TAIL_AT - 1; at <= TAIL_AT + 1; at++) if (tails.has(tailOf(letters, at))) return true;
      return false;
    },
  };
}

/** Whether a hyphen may stand at the end of a line. */
const breaksWord = (text: string, at: number): boolean => text.charCodeAt(at + 1) <= SPACE;

/** Whether a name of a few letters stands there as it is spelled; "" is any way. */
const isWrittenAs = (text: string, start: number, spelling: string): boolean =>
  spelling === '' || isSpelled(readWithoutIgnored(text, start, spelling.length), spelling);
