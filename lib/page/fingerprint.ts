/** Tells a text that has been read from what stands in its place later, without keeping it. Pure. */
import { standsByItself } from '../text/context.ts';
import type { Candidate } from '../text/mention.ts';

/**
 * The same number for two texts that are the same in all that matters to the names in them: the names and the characters beside them, and
 * all of the text where what comes of one depends on it. Engines keep it without an object.
 */
export function fingerprintOf(text: string, candidates: readonly Candidate[]): number {
  let print = 0;
  const take = (part: string): void => {
    for (let at = 0; at < part.length; at++) print = Math.imul(print ^ part.charCodeAt(at), 0x01000193);
    print = Math.imul(print ^ part.length, 0x01000193);
  };
  if (candidates.every((one) => standsByItself(one, text)))
    for (const { start, end } of candidates) take(text.slice(Math.max(start - 1, 0), end + 1));
  else take(text);
  return (print ^ (print >>> 15)) & 0x3fffffff;
}
