/** Where the card goes: a pure function of the mark's lines, the pointer, the card's size and the viewport. */
import { lineAt, type Point, type Rect, type Size } from './geometry.ts';

/**
 * `before` and `after`: beside the word, where neither above nor below has room for the whole card. `over`: no room
 * anywhere, so it may lie on the word. `sheet`: along the bottom edge of a narrow screen.
 */
type Side = 'below' | 'above' | 'before' | 'after' | 'over' | 'sheet';

export interface Placement {
  side: Side;
  /** Left and top edge in viewport CSS px. */
  x: number;
  y: number;
  maxHeight: number;
}

export interface PlacementInput {
  /** One rectangle per line of the mark; may be empty when the mark is out of sight. */
  lines: readonly Rect[];
  pointer?: Point | undefined;
  /** The card's natural size: as wide as it may be, as tall as its content. */
  card: Size;
  viewport: Size;
  /** Reading direction of the card's words. */
  direction: 'ltr' | 'rtl';
  /** Opened by a finger: a sheet, however wide the screen. */
  touch?: boolean | undefined;
  /** Grown to its full size. */
  full?: boolean | undefined;
  /** The side it is on now: kept while there is fair room, so that a growing card does not jump. */
  keep?: Side | undefined;
}

const marginPx = 12;
/** Between the line and the card; small, so that the way between them is short. */
const gapPx = 6;
/** The card starts this far before the mark, so that its words stand in line with the mark. */
const outdentPx = 17;
const sheetBelowPx = 400;
/** A sheet on a wide screen is no wider than this. */
const sheetWidthPx = 560;
/** A sheet leaves this much of the page in sight, so that it is seen to lie on it. */
const aboveSheetPx = 48;
/** A sheet in a window so low that half of it is nothing may be this high. */
const leastSheetPx = 280;
/** A card beside the word starts this far above it: its heading stands level with the word. */
const riseFromPx = 18;
/** A card shorter than this can hardly be read. */
const leastHeightPx = 180;
/** Room enough to keep the side a card is on. */
const fairHeightPx = 320;

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

/** True when the card is a sheet along the bottom edge. */
export function isSheet(viewport: Size, touch = false): boolean {
  return touch || viewport.width < sheetBelowPx;
}

/** As wide as the screen, or as far as lines are good to read. */
export const sheetWidth = ({ width }: Size): number => Math.min(width, sheetWidthPx);

/**
 * Half the screen; most of it once the reader asks for more, and where the screen is low (zoomed in, or a phone on its
 * side). Along the upper edge where it would lie on the word.
 */
function placeSheet(line: Rect | undefined, card: Size, viewport: Size, full: boolean): Placement {
  const most = Math.max(0, viewport.height - aboveSheetPx);
  const wanted = full ? most : Math.min(most, Math.max(viewport.height / 2, leastSheetPx));
  const x = (viewport.width - sheetWidth(viewport)) / 2;
  const [above, below] = line ? [line.top - gapPx, viewport.height - gapPx - line.bottom] : [0, most];
  const height = Math.min(card.height, wanted);
  const atTop = !full && below < height && above > below;
  // Rather a low sheet than one on the word, while it can be read.
  const maxHeight = Math.floor(full ? wanted : clamp(Math.max(above, below), Math.min(wanted, leastHeightPx), wanted));
  return { side: 'sheet', x, y: atTop ? 0 : viewport.height - Math.min(height, maxHeight), maxHeight };
}

/** Side, place and greatest height of the card. */
export function placeCard({ lines, pointer, card, viewport, direction, touch, full, keep }: PlacementInput): Placement {
  const line = lineAt(lines, pointer);
  if (isSheet(viewport, touch)) return placeSheet(line, card, viewport, full === true);
  const most = Math.max(0, viewport.height - 2 * marginPx);
  if (!line) {
    // No mark in sight (its text is gone or folded away): the upper middle.
    const y = clamp((viewport.height - card.height) / 3, marginPx, Math.max(marginPx, viewport.height - marginPx - card.height));
    return { side: 'over', x: Math.max(marginPx, (viewport.width - card.width) / 2), y, maxHeight: most };
  }
  const start = direction === 'ltr' ? line.left - outdentPx : line.right + outdentPx - card.width;
  const x = clamp(start, marginPx, Math.max(marginPx, viewport.width - marginPx - card.width));
  const below = Math.min(most, viewport.height - marginPx - (line.bottom + gapPx));
  const above = Math.min(most, line.top - gapPx - marginPx);
  const left = line.left - gapPx - card.width;
  const right = line.right + gapPx;
  const beside: Beside = {
    before: direction === 'ltr' ? left : right,
    after: direction === 'ltr' ? right : left,
    fits: (edge) => edge >= marginPx && edge + card.width <= viewport.width - marginPx,
  };
  const side = chooseSide(below, above, beside, card.height, keep);
  if (side === 'over' || side === 'before' || side === 'after') {
    const top = side === 'over' ? line.bottom + gapPx : line.top - riseFromPx;
    const y = clamp(top, marginPx, Math.max(marginPx, viewport.height - marginPx - card.height));
    return { side, x: side === 'over' ? x : beside[side], y, maxHeight: most };
  }
  const maxHeight = side === 'below' ? below : above;
  // A line half out of sight must not pull the card out with it.
  const top = Math.max(line.bottom + gapPx, marginPx);
  const y = side === 'below' ? top : Math.min(line.top - gapPx, viewport.height - marginPx) - Math.min(card.height, maxHeight);
  return { side, x, y, maxHeight };
}

/** A pinned card stays where it is, moved only as far as it must be to stand in the viewport whole. */
export function keepInView(placed: Placement, card: Size, viewport: Size, full = false): Placement {
  if (placed.side === 'sheet') return placeSheet(undefined, card, viewport, full);
  const maxHeight = Math.max(0, viewport.height - 2 * marginPx);
  const height = Math.min(card.height, maxHeight);
  return {
    side: placed.side,
    x: clamp(placed.x, marginPx, Math.max(marginPx, viewport.width - marginPx - card.width)),
    y: clamp(placed.y, marginPx, Math.max(marginPx, viewport.height - marginPx - height)),
    maxHeight,
  };
}

/** Left edges of a card beside the word. */
interface Beside {
  before: number;
  after: number;
  fits(edge: number): boolean;
}

function chooseSide(
  below: number,
  above: number,
  beside: Beside,
  height: number,
  keep: Side | undefined,
): 'below' | 'above' | 'before' | 'after' | 'over' {
  const fair = Math.min(height, fairHeightPx);
  if (keep === 'below' && below >= fair) return 'below';
  if (keep === 'above' && above >= fair) return 'above';
  if ((keep === 'before' || keep === 'after') && beside.fits(beside[keep])) return keep;
  if (below >= height) return 'below';
  if (above >= height) return 'above';
  if (beside.fits(beside.after)) return 'after';
  if (beside.fits(beside.before)) return 'before';
  if (Math.max(below, above) < Math.min(height, leastHeightPx)) return 'over';
  return below >= above ? 'below' : 'above';
}
