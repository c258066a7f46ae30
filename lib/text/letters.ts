/** What characters are to the sieve: one of 32 sketches each, enough to tell nearly all words that start no name. */
import { expansionOf, foldCode, SKIPPED } from '../dataset/fold.ts';
import { letterSketch } from '../dataset/one-edit.ts';
import { CONTINUOUS, characterClass } from './characters.ts';

/** Sketch of what makes no words; letters and digits have 1 to 31. */
export const EDGE = 0;

/** In `readings`: a letter of a script without spaces, at either side of which a word may start. */
const ANYWHERE = 0x40;
/** In `readings`: read as if absent, or as several letters; these have no sketch of their own. */
const IGNORED = 0x80;
const EXPANDED = 0x81;
const SKETCH_PART = 0x3f;

/** By UTF-16 code unit, 256 to a page: its sketch plus one and what is said of it; 0 for those not met yet. A text has few of the pages. */
const readings: (Uint8Array | undefined)[] = new Array(0x100).fill(undefined);

function learn(code: number): number {
  const folded = foldCode(code);
  const kind = characterClass(code);
  const reading =
    folded === SKIPPED
      ? IGNORED
      : expansionOf(code) !== ''
        ? EXPANDED
        : kind === 0
          ? EDGE + 1
          : (letterSketch(folded) + 1) | (kind === CONTINUOUS ? ANYWHERE : 0);
  const page = readings[code >> 8] ?? new Uint8Array(0x100);
  readings[code >> 8] = page;
  page[code & 0xff] = reading;
  return reading;
}

const readingOf = (code: number): number => readings[code >> 8]?.[code & 0xff] || learn(code);

/** The sketch of a character; -1 for one that is read as if absent or as several (see `expansionOf`). */
export function sketchOf(code: number): number {
  const reading = readingOf(code);
  return reading >= IGNORED ? -1 : (reading & SKETCH_PART) - 1;
}

/** Whether a character is read as if it were not there. */
export const isIgnored = (code: number): boolean => readingOf(code) === IGNORED;

/** Whether a word goes on before `at`: the last character before it, not counting those read as if absent, makes words. */
export function isInWord(text: string, at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const reading = readingOf(text.charCodeAt(before));
    if (reading !== IGNORED) return reading !== EDGE + 1 && (reading & ANYWHERE) === 0;
  }
  return false;
}

/** Where a word goes on that is broken here by a hyphen and the end of a line; `at` where none is. */
export function afterLineBreak(text: string, at: number): number {
  if (text.charCodeAt(at) !== 0x2d && text.charCodeAt(at) !== 0x2010) return at;
  let next = at + 1;
  while (text.charAt(next) === ' ' || text.charAt(next) === '\r') next++;
  if (text.charAt(next) !== '\n') return at;
  while (/\s/.test(text.charAt(next))) next++;
  return next;
}

/**
 * Writes the folded letters of a text from `start` on into `into`, up to its length, as code units: all that makes no words is `EDGE`, edges
 * in a row one. What is left of `into` is `EDGE` as well. Answers with the number of letters.
 */
export function readLetters(text: string, start: number, into: Uint16Array): number {
  let count = 0;
  for (let at = start; at < text.length && count < into.length; at++) {
    const code = text.charCodeAt(at);
    const one = sketchOf(code);
    if (one > EDGE) into[count++] = foldCode(code);
    else if (one === EDGE) {
      const next = afterLineBreak(text, at);
      if (next !== at) at = next - 1;
      else if (count === 0 || into[count - 1] !== EDGE) into[count++] = EDGE;
    } else
      for (const letter of expansionOf(code)) {
        if (count < into.length) into[count++] = letter.charCodeAt(0);
      }
  }
  // A loop, since engines take longer to call `fill` than to go over a few letters.
  for (let at = count; at < into.length; at++) into[at] = EDGE;
  return count;
}

/** The next `count` characters of a text, without those that are read as if absent. */
export function readWithoutIgnored(text: string, start: number, count: number): string {
  let read = '';
  for (let at = start; at < text.length && read.length < count; at++)
    if (!isIgnored(text.charCodeAt(at))) read += text.charAt(at);
  return read;
}
