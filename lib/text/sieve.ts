/**
 * Tells of a text, at little more than the cost of reading it, where a name may start: a window of five letters moves over it, and a table
 * says whether any name starts like that. Most texts hold no name, and need no closer look.
 */
import { expansionOf } from '../dataset/fold.ts';
import { eachVariant, letterSketch, OPENING_LENGTH, SKETCH, SKETCH_BITS } from '../dataset/one-edit.ts';
import { Bits } from './bits.ts';
import { afterLineBreak, EDGE, isContinuous, isInWord, readLetters, readWithoutIgnored, sketchOf } from './letters.ts';

/** The first five letters of a word as sketches, five bits each, the first one highest. */
type Opening = number;

const OPENING = (1 << (SKETCH_BITS * OPENING_LENGTH)) - 1;
const WINDOW = (1 << (SKETCH_BITS * (OPENING_LENGTH + 1))) - 1;
/** Names are told apart by so many letters. */
const WHOLE_LENGTH = 12;
/** Names up to this long are part of many words: they count only where a word visibly starts and ends. */
const SHORT_LENGTH = 3;
/** Names up to this long that count in one casing only are looked for in that. */
const SPELLED_LENGTH = 5;
/** In misspellings of the first five letters these two are right. */
const TAIL_AT = 6;
/** Stands in a name for any ending. */
const ANY_ENDING = 0x2a;

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

const hashed = (hash: number, letter: number): number => Math.imul(hash + letter + 1, 0x85ebca77) ^ (hash >>> 15);

function hashOf(letters: ArrayLike<number>, count: number, seed = 0): number {
  let hash = seed;
  for (let at = 0; at < count; at++) hash = hashed(hash, letters[at] as number);
  return hash;
}

const sketchOfLetter = (letter: number): number => (letter === EDGE ? EDGE : letterSketch(letter));

function openingOf(letters: ArrayLike<number>): Opening {
  let opening = 0;
  for (let at = 0; at < OPENING_LENGTH; at++) opening = (opening << SKETCH_BITS) | sketchOfLetter(letters[at] as number);
  return opening;
}

/** First letter of a long name and the two at `at`. */
const tailOf = (letters: Uint16Array, at: number): number =>
  hashed(hashed(letters[0] as number, letters[at] as number), letters[at + 1] as number);

type Visit = (start: number, opening: Opening) => boolean;

export class Sieve {
  readonly #pairs = sketchPairs();
  /** Openings of names, spelled right or not. */
  readonly #openings = new Bits(20);
  /** The same, with the letter after them. */
  readonly #sixes = new Bits(20);
  /** Openings after which anything may come. */
  readonly #ends = new Bits(18);
  /** Hashes of names, or of their first letters. */
  readonly #whole = new Bits(20);
  /** Openings of long names with a letter wrong, with the letter after them. */
  readonly #near = new Bits(20);
  /** `tailOf` long names. */
  readonly #tails = new Bits(16);
  /** By the whole word, folded: short names, and the casing they count in; "" for any. */
  readonly #shortWords = new Map<string, string>();
  /** First letters of short names in scripts without spaces. */
  readonly #firsts = new Set<number>();
  /** By hash: names a little longer that count in one casing only. */
  readonly #spellings = new Map<number, string>();
  /** Letters of the place looked at. */
  readonly #letters = new Uint16Array(WHOLE_LENGTH);
  /** Where the last letters stand that were read singly. */
  readonly #places = new Int32Array(8);

  /**
   * Lets a name through; answers with how it opens.
   * @param name folded
   * @param endings what may follow it in its word, folded
   * @param spelling the casing it counts in, where that matters
   */
  mark(name: string, endings: readonly string[], spelling: string | undefined): Opening {
    // Thousands of names are marked at the start of each page, in code that is not warm yet: no more is done than must be.
    let count = 0;
    let opening = 0;
    let sixth = EDGE;
    let hash = 0;
    let one = -1;
    let hasEdge = false;
    for (let at = 0; at < name.length && count < WHOLE_LENGTH; at++) {
      const code = name.charCodeAt(at);
      if (code === ANY_ENDING) break;
      const last = one;
      one = sketchOf(code);
      if (one === EDGE) {
        if (last === EDGE) continue;
        hasEdge ||= count < OPENING_LENGTH;
      }
      hash = hashed(hash, one === EDGE ? EDGE : code);
      if (count < OPENING_LENGTH) opening = (opening << SKETCH_BITS) | one;
      else if (count === OPENING_LENGTH) sixth = one;
      count++;
    }
    if (count < OPENING_LENGTH) opening <<= SKETCH_BITS * (OPENING_LENGTH - count);
    if (count <= SHORT_LENGTH && !isContinuous(name.charCodeAt(0))) {
      this.#markShort(name, endings, spelling ?? '');
      return opening;
    }
    if (count <= SPELLED_LENGTH) {
      const isNew = !this.#whole.hasTwice(hash);
      if (spelling === undefined) this.#spellings.delete(hash);
      else if (isNew) this.#spellings.set(hash, spelling);
    }
    this.#whole.addTwice(hash);
    if (count <= SHORT_LENGTH) this.#firsts.add(name.charCodeAt(0));
    else this.#markWindow(opening, count, sixth);
    if (hasEdge) this.#markLooseEdges(name);
    return opening;
  }

  #markShort(name: string, endings: readonly string[], spelling: string): void {
    for (const ending of endings) {
      const word = name + ending;
      this.#shortWords.set(word, this.#shortWords.has(word) ? '' : spelling);
      const letters = this.#letters;
      const count = readLetters(`${word} `, 0, letters);
      this.#markWindow(openingOf(letters), count, sketchOfLetter(letters[OPENING_LENGTH] as number));
    }
  }

  /** Marks the windows of a name of several words: two signs may stand where it has one, or many white spaces. */
  #markLooseEdges(name: string): void {
    const letters = this.#letters;
    const count = readLetters(name, 0, letters);
    const edge = letters.indexOf(EDGE);
    const head = Array.from(letters.subarray(0, edge + 1));
    const rest = Array.from(letters.subarray(edge + 1, OPENING_LENGTH + 1));
    this.#markWindow(openingOf([...head, EDGE, ...rest]), count + 1, sketchOfLetter(rest[OPENING_LENGTH - edge - 2] ?? EDGE));
    this.#markWindow(openingOf([...head, ...rest.fill(EDGE)]), OPENING_LENGTH + 1, EDGE);
  }

  /** Anything may follow a name that ends within its window. */
  #markWindow(opening: Opening, count: number, sixth: number): void {
    if (count > OPENING_LENGTH) {
      this.#openings.add(opening);
      this.#sixes.add((opening << SKETCH_BITS) | sixth);
      return;
    }
    const ways = 1 << (SKETCH_BITS * (OPENING_LENGTH - count));
    for (let rest = 0; rest < ways; rest++) {
      this.#openings.add(opening | rest);
      this.#ends.add(opening | rest);
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
      this.#tails.add(tailOf(letters, TAIL_AT));
    }
    // Where the first letters are right, any after them may be wrong.
    const opening = openingOf(letters);
    this.#whole.addTwice(hashOf(letters, OPENING_LENGTH, OPENING_LENGTH));
    this.#openings.add(opening);
    this.#ends.add(opening);
    eachVariant(name, (variant, sixth) => {
      const six = (variant << SKETCH_BITS) | sixth;
      this.#openings.add(variant);
      this.#sixes.add(six);
      this.#near.add(six);
    });
  }

  /**
   * Calls `visit` with each place at which a name may start, in the middle of words too, in order, until it answers true; then so does this.
   * The hottest loop of the extension.
   */
  visitOpenings(text: string, visit: Visit): boolean {
    const openings = this.#openings;
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
    if (this.#ends.has(opening)) return true;
    const code = start + OPENING_LENGTH < text.length ? text.charCodeAt(start + OPENING_LENGTH) : SPACE;
    return code >= ASCII || code === HYPHEN || this.#sixes.has((opening << SKETCH_BITS) | sketchOf(code));
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
      const mayStart = this.#openings.has(window) || this.#firsts.has(text.charCodeAt(start));
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
      if ((isSpaced && at < SHORT_LENGTH) || !this.#whole.hasTwice(hash)) continue;
      const spelling = at < SPELLED_LENGTH ? this.#spellings.get(hash) : undefined;
      if (spelling === undefined || isWrittenAs(text, start, spelling)) return true;
    }
    return isSpaced && this.#isShortName(text, start);
  }

  #isShortName(text: string, start: number): boolean {
    if (isInWord(text, start)) return false;
    const end = this.#letters.indexOf(EDGE);
    const word = String.fromCharCode(...this.#letters.subarray(0, end < 0 ? WHOLE_LENGTH : end));
    const spelling = this.#shortWords.get(word);
    return spelling !== undefined && isWrittenAs(text, start, spelling);
  }

  /** Whether the word at `start` may be a long name with one letter wrong. */
  mayBeMisspelt(text: string, start: number): boolean {
    const letters = this.#letters;
    readLetters(text, start, letters);
    if (this.#whole.hasTwice(hashOf(letters, OPENING_LENGTH, OPENING_LENGTH))) return true;
    const six = (openingOf(letters) << SKETCH_BITS) | sketchOfLetter(letters[OPENING_LENGTH] as number);
    if (!this.#near.has(six)) return false;
    // A letter left out, put in, or neither: the rest stands one place before, after, or where it should.
    for (let at = TAIL_AT - 1; at <= TAIL_AT + 1; at++) if (this.#tails.has(tailOf(letters, at))) return true;
    return false;
  }
}

/** Whether a hyphen may stand at the end of a line. */
const breaksWord = (text: string, at: number): boolean => text.charCodeAt(at + 1) <= SPACE;

/** Whether a name of a few letters stands there in its casing, or in capitals. */
function isWrittenAs(text: string, start: number, spelling: string): boolean {
  const written = readWithoutIgnored(text, start, spelling.length);
  return written === spelling || (spelling.length >= SPELLED_LENGTH && written === spelling.toUpperCase());
}
