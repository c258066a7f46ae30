/**
 * The normal form in which names and page text are compared: lower case, no accents, one kind of
 * apostrophe, hyphen and space. Folding works one UTF-16 code unit at a time so that every position
 * of the folded text points back into the original.
 */

const SPACE = 0x20;
const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;

/** Returned for characters that are read as if they were not there: soft hyphens, zero-width characters, accents, ® and ™. */
export const SKIPPED = 0;

const skipped = /\p{Cf}|[\u0300-\u036f]|[\ufe00-\ufe0f]|[®™©℠]/u;
const apostrophes = /[\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4\uff07]/u;
const hyphens = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/u;

const ascii = Uint8Array.from({ length: 0x80 }, (_, code) => {
  if (code <= SPACE) return SPACE;
  if (code === 0x60) return APOSTROPHE;
  return code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
});
const others = new Map<number, number>();

/** The letters a character stands for, where it stands for several (a ligature); "" for all others. */
export const expansionOf = (code: number): string =>
  code >= 0xfb00 && code <= 0xfb06 ? String.fromCharCode(code).normalize('NFKD') : '';

function foldSlowly(code: number): number {
  const char = String.fromCharCode(code);
  if (skipped.test(char)) return SKIPPED;
  if (apostrophes.test(char)) return APOSTROPHE;
  if (hyphens.test(char)) return HYPHEN;
  if (/\s/u.test(char)) return SPACE;
  if (/[\u0e00-\u0eff\u3040-\u30ff]/u.test(char)) return code; // Thai, Lao, kana: decomposition would change the word
  const base = char
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase();
  // A sigma that ends its word is another letter in lower case only.
  return base === 'ς' ? 0x3c3 : base.length === 1 ? base.charCodeAt(0) : code;
}

/** The folded code unit, or `SKIPPED`. */
export function foldCode(code: number): number {
  if (code < 0x80) return ascii[code] as number;
  let folded = others.get(code);
  if (folded === undefined) {
    folded = foldSlowly(code);
    others.set(code, folded);
  }
  return folded;
}

/** A whole text folded, runs of white space made one space; for names and cue words, not for page text. */
export function fold(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const code = foldCode(text.charCodeAt(i));
    if (code === SKIPPED || (code === SPACE && folded.endsWith(' '))) continue;
    folded += expansionOf(code) || String.fromCharCode(code);
  }
  return folded.trim();
}
