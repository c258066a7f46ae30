/**
 * A fast way to pass over text that holds no names. A window of four characters slides along the text, each
 * sketched in five bits, and a table says whether any name starts with four characters so sketched, where a
 * word can start. Some strangers pass, and the tree of names turns them away; no name is lost.
 */
import { foldCode, SKIPPED } from '../dataset/fold.ts';
import { CONTINUOUS, characterClass } from './characters.ts';

/** How many characters a window holds. */
export const WINDOW = 4;
/** Where the edge bits of the window's first character, and of the one before it, are found. */
const STARTED = 2 * (WINDOW - 1);
const BLOCKED = 2 * WINDOW + 1;
const WINDOW_BITS = (1 << (5 * WINDOW)) - 1;

/** Size of the table of openings. */
export const OPENINGS = 1 << 16;

/** A unit at or above this is no sketch: the character has not been met yet, or is read as if absent. */
const UNKNOWN = 0xfe;
const IGNORED = 0xff;

/** A unit holds five bits of the folded character (0 if it makes no words), then these two. */
const STARTS = 1 << 5;
const BLOCKS = 1 << 6;

let units: Uint8Array | undefined;

/** Sketches by UTF-16 code unit; `sketchUnit` fills the gaps. */
function sketchUnits(): Uint8Array {
  if (!units) {
    units = new Uint8Array(0x10000).fill(UNKNOWN);
    for (let code = 0; code < 0x80; code++) sketchUnit(code);
  }
  return units;
}

/** The sketch of a character, kept for the next time. */
function sketchUnit(code: number): number {
  const table = sketchUnits();
  const known = table[code] as number;
  if (known !== UNKNOWN) return known;
  const folded = foldCode(code);
  const kind = characterClass(code);
  // Scripts without spaces: a word can start at each character, and after each.
  const unit =
    folded === SKIPPED
      ? IGNORED
      : kind === 0
        ? 0
        : kind === CONTINUOUS
          ? STARTS | (folded & 31)
          : STARTS | BLOCKS | (folded & 31);
  table[code] = unit;
  return unit;
}

/** Spreads the bits of a window over the table. */
const SPREAD = 0x9e3779b1;
const keyOf = (window: number): number => Math.imul(window, SPREAD) >>> 16;

/**
 * Calls `visit` with each position at which a name may start, in order.
 * The loop is the hottest of the extension: no calls, and one branch that is almost never taken.
 */
export function findOpenings(text: string, openings: Uint8Array, visit: (start: number) => void): void {
  const table = sketchUnits();
  const { length } = text;
  let window = 0;
  // Two bits a character, the newest lowest: can a word start here, does it keep the next from starting one.
  let edges = 0;
  for (let at = 0; at < length; at++) {
    let unit = table[text.charCodeAt(at)] as number;
    if (unit >= UNKNOWN) {
      unit = sketchUnit(text.charCodeAt(at));
      if (unit === IGNORED) continue;
    }
    window = ((window << 5) | (unit & 31)) & WINDOW_BITS;
    edges = (edges << 2) | (unit >> 5);
    const open = (openings[Math.imul(window, SPREAD) >>> 16] as number) & (edges >> STARTED) & ~(edges >> BLOCKED);
    if ((open & 1) !== 0) visit(stepBack(text, at, WINDOW - 1));
  }
  // The last words pass through the rest of the window too.
  for (let at = length; at < length + WINDOW - 1; at++) {
    window = (window << 5) & WINDOW_BITS;
    edges <<= 2;
    const open = (openings[keyOf(window)] as number) & (edges >> STARTED) & ~(edges >> BLOCKED);
    if ((open & 1) !== 0) visit(stepBack(text, at, WINDOW - 1));
  }
}

/** Marks every window that a name which starts so (folded, at most `WINDOW` characters) can open. */
export function markOpenings(openings: Uint8Array, start: string): void {
  // Beyond ASCII, the characters of folded names are letters.
  const sketches = Array.from({ length: start.length }, (_, i) => start.charCodeAt(i)).map(
    (code) => (code < 0x80 ? sketchUnit(code) : code) & 31,
  );
  const fill = (window: number, have: number): void => {
    if (have === WINDOW) {
      openings[keyOf(window)] = 1;
      return;
    }
    const given = sketches[have];
    if (given !== undefined) fill((window << 5) | given, have + 1);
    // After a short name anything may come.
    else for (let any = 0; any < 32; any++) fill((window << 5) | any, have + 1);
  };
  fill(0, 0);
}

/** The position `count` characters before `at`, not counting those read as if absent. */
function stepBack(text: string, at: number, count: number): number {
  let position = at;
  for (let left = count; left > 0 && position > 0; ) {
    position--;
    if (position >= text.length || sketchUnit(text.charCodeAt(position)) !== IGNORED) left--;
  }
  return position;
}
