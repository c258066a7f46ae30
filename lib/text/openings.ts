/**
 * Where in a text a name may start. Two characters at a time are looked up in a table that knows which pairs names start
 * with; few words of a text pass that, and of those few pass the check of their first five letters (`sketches.ts`).
 */
import { eachVariant, letterSketch, OPENING_LENGTH, SKETCH, SKETCH_BITS } from '../dataset/one-edit.ts';
import { ANYWHERE, EDGE, IGNORED, isInWord, openingAt, openingOf, sketchOf } from './sketches.ts';

/** What names start with, made by `markOpening`. */
export interface Openings {
  /**
   * By two ASCII characters made small (the second one's code times 128): a bit for each group of names that can start with the pair as
   * the edge before a name and its first letter (the lower half of the bits), or as its first two letters (the upper half).
   */
  starts: Int32Array;
  /** The same for the two characters after those. Negative where the pair ends in what makes no words. */
  follows: Int32Array;
  /** By the hashes of an opening: whether names start with it. */
  five: Uint8Array;
  /** Whether long names do, with or without a letter wrong. */
  near: Uint8Array;
  /** By the first four letters, a bit each: whether any of those do. Few words pass, and it is quickly asked. */
  four: Uint8Array;
  /** Where a text may end in the middle of an opening. */
  cut: Uint8Array;
}

const ASCII = 0x80;
const GROUPS = 15;
const EDGE_GROUPS = (1 << GROUPS) - 1;

const isWordCode = (code: number): boolean => sketchOf(code) !== EDGE;
/** Two characters with this added are the same in capitals and small; no two that differ in kind become one. */
const SMALL = 0x20 | (0x20 << 7);
const small = (code: number): number => code | 0x20;
const pairOf = (first: number, second: number): number => first | (second << 7) | SMALL;

const asciiSketches = Uint8Array.from({ length: ASCII }, (_, code) => sketchOf(code));
const smallCodes = Array.from({ length: ASCII }, (_, code) => code).filter((code) => small(code) === code);
const smallEdges = smallCodes.filter((code) => !isWordCode(code));

/** Names are put in groups by their first letter, and by their first two. */
const edgeGroup = (first: number): number => 1 << (first % GROUPS);
const pairGroup = (first: number, second: number): number => 1 << (GROUPS + ((first * 5 + second * 3) % GROUPS));

export function createOpenings(): Openings {
  const starts = new Int32Array(ASCII * ASCII);
  const follows = new Int32Array(ASCII * ASCII);
  for (const edge of smallEdges)
    for (const code of smallCodes) {
      starts[pairOf(edge, code)] = edgeGroup(code);
      follows[pairOf(code, edge)] = 1 << 31;
    }
  return {
    starts,
    follows,
    five: new Uint8Array(1 << 17),
    near: new Uint8Array(1 << 17),
    four: new Uint8Array(1 << 17),
    cut: new Uint8Array(1 << 13),
  };
}

/** Two ways to spread openings over a table: a word passes only where both places are marked. */
const placeOf = (opening: number): number => Math.imul(opening, 0x9e3779b1) >>> 15;
const otherPlaceOf = (opening: number): number => Math.imul(opening, 0x85ebca77) >>> 15;
const cutPlaceOf = (opening: number): number => Math.imul(opening, 0x9e3779b1) >>> 19;

function markIn(table: Uint8Array, four: Uint8Array, opening: number): void {
  table[placeOf(opening)] = 1;
  table[otherPlaceOf(opening)] = 1;
  four[opening >> 8] = (four[opening >> 8] as number) | (1 << ((opening >> 5) & 7));
}
const isMarked = (table: Uint8Array, opening: number): boolean =>
  table[placeOf(opening)] === 1 && table[otherPlaceOf(opening)] === 1;

/** What a character of a folded name may be written with, made small; a space for a hyphen and the other way round. */
function writtenAs(code: number): readonly number[] {
  if (code === 0x20 || code === 0x2d) return gaps;
  return code === 0x27 ? apostrophes : [small(code)];
}
const gaps = [0x20, 0x2d, 0x09, 0x0a, 0x0d, 0x0c].map(small);
const apostrophes = [0x27, 0x60];

/** Marks the ways in which text can open where it has this name (folded). */
export function markOpening(openings: Openings, name: string): void {
  const opening = openingOf(name);
  const { five, four, cut } = openings;
  markIn(five, four, opening);
  for (let left = 1; left < OPENING_LENGTH; left++) cut[cutPlaceOf(opening & (-1 << (SKETCH_BITS * left)))] = 1;
  let plain = 0;
  for (let at = 0; at < 4; at++) {
    const code = name.charCodeAt(at);
    // Characters beyond ASCII are looked at one by one anyhow.
    if (code >= ASCII) return;
    if (at < name.length && isWordCode(code)) plain++;
  }
  if (plain === 4) markPlain(openings, name.charCodeAt(0), name.charCodeAt(1), name.charCodeAt(2), name.charCodeAt(3));
  else markWays(openings, name);
}

function add(table: Int32Array, pair: number, bits: number): void {
  table[pair] = (table[pair] as number) | bits;
}

function markPlain({ starts, follows }: Openings, first: number, second: number, third: number, fourth: number): void {
  const group = pairGroup(first, second);
  add(starts, pairOf(first, second), group);
  add(follows, pairOf(second, third), edgeGroup(first));
  add(follows, pairOf(third, fourth), group);
}

/** A short name, or one with signs among its first characters. */
function markWays({ starts, follows }: Openings, name: string): void {
  const ways = (at: number): readonly number[] => (at < name.length ? writtenAs(name.charCodeAt(at)) : smallCodes);
  const [first, second] = [small(name.charCodeAt(0)), small(name.charCodeAt(1))];
  const mark = (table: Int32Array, at: number, bits: number): void => {
    for (const one of ways(at)) for (const other of ways(at + 1)) add(table, pairOf(one, other), bits);
  };
  mark(follows, 1, edgeGroup(first));
  mark(starts, 0, pairGroup(first, second));
  mark(follows, 2, pairGroup(first, second));
}

/** By sketch: the small letter it is of, where that is one of a to z. */
const lettersBySketch = new Uint8Array(SKETCH + 1);
for (let code = 0x61; code <= 0x7a; code++) lettersBySketch[letterSketch(code)] = code;
const letterOf = (opening: number, at: number): number =>
  lettersBySketch[(opening >> (SKETCH_BITS * (4 - at))) & SKETCH] as number;

/** Marks how words start that are a long name (folded) with one letter wrong, and those that start as it does. */
export function markNear(openings: Openings, name: string): void {
  const { near, four } = openings;
  markIn(near, four, openingOf(name));
  const isAscii = name.charCodeAt(0) < ASCII;
  eachVariant(name, (opening) => {
    markIn(near, four, opening);
    if (isAscii) markPlain(openings, letterOf(opening, 0), letterOf(opening, 1), letterOf(opening, 2), letterOf(opening, 3));
  });
}

/** Whether a word with this opening may be a long name with one letter wrong. */
export const isNear = ({ near }: Openings, opening: number): boolean => isMarked(near, opening);

const startsName = (openings: Openings, opening: number): boolean =>
  isMarked(openings.five, opening) || isNear(openings, opening);

type Visit = (start: number, opening: number) => void;

/** How far before a character beyond ASCII a name may start that has it among its first letters, and how much is then read singly. */
const REACH_BEFORE = 10;
const SINGLY = 64;

/** Calls `visit` with each position at which a name may start, in order, once each. The hottest loop of the extension. */
export function findOpenings(text: string, openings: Openings, visit: Visit): void {
  const { starts, follows, four } = openings;
  const { length } = text;
  /** What the last pair lets names start as, and its characters; and whether the one before it ends in an edge, as a mask. */
  let state = 0;
  let third = 0x20;
  let fourth = 0x20;
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
    if (both !== 0) {
      if ((both & ~EDGE_GROUPS) !== 0 && isOneOf(four, third, fourth, first, second) && at - 2 >= next)
        visitAt(text, at - 2, openings, visit);
      if ((both & EDGE_GROUPS) !== 0) {
        const after = at + 2 < length ? text.charCodeAt(at + 2) : 0x20;
        if ((after >= ASCII || isOneOf(four, fourth, first, second, after)) && at - 1 >= next)
          visitAt(text, at - 1, openings, visit);
      }
    }
    third = first;
    fourth = second;
  }
}

/** Whether these four characters are the first of a name; those after the end of a word count for nothing. */
function isOneOf(four: Uint8Array, first: number, second: number, third: number, fourth: number): boolean {
  const b = asciiSketches[second] as number;
  const c = asciiSketches[third] as number;
  const d = asciiSketches[fourth] as number;
  const rest = b === EDGE ? 0 : (b << 10) | (c === EDGE ? 0 : (c << 5) | d);
  const letters = ((asciiSketches[first] as number) << 15) | rest;
  return ((four[letters >> 3] as number) & (1 << (letters & 7))) !== 0;
}

function visitAt(text: string, start: number, openings: Openings, visit: Visit): void {
  if (isInWord(text, start)) return;
  const opening = openingAt(text, start);
  if (startsName(openings, opening)) visit(start, opening);
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
    if (startsName(openings, opening)) visit(at, opening);
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
