/** Reads what an abbreviation is said to stand for, where a text spells it out beside it: "NDRI, the National Dairy Research Institute". */
import { fold } from '../dataset/fold.ts';

/** How far from the abbreviation its words may stand, in UTF-16 units. */
const REACH = 100;
const little = new Set(
  'of the a an and for in on to de la las los el del y e do da dos das du des le les l et di della dei und der die das van het en och i'.split(
    ' ',
  ),
);
/** Words of our own classes, folded. */
const own =
  /^(?:seroton|norepi|noradr|monoam|mono|trycic|tricyc|tricic|trizyk|dopamin|inhib|antidep|antidipr|revers|recapt|recaptu|select|selekt|oxidas|reuptake|hemmer)/;

const initials = (words: readonly string[]): string => words.map((word) => word.charAt(0)).join('');
const wordsOf = (text: string): string[] => (text.match(/\p{L}+/gu) ?? []).map(fold).filter((word) => !little.has(word));

const placeBefore = /\b(?:at|from|near)\s(?:the\s)?$/;
const bracketBefore = /\(\s?$/;
const signAfter = /^s?\s?[,(:–—=]/;
const signOrEndAfter = /^s?\s?(?:[,(:–—=]|$)/;

/** What stands right before, as far as it tells anything. */
const leadOf = (text: string, start: number): string => text.slice(Math.max(0, start - 10), start);

/** Whether `otherExpansion` may find anything there, in this text or one that goes on after it. */
export const mayBeSpelledOut = (text: string, start: number, end: number): boolean =>
  bracketBefore.test(leadOf(text, start)) ||
  placeBefore.test(leadOf(text, start)) ||
  signOrEndAfter.test(text.slice(end, end + 3));

/**
 * The words right before or right after `text[start, end)` that begin with its letters, or the place where it is an institute ("at
 * the NDRI in Karnal"); undefined where there are none, or where they are those of a class of medicines.
 */
export function otherExpansion(text: string, start: number, end: number): string | undefined {
  const lead = leadOf(text, start);
  if (placeBefore.test(lead)) {
    const place = /^,?\s(?:in|at|of)\s\p{Lu}\p{L}+/u.exec(text.slice(end, end + 30))?.[0];
    if (place !== undefined) return place.trim();
  }
  const letters = fold(text.slice(start, end)).replace(/s$/, '');
  if (!/^[a-z]{2,5}$/.test(letters)) return undefined;
  const before = bracketBefore.test(lead) ? wordsOf(text.slice(Math.max(0, start - REACH), start)).slice(-letters.length) : [];
  const after = signAfter.test(text.slice(end, end + 3)) ? wordsOf(text.slice(end, end + REACH)).slice(0, letters.length) : [];
  for (const words of [before, after])
    if (initials(words) === letters && !words.some((word) => own.test(word))) return words.join(' ');
  return undefined;
}
