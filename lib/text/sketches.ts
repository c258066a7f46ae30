/** What a word starts with, in five sketches of five bits: enough to tell nearly all words that start no name. */
import { expansionOf, foldCode, SKIPPED } from '../dataset/fold.ts';
import { letterSketch, OPENING_LENGTH, SKETCH_BITS } from '../dataset/one-edit.ts';
import { CONTINUOUS, characterClass } from './characters.ts';

/** Sketch of characters that make no words, and of what follows the end of a word. */
export const EDGE = 0;
/** No sketches: the character belongs to a script without spaces, is read as if absent, stands for several, or is new here. */
export const ANYWHERE = 0xfc;
const EXPANDED = 0xfd;
export const IGNORED = 0xfe;
const UNKNOWN = 0xff;

/** By UTF-16 code unit; `sketchOf` fills the gaps. */
const sketches = new Uint8Array(0x10000).fill(UNKNOWN);

/** 1 to 31 for a letter or digit, `EDGE`, or one of the above. */
export function sketchOf(code: number): number {
  const known = sketches[code] as number;
  if (known !== UNKNOWN) return known;
  const folded = foldCode(code);
  const kind = characterClass(code);
  const sketch =
    folded === SKIPPED
      ? IGNORED
      : expansionOf(code) !== ''
        ? EXPANDED
        : kind === CONTINUOUS
          ? ANYWHERE
          : kind === 0
            ? EDGE
            : letterSketch(folded);
  sketches[code] = sketch;
  return sketch;
}

/** Five sketches as one number; what is left of them after the end of the word is `EDGE`. */
const withSketch = (opening: number, sketch: number): number => (opening << SKETCH_BITS) | sketch;
const padded = (opening: number, count: number): number => opening << (SKETCH_BITS * (OPENING_LENGTH - count));

/** The opening of the word that starts at `start`, or of what the text has of it. */
export function openingAt(text: string, start: number): number {
  let opening = 0;
  let count = 0;
  for (let at = start; at < text.length && count < OPENING_LENGTH; at++) {
    const code = text.charCodeAt(at);
    const sketch = sketchOf(code);
    if (sketch === IGNORED) continue;
    if (sketch === EXPANDED) {
      for (const letter of expansionOf(code)) {
        if (count === OPENING_LENGTH) break;
        opening = withSketch(opening, letterSketch(letter.charCodeAt(0)));
        count++;
      }
      continue;
    }
    if (sketch === EDGE) {
      const next = afterLineBreak(text, at);
      if (next === at) break;
      at = next - 1;
      continue;
    }
    if (sketch === ANYWHERE) break;
    opening = withSketch(opening, sketch);
    count++;
  }
  return padded(opening, count);
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

/** The opening of a folded name. */
export function openingOf(name: string): number {
  let opening = 0;
  let count = 0;
  for (; count < OPENING_LENGTH && count < name.length; count++) {
    const sketch = sketchOf(name.charCodeAt(count));
    if (sketch === EDGE || sketch >= ANYWHERE) break;
    opening = withSketch(opening, sketch);
  }
  return padded(opening, count);
}

/** Whether a word goes on before `at`: the last character before it, not counting those read as if absent, makes words. */
export function isInWord(text: string, at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const sketch = sketchOf(text.charCodeAt(before));
    if (sketch !== IGNORED) return sketch !== ANYWHERE && sketch !== EDGE;
  }
  return false;
}
