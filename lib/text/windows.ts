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
  /** By the same hash, cut: how far before the window's first byte names start that hold it, a bit for each distance. */
  distances: Uint8Array;
  /**
   * By two folded bytes of a window, for names too short to fill one: `ENDS` where they are the last two letters and come
   * first in it, `OPENS` where they are the first two and come last, `TAIL` where they are a last letter and what follows.
   */
  pairs: Uint8Array;
}

const ENDS = 1;
const OPENS = 2;
const TAIL = 4;

export const createWindows = (): Windows => ({
  grams: new Uint8Array(1 << 17),
  distances: new Uint8Array(1 << 17),
  pairs: new Uint8Array(1 << 16),
});

/** Makes capitals small, and other bytes no worse than alike. */
const CASE_BITS = 0x20202020;
const NOT_ASCII = 0x80808080 | 0;
const SPREAD = 0x9e3779b1 | 0;

/** How much of a name windows are made from. */
export const LONGEST_STEM = 7;
/** A window that could be filled in more ways than this is marked by its better half. */
const MOST_WAYS = 256;

/** Names start this much after the window's first byte, or up to `FURTHEST` before it. */
const NEAREST = 3;
const FURTHEST = 3;

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
export function markWindows(windows: Windows, name: string): void {
  const length = Math.min(name.length, LONGEST_STEM);
  for (let at = 0; at < length; at++) if (name.charCodeAt(at) >= 0x80) return;
  for (let offset = 0; offset < 4; offset++)
    if (isPlain(name, offset)) markGram(windows, gramAt(name, offset), offset);
    else markEdges(windows, name, offset);
}

/** Whether a window inside the name can be written in one way only. */
function isPlain(name: string, offset: number): boolean {
  if (offset + 4 > Math.min(name.length, LONGEST_STEM)) return false;
  for (let at = offset; at < offset + 4; at++) if (!isWordByte[name.charCodeAt(at)]) return false;
  return true;
}

const gramAt = (name: string, at: number): number =>
  name.charCodeAt(at) |
  (name.charCodeAt(at + 1) << 8) |
  (name.charCodeAt(at + 2) << 16) |
  (name.charCodeAt(at + 3) << 24) |
  CASE_BITS;

/** Marks the window `offset` bytes after the name's start, or four before that, with what may stand around the name. */
function markEdges(windows: Windows, name: string, offset: number): void {
  const length = Math.min(name.length, LONGEST_STEM);
  const bytesAt = (at: number): number[] => {
    if (at < 0) return at === -1 ? edge : anything;
    if (at < length) return writtenAs(name.charCodeAt(at));
    // After the seventh letter a longer name goes on in some way.
    return at === length && name.length === length ? edgeOrPlural : anything;
  };
  const windowAt = (start: number): number[][] => [0, 1, 2, 3].map((byte) => bytesAt(start + byte));
  const markPair = ([first = [], second = []]: number[][], flag: number): void => {
    for (const a of first) for (const b of second) windows.pairs[a | (b << 8)] = (windows.pairs[a | (b << 8)] as number) | flag;
  };
  const [later, earlier] = [windowAt(offset), windowAt(offset - 4)];
  const distance = offset > 0 && waysOf(earlier) < waysOf(later) ? offset - 4 : offset;
  const window = distance === offset ? later : earlier;
  if (waysOf(window) <= MOST_WAYS) markGrams(windows, window, distance);
  else if (offset === 2) markPair(earlier.slice(2), OPENS);
  else if (offset === length - 2) markPair(later, ENDS);
  else if (offset === length - 1) markPair(later, TAIL);
  else markGrams(windows, window, distance);
}

const waysOf = (lists: readonly number[][]): number => lists.reduce((ways, bytes) => ways * bytes.length, 1);

function markGrams(windows: Windows, [first = [], second = [], third = [], fourth = []]: number[][], distance: number): void {
  for (const a of first)
    for (const b of second)
      for (const c of third) for (const d of fourth) markGram(windows, a | (b << 8) | (c << 16) | (d << 24), distance);
}

function markGram({ grams, distances }: Windows, gram: number, distance: number): void {
  const hash = Math.imul(gram, SPREAD);
  grams[hash >>> 15] = (grams[hash >>> 15] as number) | (1 << ((hash >>> 12) & 7));
  distances[hash >>> 15] = (distances[hash >>> 15] as number) | (1 << (distance + NEAREST));
}

/** UTF-16 units that a window's bytes are more than. */
export function surplusOf(window: number): number {
  let surplus = 0;
  for (let byte = 0; byte < 4; byte++) {
    const value = (window >>> (8 * byte)) & 0xff;
    // Three bytes are one unit, four are two.
    if (value >= 0xc0) surplus += value >= 0xe0 ? 2 : 1;
  }
  return surplus;
}

/** A window tells of no more: four words can start in its reach, and pairs may tell of three once more. */
export const hitsPerWindow = 7;

/** Set in a hit that is the index of a window with characters beyond ASCII, and not the byte at which a name may start. */
export const FOREIGN = 1 << 30;

/**
 * Writes into `hits`, in the order of the text, the bytes at which a word starts as some name does, some of them twice, and
 * the windows that must be looked at by characters; answers with their number. The hottest loop of the extension.
 * @param words the UTF-8 of a text, four bytes each, from the first byte on
 * @param bytes the same memory
 */
export function findWindows(words: Int32Array, bytes: Uint8Array, count: number, windows: Windows, hits: Int32Array): number {
  const { grams, distances, pairs } = windows;
  let found = 0;
  for (let at = 0; at < count; at++) {
    const window = words[at] as number;
    const folded = window | CASE_BITS;
    const hash = Math.imul(folded, SPREAD);
    const gram = ((grams[hash >>> 15] as number) >> ((hash >>> 12) & 7)) & 1;
    const first = pairs[folded & 0xffff] as number;
    const last = pairs[folded >>> 16] as number;
    // All at once: a branch for each would be guessed wrong more often.
    if ((gram | (first & (ENDS | TAIL)) | (last & OPENS) | (window & NOT_ASCII)) === 0) continue;
    if ((window & NOT_ASCII) !== 0) {
      hits[found++] = at | FOREIGN;
      continue;
    }
    const byte = 4 * at;
    if (gram !== 0) {
      const marks = distances[hash >>> 15] as number;
      for (let distance = FURTHEST; distance >= -NEAREST; distance--)
        if ((marks & (1 << (distance + NEAREST))) !== 0 && startsWord(bytes, byte - distance)) hits[found++] = byte - distance;
    }
    if ((first & (ENDS | TAIL)) !== 0 && startsWord(bytes, byte - 1)) hits[found++] = byte - 1;
    // A name of two letters is its own last two.
    if ((first & ENDS) !== 0 && startsWord(bytes, byte)) hits[found++] = byte;
    if ((last & OPENS) !== 0 && startsWord(bytes, byte + 2)) hits[found++] = byte + 2;
  }
  return found;
}

/** A character beyond ASCII counts as no part of a word: around those there is a closer look anyhow. */
const startsWord = (bytes: Uint8Array, at: number): boolean =>
  at >= 0 && isWordByte[bytes[at] as number] === 1 && (at === 0 || isWordByte[bytes[at - 1] as number] === 0);
