/** What the sieve knows of names: how they start, each as a few bits in tables, since there are thousands. */
import {
  doubledAt,
  eachVariant,
  endedAfter,
  letterSketch,
  OPENING_LENGTH,
  SKETCH_BITS,
  type Window,
} from '../dataset/one-edit.ts';
import { Bits } from './bits.ts';
import { isContinuous } from './characters.ts';
import { EDGE, readLetters, sketchOf } from './letters.ts';

/** The first five letters of a word as sketches, five bits each, the first one highest. */
export type Opening = number;

/** Names are told apart by so many letters. */
export const WHOLE_LENGTH = 12;
/** Names up to this long are part of many words: they count only where a word visibly starts and ends. */
export const SHORT_LENGTH = 3;
/** Names up to this long that count in one casing only are looked for in that. */
export const SPELLED_LENGTH = 5;
/** In misspellings of the first five letters these two are right. */
export const TAIL_AT = 6;
/** Stands in a name for any ending. */
const ANY_ENDING = 0x2a;

/** A hash gone on with by a letter. */
export const hashed = (hash: number, letter: number): number => Math.imul(hash + letter + 1, 0x85ebca77) ^ (hash >>> 15);

export const sketchOfLetter = (letter: number): number => (letter === EDGE ? EDGE : letterSketch(letter));

function openingOf(letters: ArrayLike<number>): Opening {
  let opening = 0;
  for (let at = 0; at < OPENING_LENGTH; at++) opening = (opening << SKETCH_BITS) | sketchOfLetter(letters[at] as number);
  return opening;
}

/** First letter of a long name and the two at `at`. */
export const tailOf = (letters: Uint16Array, at: number): number =>
  hashed(hashed(letters[0] as number, letters[at] as number), letters[at + 1] as number);

/** What is kept of a long name whose first five letters are right and one after them may be wrong. */
export function startOf(letters: ArrayLike<number>): number {
  let hash = OPENING_LENGTH;
  for (let at = 0; at < OPENING_LENGTH; at++) hash = hashed(hash, letters[at] as number);
  return hash;
}

export class Marks {
  /** Openings of names, spelled right or not. */
  readonly openings: Bits;
  /** The same, with the letter after them. */
  readonly sixes: Bits;
  /** Openings after which anything may come. */
  readonly ends: Bits;
  /** Openings of short names, which have to stand free. */
  readonly free: Bits;
  /** Hashes of names, or of their first letters. */
  readonly whole: Bits;
  /** Openings of long names that count with a letter wrong, and how they open with it. */
  readonly nearOpenings: Bits;
  /** The latter, with the letter after them. */
  readonly near: Bits;
  /** `tailOf` long names. */
  readonly tails: Bits;
  /** By the whole word, folded: short names, and the casing they count in; "" for any. */
  readonly shortWords = new Map<string, string>();
  /** First letters of short names in scripts without spaces. */
  readonly firsts = new Set<number>();
  /** By hash: names a little longer that count in one casing only. */
  readonly spellings = new Map<number, string>();
  /** Letters of the place looked at. */
  readonly #letters = new Uint16Array(WHOLE_LENGTH);

  /** @param length of all names together, in characters: the tables grow with it, so that they stay as empty as they are */
  constructor(length: number) {
    const sizeLog2 = Math.max(Math.ceil(Math.log2(length)), 12);
    this.tails = new Bits(sizeLog2);
    this.ends = new Bits(sizeLog2 + 1);
    this.free = new Bits(sizeLog2 + 1);
    this.openings = new Bits(sizeLog2 + 3);
    this.sixes = new Bits(sizeLog2 + 2);
    this.whole = new Bits(sizeLog2 + 2);
    this.nearOpenings = new Bits(sizeLog2 + 1);
    this.near = new Bits(sizeLog2 + 1);
  }

  /**
   * Lets a name through; answers with how it opens.
   * @param name folded
   * @param endings what may follow it in its word, folded
   * @param spelling the casing it counts in, where that matters
   */
  mark(name: string, endings: readonly string[], spelling: string | undefined): Opening {
    // Thousands of names are marked at the start of each page, in code that is not warm yet: no more is done than must be.
    let count = 0;
    let window: Window = 0;
    let edgeAt = -1;
    let hash = 0;
    let one = -1;
    for (let at = 0; at < name.length && count < WHOLE_LENGTH; at++) {
      const code = name.charCodeAt(at);
      if (code === ANY_ENDING) break;
      const last = one;
      one = sketchOf(code);
      if (one === EDGE) {
        if (last === EDGE) continue;
        if (edgeAt < 0) edgeAt = count;
      }
      hash = hashed(hash, one === EDGE ? EDGE : code);
      if (count <= OPENING_LENGTH) window = (window << SKETCH_BITS) | one;
      count++;
    }
    if (count <= OPENING_LENGTH) window <<= SKETCH_BITS * (OPENING_LENGTH + 1 - count);
    const opening = window >>> SKETCH_BITS;
    if (count <= SHORT_LENGTH && !isContinuous(name.charCodeAt(0))) {
      this.#markShort(name, endings, spelling ?? '');
      return opening;
    }
    if (count <= SPELLED_LENGTH) {
      const isNew = !this.whole.hasTwice(hash);
      if (spelling === undefined) this.spellings.delete(hash);
      else if (isNew) this.spellings.set(hash, spelling);
    }
    this.whole.addTwice(hash);
    if (count <= SHORT_LENGTH) this.firsts.add(name.charCodeAt(0));
    else this.#markWindow(window, count);
    if (edgeAt >= 0 && edgeAt < OPENING_LENGTH) {
      // Two signs may stand where a name of several words has one, or many white spaces.
      this.#markWindow(doubledAt(window, edgeAt), count + 1);
      this.#markWindow(endedAfter(window, edgeAt), OPENING_LENGTH + 1);
    }
    return opening;
  }

  #markShort(name: string, endings: readonly string[], spelling: string): void {
    for (const ending of endings) {
      const word = name + ending;
      this.shortWords.set(word, this.shortWords.has(word) ? '' : spelling);
      const letters = this.#letters;
      const count = readLetters(`${word} `, 0, letters);
      this.#markOpening(openingOf(letters), count, this.free);
    }
  }

  #markWindow(window: Window, count: number): void {
    const opening = window >>> SKETCH_BITS;
    if (count <= OPENING_LENGTH) this.#markOpening(opening, count, this.ends);
    else {
      this.openings.add(opening);
      this.sixes.add(window);
    }
  }

  /** Anything may follow a name that ends within its opening. */
  #markOpening(opening: Opening, count: number, known: Bits): void {
    const ways = 1 << (SKETCH_BITS * Math.max(OPENING_LENGTH - count, 0));
    for (let rest = 0; rest < ways; rest++) {
      this.openings.add(opening | rest);
      known.add(opening | rest);
    }
  }

  /**
   * Lets words through that are a long name with one letter wrong.
   * @param name folded
   * @param endings one of which follows it, folded
   */
  markNear(name: string, endings: readonly string[]): void {
    const letters = this.#letters;
    for (const ending of name.length > TAIL_AT + 1 ? [''] : endings) {
      readLetters(name + ending, 0, letters);
      this.tails.add(tailOf(letters, TAIL_AT));
    }
    // Where the first letters are right, any after them may be wrong.
    const opening = openingOf(letters);
    this.whole.addTwice(startOf(letters));
    this.openings.add(opening);
    this.ends.add(opening);
    this.nearOpenings.add(opening);
    eachVariant(name, (window) => {
      this.openings.add(window >>> SKETCH_BITS);
      this.nearOpenings.add(window >>> SKETCH_BITS);
      this.sixes.add(window);
      this.near.add(window);
    });
  }
}
