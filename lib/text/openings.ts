/**
 * Where in a text a name may start. Two characters at a time are looked up in a table that knows which pairs names start
 * with; few words of a text pass that, and of those few pass the check of their first five letters (`sketches.ts`).
 */
import { OPENING_LENGTH } from '../dataset/one-edit.ts';
import { ANYWHERE, EDGE, IGNORED, isInWord, openingAt, openingOf, sketchOf } from './sketches.ts';

/** What names start with, made by `markOpening`. */
export interface Openings {
  /**
   * By two ASCII characters (the second one's code times 128): a bit for each group of names that can start with the pair as
   * the edge before a name and its first letter (the lower half of the bits), or as its first two letters (the upper half).
   */
  starts: Int32Array;
  /** The same for the two characters after those. Negative where the pair ends in what makes no words. */
  follows: Int32Array;
  /** By the hash of an opening; the openings of names that a text may end in the middle of are marked in `cut`. */
  five: Uint8Array;
  cut: Uint8Array;
}

const ASCII = 0x80;
const GROUPS = 15;
const EDGE_GROUPS = (1 << GROUPS) - 1;

const isWordCode = (code: number): boolean => sketchOf(code) !== EDGE;
const everyCode = Array.from({ length: ASCII }, (_, code) => code);
const pairOf = (first: number, second: number): number => first | (second << 7);

/** Names are put in groups by their first letter, and by their first two. */
const edgeGroup = (first: number): number => 1 << ((first | 0x20) % GROUPS);
const pairGroup = (first: number, second: number): number =>
  1 << (GROUPS + (((first | 0x20) * 5 + (second | 0x20) * 3) % GROUPS));

export function createOpenings(): Openings {
  const starts = new Int32Array(ASCII * ASCII);
  const follows = new Int32Array(ASCII * ASCII);
  for (const edge of everyCode) {
    if (isWordCode(edge)) continue;
    for (const code of everyCode) {
      starts[pairOf(edge, code)] = edgeGroup(code);
      follows[pairOf(code, edge)] = 1 << 31;
    }
  }
  return { starts, follows, five: new Uint8Array(1 << 16), cut: new Uint8Array(1 << 13) };
}

const placeOf = (opening: number): number => Math.imul(opening, 0x9e3779b1) >>> 16;
const cutPlaceOf = (opening: number): number => Math.imul(opening, 0x9e3779b1) >>> 19;

/** The ASCII characters a character of a folded name may be written with; a space for a hyphen and the other way round. */
function writtenAs(code: number): number[] {
  if (code >= 0x61 && code <= 0x7a) return [code, code - 0x20];
  if (code === 0x20 || code === 0x2d) return [0x20, 0x2d, 0x09, 0x0a, 0x0d, 0x0c];
  return code === 0x27 ? [code, 0x60] : [code];
}

/** Marks the ways in which text can open where it has this name (folded, all of it or the first five characters). */
export function markOpening({ starts, follows, five, cut }: Openings, name: string): void {
  const opening = openingOf(name);
  five[placeOf(opening)] = 1;
  for (let left = 1; left < OPENING_LENGTH; left++) cut[cutPlaceOf(opening & (-1 << (5 * left)))] = 1;
  const [first, second] = [name.charCodeAt(0), name.charCodeAt(1)];
  // Characters beyond ASCII are looked at one by one anyhow.
  for (let at = 0; at < 4; at++) if (name.charCodeAt(at) >= ASCII) return;
  const ways = (at: number): number[] => (at < name.length ? writtenAs(name.charCodeAt(at)) : everyCode);
  const mark = (table: Int32Array, at: number, bits: number): void => {
    for (const one of ways(at))
      for (const other of ways(at + 1)) table[pairOf(one, other)] = (table[pairOf(one, other)] as number) | bits;
  };
  mark(follows, 1, edgeGroup(first));
  mark(starts, 0, pairGroup(first, second));
  mark(follows, 2, pairGroup(first, second));
}

type Visit = (start: number, opening: number) => void;

/** How far before a character beyond ASCII a name may start that has it among its first letters, and how much is then read singly. */
const REACH_BEFORE = 10;
const SINGLY = 64;

/** Calls `visit` with each position at which a name may start, in order, once each. The hottest loop of the extension. */
export function findOpenings(text: string, openings: Openings, visit: Visit): void {
  const { starts, follows } = openings;
  const { length } = text;
  /** What the last pair lets names start as; and whether the one before it ends in an edge, as a mask. */
  let state = 0;
  let edge = -1;
  /** Everything before has been looked at. */
  let next = 0;
  for (let at = 0; at <= length; at += 2) {
    // What follows a text ends its last word.
    const first = at < length ? text.charCodeAt(at) : 0x20;
    const second = at + 1 < length ? text.charCodeAt(at + 1) : 0x20;
    if ((first | second) >= ASCII) {
      const end = Math.min(at + SINGLY, length);
      visitRange(text, Math.max(next, at - REACH_BEFORE), end, openings, visit);
      if (end === length) return;
      next = end;
      at = end - (end & 1) - 2;
      state = 0;
      // A word that started before may go on; one that starts here must be let in.
      edge = -1;
      continue;
    }
    const pair = pairOf(first, second);
    const follow = follows[pair] as number;
    const both = state & follow;
    state = (starts[pair] as number) & (edge | EDGE_GROUPS);
    edge = follow >> 31;
    if (both === 0) continue;
    if ((both & ~EDGE_GROUPS) !== 0 && at - 2 >= next) visitAt(text, at - 2, openings, visit);
    if ((both & EDGE_GROUPS) !== 0 && at - 1 >= next) visitAt(text, at - 1, openings, visit);
  }
}

function visitAt(text: string, start: number, { five }: Openings, visit: Visit): void {
  if (isInWord(text, start)) return;
  const opening = openingAt(text, start);
  if (five[placeOf(opening)] === 1) visit(start, opening);
}

/** Visits the positions of a range at which a word starts as some name does. */
function visitRange(text: string, from: number, to: number, openings: Openings, visit: Visit): void {
  let inWord = from > 0 && isInWord(text, from);
  for (let at = from; at < to; at++) {
    const sketch = sketchOf(text.charCodeAt(at));
    if (sketch === IGNORED) continue;
    if (sketch === ANYWHERE) {
      visit(at, ANYWHERE);
      inWord = false;
      continue;
    }
    const starts = !inWord && sketch !== EDGE;
    inWord = sketch !== EDGE;
    if (!starts) continue;
    const opening = openingAt(text, at);
    if (openings.five[placeOf(opening)] === 1) visit(at, opening);
  }
}

/** Whether a text ends in the first letters of a name, fewer than openings are told by. */
export function endsInOpening(text: string, { cut }: Openings): boolean {
  let start = text.length;
  let letters = 0;
  for (; start > 0 && letters < OPENING_LENGTH; start--) {
    const sketch = sketchOf(text.charCodeAt(start - 1));
    if (sketch === IGNORED) continue;
    if (sketch === ANYWHERE) return true;
    if (sketch === EDGE) break;
    letters++;
  }
  return letters > 0 && letters < OPENING_LENGTH && cut[cutPlaceOf(openingAt(text, start))] === 1;
}
