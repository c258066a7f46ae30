/** Words in a text: how one goes on after a name, how it is spelled. */
import { expansionOf, foldCode, SKIPPED } from '../dataset/fold.ts';
import { CONTINUOUS, characterClass, WORD } from './characters.ts';

const LETTER_S = 0x73;

/** The longest ending a name can have, in letters. */
const LONGEST_ENDING = 5;
/** Longer words are no names. */
const LONGEST_WORD = 40;

/** A strength, with or without a release form, that is written on without a space: "mirtazapine15mg", "WELLBUTRINXL150". */
const strength = /^(?:x[lr]|[sce]r)?\d{1,3}(?:[.,]\d+)?(?:\s?(?:mg|mcg|µg|g|ml|мг|mgs|gtt))?(?![\p{L}\p{N}])/iu;
/** Shorter names with a number are other things: "Zoloft1" is a user. */
const SHORTEST_WITH_STRENGTH = 7;

const mayBeStrength = (folded: number): boolean =>
  (folded >= 0x30 && folded <= 0x39) || 'xsce'.includes(String.fromCharCode(folded));

/** What follows a name up to the end of its word, folded, and where that is; undefined where a longer word goes on. */
export function restOfWord(text: string, nameEnd: number, nameStart: number): { end: number; rest: string } | undefined {
  const last = characterClass(text.charCodeAt(nameEnd - 1));
  let rest = '';
  let end = nameEnd;
  for (let at = nameEnd; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const folded = foldCode(code);
    if (folded === SKIPPED) continue;
    const kind = characterClass(code);
    // A name that ends in a sign or in a script without spaces needs no edge after it.
    if (kind === 0 || kind === CONTINUOUS || last !== WORD) break;
    if (mayBeStrength(folded) && at - nameStart >= SHORTEST_WITH_STRENGTH && strength.test(text.slice(at, at + 14))) break;
    if (rest.length === LONGEST_ENDING) return undefined;
    rest += String.fromCharCode(folded);
    end = at + 1;
  }
  // Names that end in s have no plural of their own.
  return rest === 's' && foldCode(text.charCodeAt(nameEnd - 1)) === LETTER_S ? undefined : { end, rest };
}

/** The word that starts at `start`, folded, and where it ends. */
export function wordAt(text: string, start: number): { word: string; end: number } {
  let word = '';
  let end = start;
  for (let at = start; at < text.length && word.length < LONGEST_WORD; at++) {
    const code = text.charCodeAt(at);
    const folded = foldCode(code);
    if (folded === SKIPPED) continue;
    if (characterClass(code) !== WORD) break;
    word += expansionOf(code) || String.fromCharCode(folded);
    end = at + 1;
  }
  return { word, end };
}

/** Whether a word is written as its name is: the same casing, or all capitals (headings) for names of five letters or more. */
export function isSpelled(word: string, spelling: string): boolean {
  let plain = '';
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    const folded = code < 0x80 ? code : foldCode(code);
    if (folded === SKIPPED) continue;
    // Only punctuation is compared folded: letters keep their case and accents.
    plain += folded < 0x80 && code >= 0x80 && characterClass(code) === 0 ? String.fromCharCode(folded) : word.charAt(i);
  }
  plain = plain.replace(/\s+/g, ' ');
  return plain === spelling || (spelling.length >= 5 && plain === spelling.toUpperCase());
}
