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
