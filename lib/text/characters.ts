/** Which characters make words. */

/** A letter, digit, mark or underscore: words are runs of these. */
export const WORD = 1;
/** A letter of a script that puts no spaces around words (Thai, Lao, Khmer, Burmese, kana, Han, Hangul): a word may start or end at any of them. */
export const CONTINUOUS = 2;

/** Whether a UTF-16 code unit is `CONTINUOUS`. */
export const isContinuous = (code: number): boolean => characterClass(code) === CONTINUOUS;

const word = /[\p{L}\p{N}\p{M}_]/u;
const continuous = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/u;
/** Marks of footnotes: "sertraline²". */
const superscript = /[\u00b2\u00b3\u00b9\u2070-\u2079]/u;
const combiningAccent = /[\u0300-\u036f\ufe00-\ufe0f]/u;

const isAsciiWord = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x5f;

/** By UTF-16 code unit, for those met so far: texts have a few hundred of them. */
const classes = new Map<number, number>();

function classify(code: number): number {
  const char = String.fromCharCode(code);
  if (combiningAccent.test(char) || superscript.test(char)) return 0;
  if (continuous.test(char)) return CONTINUOUS;
  return word.test(char) ? WORD : 0;
}

/** `WORD`, `CONTINUOUS` or 0, for one UTF-16 code unit. */
export function characterClass(code: number): number {
  // Spares pages in plain English the building of the expressions above.
  if (code < 0x80) return isAsciiWord(code) ? WORD : 0;
  let kind = classes.get(code);
  if (kind === undefined) {
    kind = classify(code);
    classes.set(code, kind);
  }
  return kind;
}
