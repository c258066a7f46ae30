/** Where two pieces of text meet, and where a long one may be cut. Pure. */

/** What a character is to a name that might cross it. */
const space = 0;
const stop = 1;
const letter = 2;

const stops = new Set([...',;:!?()[]{}"|*\u2013\u2014\u201c\u201d\u2022\u2026'].map((character) => character.charCodeAt(0)));
const kinds = Uint8Array.from({ length: 128 }, (_, code) => (code <= 32 ? space : stops.has(code) ? stop : letter));

function kindOf(code: number): number {
  if (code < 128) return kinds[code] as number;
  if (code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a)) return space;
  return stops.has(code) ? stop : letter;
}

export const isSpace = (code: number): boolean => kindOf(code) === space;

/**
 * Whether the last character of a text and the first of the next could be one word. If not, it makes no difference to any
 * name whether the two stand in one line or in two.
 */
export function mayBeOneWord(lastCode: number, firstCode: number): boolean {
  return kindOf(lastCode) === letter && kindOf(firstCode) === letter;
}

/** How far a piece may reach back for white space, in UTF-16 units. */
const searchLength = 1_000;

/**
 * Cuts a long text at white space into pieces of at most `length` UTF-16 units, as ends in ascending order (the last is
 * `text.length`). Text with no white space is cut where it must be, never inside a surrogate pair.
 */
export function pieceEnds(text: string, length: number): number[] {
  const ends: number[] = [];
  let start = 0;
  while (text.length - start > length) {
    const limit = start + length;
    let end = limit;
    const lowest = Math.max(start + 1, limit - searchLength);
    while (end >= lowest && !isSpace(text.charCodeAt(end))) end--;
    if (end < lowest) {
      end = limit;
      const code = text.charCodeAt(end);
      if (code >= 0xdc00 && code <= 0xdfff && end - 1 > start) end--;
    }
    ends.push(end);
    start = end;
  }
  ends.push(text.length);
  return ends;
}

/** Index of the last of the ascending `starts` that is at or before `offset`; 0 when there is none. */
export function lastAtOrBefore(starts: ArrayLike<number>, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
