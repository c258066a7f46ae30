/** The way from a mark to its card: a pointer on it is not leaving. Pure. */
import { contains, type Point, type Rect } from './geometry.ts';

export type Whereabouts = 'card' | 'corridor' | 'page';

export interface WayInput {
  /** The open card's box. */
  card: Rect | undefined;
  /** The line of the mark that the card stands beside. */
  line: Rect | undefined;
  /** The last place on the mark the pointer was seen at. */
  leftAt: Point | undefined;
}

/** Where a pointer off the mark is. The strip between mark and card counts as card: a hand may come to rest there. */
export function whereIs(point: Point, { card, line, leftAt }: WayInput): Whereabouts {
  if (!card) return 'page';
  if (contains(card, point) || (line && contains(stripBetween(line, card), point))) return 'card';
  return leftAt && inCorridor(point, leftAt, card) ? 'corridor' : 'page';
}

/** What lies between the two where they face each other; empty (its edges crossed) where they do not. */
function stripBetween(a: Rect, b: Rect): Rect {
  const facing = (from: number, to: number, otherFrom: number, otherTo: number): [number, number] =>
    from > otherTo ? [otherTo, from] : otherFrom > to ? [to, otherFrom] : [Math.max(from, otherFrom), Math.min(to, otherTo)];
  const [left, right] = facing(a.left, a.right, b.left, b.right);
  const [top, bottom] = facing(a.top, a.bottom, b.top, b.bottom);
  return { left, top, right, bottom };
}

const cross = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** Corners of the smallest convex shape round the points, counter-clockwise (Andrew's monotone chain). */
function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (list: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of list) {
      for (;;) {
        const [a, b] = [chain.at(-2), chain.at(-1)];
        if (!a || !b || cross(a, b, point) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

const corners = (r: Rect): Point[] => [
  { x: r.left, y: r.top },
  { x: r.right, y: r.top },
  { x: r.right, y: r.bottom },
  { x: r.left, y: r.bottom },
];

/** How far off the straight way to the card a hand may stray. */
const strayPx = 4;

/**
 * The safe way from a mark to its card: the convex shape round the spot the pointer left the mark at and the card.
 * Inside it the pointer is on its way to the card and the card must not close.
 */
export function inCorridor(point: Point, leftAt: Point, card: Rect): boolean {
  const { x, y } = leftAt;
  const start = { left: x - strayPx, top: y - strayPx, right: x + strayPx, bottom: y + strayPx };
  const hull = hullOf([...corners(start), ...corners(card)]);
  return hull.every((corner, i) => {
    const next = hull[(i + 1) % hull.length];
    return next !== undefined && cross(corner, next, point) >= 0;
  });
}
