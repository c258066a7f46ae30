/** Points and rectangles of the viewport, in CSS px. Pure: no DOM types, so the rules can be tested as tables. */

export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** True when the point is in the rectangle, its edges pushed out by `slackPx`. */
export function contains(rect: Rect, point: Point, slackPx = 0): boolean {
  return (
    point.x >= rect.left - slackPx &&
    point.x <= rect.right + slackPx &&
    point.y >= rect.top - slackPx &&
    point.y <= rect.bottom + slackPx
  );
}

/** Distance from a point to the nearest edge of a rectangle; 0 inside. */
function distanceTo(rect: Rect, point: Point): number {
  const dx = Math.max(rect.left - point.x, 0, point.x - rect.right);
  const dy = Math.max(rect.top - point.y, 0, point.y - rect.bottom);
  return Math.hypot(dx, dy);
}

/** The line of a wrapped mention the pointer is on; without a pointer, or far from every line, the first or the nearest. */
export function lineAt(lines: readonly Rect[], pointer: Point | undefined): Rect | undefined {
  if (!pointer) return lines[0];
  let nearest = lines[0];
  for (const line of lines) if (nearest && distanceTo(line, pointer) < distanceTo(nearest, pointer)) nearest = line;
  return nearest;
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
