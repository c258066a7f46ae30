/**
 * A fast way to pass over text that holds no names: four bytes at a time. A name of seven letters holds one whole window of
 * four wherever it starts; of a shorter one, some window holds what is left of it and the edge of its word. Windows that names
 * can have are marked in a table; few others are, and those are looked at more closely (`openings.ts`).
 */
import { foldCode } from '../dataset/fold.ts';
import { characterClass, WORD } from './characters.ts';

export interface Windows {
  /** One bit for each hash of four folded bytes. */
  grams: Uint8Array;
  /**
   * By two folded bytes of a window, for names too short to fill one: `ENDS` where they are the last two letters and come
   * first in it, `OPENS` where they are the first two and come last, `TAIL` where they are a last letter and what follows.
   */
  pairs: Uint8Array;
}

const ENDS = 1;
const OPENS = 2;
const TAIL = 4;

export const createWindows = (): Windows => ({ grams: new Uint8Array(1 << 17), pairs: new Uint8Array(1 << 16) });

/** Makes capitals small, and other bytes no worse than alike. */
const CASE_BITS = 0x20202020;
const NOT_ASCII = 0x80808080;
const hashOf = (window: number): number => Math.imul(window, 0x9e3779b1);

/** How much of a name windows are made from. */
export const LONGEST_STEM = 7;
/** A window that could be filled in more ways than this is marked by its better half. */
const MOST_WAYS = 256;

/** Folded bytes, each list without doubles. */
const foldedBytes = (codes: readonly number[]): number[] => [...new Set(codes.map((code) => code | 0x20))];
/** ASCII without the control characters that no text has. */
const everyCode = Array.from({ length: 0x80 }, (_, code) => code).filter(
  (code) => code >= 0x20 || (code >= 0x09 && code <= 0x0d),
);
const anything = foldedBytes(everyCode);
const edge = foldedBytes(everyCode.filter((code) => characterClass(code) !== WORD));
const PLURAL = 's'.charCodeAt(0);
const edgeOrPlural = [...edge, PLURAL];
const isWordByte = Uint8Array.from({ length: 0x100 }, (_, byte) => Number(byte < 0x80 && characterClass(byte) === WORD));
const SPACE = 0x20;
const HYPHEN = 0x2d;

/** The bytes a character of a folded name may be written with; a space for a hyphen and the other way round. */
const written = new Map<number, number[]>();
function writtenAs(code: number): number[] {
  let bytes = written.get(code);
  if (!bytes) {
    const isGap = code === SPACE || code === HYPHEN;
    bytes = foldedBytes(everyCode.filter((from) => (isGap ? [SPACE, HYPHEN].includes(foldCode(from)) : foldCode(from) === code)));
    written.set(code, bytes);
  }
  return bytes;
}

/** Marks every window that text has where it has this name (folded). Names beyond ASCII are found without. */
export function markWindows({ grams, pairs }: Windows, name: string): void {
  const stem = [...name.slice(0, LONGEST_STEM)].map((character) => character.charCodeAt(0));
  const foreign = stem.findIndex((code) => code >= 0x80);
  if (foreign >= 0) return;
  const bytesAt = (at: number): number[] => {
    if (at < 0) return at === -1 ? edge : anything;
    if (at < stem.length) return writtenAs(stem[at] as number);
    // After the seventh letter a longer name goes on in some way.
    return at === stem.length && name.length === stem.length ? edgeOrPlural : anything;
  };
  const windowAt = (start: number): number[][] => [0, 1, 2, 3].map((byte) => bytesAt(start + byte));
  const markPair = ([first = [], second = []]: number[][], flag: number): void => {
    for (const a of first) for (const b of second) pairs[a | (b << 8)] = (pairs[a | (b << 8)] as number) | flag;
  };

  for (let offset = 0; offset < 4; offset++) {
    const [later, earlier] = [windowAt(offset), windowAt(offset - 4)];
    const window = offset > 0 && waysOf(earlier) < waysOf(later) ? earlier : later;
    if (waysOf(window) <= MOST_WAYS) markGrams(grams, window);
    else if (offset === 2) markPair(earlier.slice(2), OPENS);
    else if (offset === stem.length - 2) markPair(later, ENDS);
    else if (offset === stem.length - 1) markPair(later, TAIL);
    else markGrams(grams, window);
  }
}

const waysOf = (window: readonly number[][]): number => window.reduce((ways, bytes) => ways * bytes.length, 1);

function markGrams(grams: Uint8Array, [first = [], second = [], third = [], fourth = []]: number[][]): void {
  for (const a of first)
    for (const b of second)
      for (const c of third)
        for (const d of fourth) {
          const hash = hashOf(a | (b << 8) | (c << 16) | (d << 24));
          grams[hash >>> 15] = (grams[hash >>> 15] as number) | (1 << ((hash >>> 12) & 7));
        }
}

/** Where a name may start around a window, in bytes from its own place. */
export const windowReach = { before: 3, after: 2 } as const;

/** UTF-16 units that a window's bytes are more than. */
function surplusOf(window: number): number {
  let surplus = 0;
  for (let byte = 0; byte < 4; byte++) {
    const value = (window >>> (8 * byte)) & 0xff;
    // Three bytes are one unit, four are two.
    if (value >= 0xc0) surplus += value >= 0xe0 ? 2 : 1;
  }
  return surplus;
}

export interface WindowLooks {
  /** A window of plain text, by its first byte, around which a name may start; `surplus` is how many bytes more than UTF-16 units came before. */
  plain(byte: number, surplus: number): void;
  /** A window with characters beyond ASCII, by its UTF-16 position: they may stand in the middle of a name. */
  other(position: number): void;
}

/**
 * Tells of the windows outside whose reach no name starts, in order.
 * @param words the UTF-8 of a text, four bytes each, from the first byte on
 */
export function findWindows(words: Uint32Array, count: number, { grams, pairs }: Windows, looks: WindowLooks): void {
  let surplus = 0;
  for (let at = 0; at < count; at++) {
    const window = words[at] as number;
    const folded = window | CASE_BITS;
    const hash = hashOf(folded);
    const first = pairs[folded & 0xffff] as number;
    if (
      (((grams[hash >>> 15] as number) >> ((hash >>> 12) & 7)) & 1) === 0 &&
      ((first & (ENDS | TAIL)) === 0 || ((first & TAIL) === 0 && isInside((window >>> 16) & 0xff))) &&
      (((pairs[folded >>> 16] as number) & OPENS) === 0 || isWordByte[(window >>> 8) & 0xff] === 1) &&
      (window & NOT_ASCII) === 0
    )
      continue;
    if ((window & NOT_ASCII) === 0) looks.plain(4 * at, surplus);
    else {
      looks.other(4 * at - surplus);
      surplus += surplusOf(window);
    }
  }
}

/** Whether a byte after the end of a short name would make its word a longer one. */
const isInside = (byte: number): boolean => isWordByte[byte] === 1 && (byte | 0x20) !== PLURAL;
