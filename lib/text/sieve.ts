/**
 * Tells of a text, at little more than the cost of reading it, where a name may start: a window of five letters moves over it, and a table
 * says whether any name starts like that. Most texts hold no name, and need no closer look.
 */
import { expansionOf } from '../dataset/fold.ts';
import { letterSketch, OPENING_LENGTH, SKETCH, SKETCH_BITS } from '../dataset/one-edit.ts';
import { isContinuous } from './characters.ts';
import { afterLineBreak, EDGE, isInWord, readLetters, readWithoutIgnored, sketchOf } from './letters.ts';
import {
  hashed,
  type Marks,
  type Opening,
  openingOf,
  SHORT_LENGTH,
  SPELLED_LENGTH,
  sketchOfLetter,
  startOf,
  TAIL_AT,
  tailOf,
  WHOLE_LENGTH,
} from './marks.ts';
import { isSpelled } from './words.ts';

const OPENING = (1 << (SKETCH_BITS * OPENING_LENGTH)) - 1;
const WINDOW = (1 << (SKETCH_BITS * (OPENING_LENGTH + 1))) - 1;

const ASCII = 0x80;
const SPACE = 0x20;
const HYPHEN = 0x2d;
/** How far before a character that is looked at singly a window may start that has it in it, and how much is then read singly. */
const REACH_BEFORE = 10;
const SINGLY = 16;

/**
 * By two ASCII characters (the second one's code times 128): their sketches. Below 0, and one less, where one is a hyphen, which may
 * break a word at the end of a line.
 */
function sketchPairs(): Int16Array {
  const pairs = new Int16Array(ASCII * ASCII);
  for (let second = 0; second < ASCII; second++) {
    const last = sketchOf(second);
    for (let first = 0; first < ASCII; first++) {
      const both = (sketchOf(first) << SKETCH_BITS) | last;
      pairs[first | (second << 7)] = first === HYPHEN || second === HYPHEN ? -1 - both : both;
    }
  }
  return pairs;
}

/** Stands for two characters of which one is not ASCII. */
const OTHERS = -(1 << 15);

type Visit = (start: number, opening: Opening) => boolean;

export class Sieve {
  readonly #marks: Marks;
  readonly #pairs = sketchPairs();
  /** Letters of the place looked at. */
  readonly #letters = new Uint16Array(WHOLE_LENGTH);
  /** Where the last letters stand that were read singly. */
  readonly #places = new Int32Array(8);

  constructor(marks: Marks) {
    this.#marks = marks;
  }

  /**
   * Calls `visit` with each place at which a name may start, in the middle of words too, in order, until it answers true; then so does this.
   * The hottest loop of the extension.
   */
  visitOpenings(text: string, visit: Visit): boolean {
    const openings = this.#marks.openings;
    const pairs = this.#pairs;
    const { length } = text;
    /** The last six letters. */
    let window = 0;
    /** Places before this have been visited. */
    let next = 0;
    for (let at = 0; at < length + OPENING_LENGTH - 1; at += 2) {
      const first = at < length ? text.charCodeAt(at) : SPACE;
      const second = at + 1 < length ? text.charCodeAt(at + 1) : SPACE;
      let pair = (first | second) < ASCII ? (pairs[first | (second << 7)] as number) : OTHERS;
      if (pair < 0) {
        if (pair !== OTHERS && !breaksWord(text, first === HYPHEN ? at : at + 1)) pair = -1 - pair;
        else {
          const end = Math.min(at + SINGLY, length);
          if (this.#visitSingly(text, Math.max(next, at - REACH_BEFORE), end, visit)) return true;
          if (end === length) return false;
          next = end;
          at = end - 2;
          window = 0;
          continue;
        }
      }
      window = ((window << (2 * SKETCH_BITS)) | pair) & WINDOW;
      const opening = window >>> SKETCH_BITS;
      if (openings.has(opening) && at - 4 >= next && this.#passes(text, at - 4, opening) && visit(at - 4, opening)) return true;
      const other = window & OPENING;
      if (openings.has(other) && at - 3 >= next && this.#passes(text, at - 3, other) && visit(at - 3, other)) return true;
    }
    return false;
  }

  /** A second look at an opening, with the letter after it. */
  #passes(text: string, start: number, opening: Opening): boolean {
    if (this.#marks.ends.has(opening)) return true;
    const code = start + OPENING_LENGTH < text.length ? text.charCodeAt(start + OPENING_LENGTH) : SPACE;
    return code >= ASCII || code === HYPHEN || this.#marks.sixes.has((opening << SKETCH_BITS) | sketchOf(code));
  }

  /** The same for places from `from` up to `to`, in text with characters that are read as if absent, or that break words. */
  #visitSingly(text: string, from: number, to: number, visit: Visit): boolean {
    const places = this.#places;
    let window: Opening = 0;
    let count = 0;
    const read = (one: number, at: number): boolean | undefined => {
      window = ((window << SKETCH_BITS) | one) & OPENING;
      places[count++ & 7] = at;
      if (count < OPENING_LENGTH) return undefined;
      const start = places[(count - OPENING_LENGTH) & 7] as number;
      if (start >= to) return false;
      const mayStart = this.#marks.openings.has(window) || this.#marks.firsts.has(text.charCodeAt(start));
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
      }
      const letters = one < EDGE ? Array.from(expansionOf(code), (letter) => letterSketch(letter.charCodeAt(0))) : [one];
      for (const letter of letters) {
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

  /** Whether a name stands at `start`, whatever comes before and after it: told by its first letters, and by the word of short ones. */
  startsName(text: string, start: number): boolean {
    const letters = this.#letters;
    const count = readLetters(text, start, letters);
    const isSpaced = !isContinuous(text.charCodeAt(start));
    let hash = 0;
    for (let at = 0; at < count; at++) {
      hash = hashed(hash, letters[at] as number);
      if ((isSpaced && at < SHORT_LENGTH) || !this.#marks.whole.hasTwice(hash)) continue;
      const spelling = at < SPELLED_LENGTH ? this.#marks.spellings.get(hash) : undefined;
      if (spelling === undefined || isWrittenAs(text, start, spelling)) return true;
    }
    return isSpaced && this.#isShortName(text, start);
  }

  #isShortName(text: string, start: number): boolean {
    if (isInWord(text, start)) return false;
    const end = this.#letters.indexOf(EDGE);
    const word = String.fromCharCode(...this.#letters.subarray(0, end < 0 ? WHOLE_LENGTH : end));
    const spelling = this.#marks.shortWords.get(word);
    return spelling !== undefined && isWrittenAs(text, start, spelling);
  }

  /** Whether the word at `start` may be a long name with one letter wrong. */
  mayBeMisspelt(text: string, start: number): boolean {
    const letters = this.#letters;
    readLetters(text, start, letters);
    if (this.#marks.whole.hasTwice(startOf(letters))) return true;
    const six = (openingOf(letters) << SKETCH_BITS) | sketchOfLetter(letters[OPENING_LENGTH] as number);
    if (!this.#marks.near.has(six)) return false;
    // A letter left out, put in, or neither: the rest stands one place before, after, or where it should.
    for (let at = TAIL_AT - 1; at <= TAIL_AT + 1; at++) if (this.#marks.tails.has(tailOf(letters, at))) return true;
    return false;
  }
}

/** Whether a hyphen may stand at the end of a line. */
const breaksWord = (text: string, at: number): boolean => text.charCodeAt(at + 1) <= SPACE;

/** Whether a name of a few letters stands there as it is spelled; "" is any way. */
const isWrittenAs = (text: string, start: number, spelling: string): boolean =>
  spelling === '' || isSpelled(readWithoutIgnored(text, start, spelling.length), spelling);
