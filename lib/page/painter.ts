/** Paints the marks a page is to have: all of them, or on a page with very many those near the view. */
import { createDrawing, drawLimit } from './drawing.ts';
import { createNearness, type Nearness } from './nearness.ts';
import type { Job, Pace } from './pace.ts';
import type { Found, Passage } from './passage.ts';
import { eachOf } from './slices.ts';

/**
 * Above this many, only those near the view are drawn: Chromium goes through all ranges before each frame in which anything changes, 20 µs
 * for each.
 */
const manyMarks = 1_000;

const unhurried: Pace = { isDue: () => false };

export interface Painter {
  /** Whether a mention is marked, though it may be too far from the view to be drawn. */
  has(found: Found): boolean;
  /** Takes a mention up; it is drawn by the next `draw`. */
  paint(found: Found): void;
  draw(pace: Pace): Job;
  unpaint(found: Found): void;
  /** Passages have been moved in the page: the next `draw` looks where they stand. */
  regroup(): void;
  /** Looks whether the page has been laid out anew, so that other marks are near; undefined where all are drawn. */
  follow(pace: Pace): Job | undefined;
  /** All that is marked now. */
  painted(): Iterable<Found>;
  setActive(found: Found | undefined): void;
  /** Puts back what the page's scripts have cleared or replaced. */
  repair(): void;
  clear(): void;
}

export function createPainter(document: Document): Painter {
  const drawing = createDrawing(document);
  const marked = new Set<Found>();
  let added: Found[] = [];
  let nearness: Nearness | undefined;
  let isStale = false;

  function moved(near: readonly Passage[], far: readonly Passage[]): void {
    for (const { found = [] } of far) for (const one of found) drawing.erase(one);
    for (const { found = [] } of near) for (const one of found) if (marked.has(one)) drawing.draw(one);
    for (const _ of drawing.show(unhurried));
  }

  /** What is drawn stays until it is told to be far. */
  function* watchAll(pace: Pace): Job {
    isStale = false;
    nearness?.end();
    nearness = createNearness(moved);
    yield* drawNear(marked, false, nearness, pace);
  }

  function* followLayout(its: Nearness, pace: Pace): Job {
    if (!(yield* its.holds(pace))) yield* watchAll(pace);
  }

  /** Also draws it where it is known to be near, or nothing is known and it is one of a few: what a page draws anew must not flicker. */
  function* drawNear(fresh: Iterable<Found>, areFew: boolean, its: Nearness, pace: Pace): Job {
    yield* eachOf(fresh, pace, (found) => {
      if (!marked.has(found)) return;
      its.watch(found.passage);
      if (its.isNear(found.passage) ?? areFew) drawing.draw(found);
    });
  }

  return {
    has: (found) => marked.has(found),
    painted: () => marked,
    paint(found) {
      if (marked.has(found)) return;
      marked.add(found);
      added.push(found);
    },
    *draw(pace) {
      const fresh = added;
      added = [];
      const areFew = fresh.length <= drawLimit && nearness !== undefined;
      if (nearness === undefined ? marked.size > manyMarks : isStale) yield* watchAll(pace);
      if (nearness !== undefined) yield* drawNear(fresh, areFew, nearness, pace);
      else
        yield* eachOf(fresh, pace, (found) => {
          if (marked.has(found)) drawing.draw(found);
        });
      yield* drawing.show(pace);
    },
    unpaint(found) {
      marked.delete(found);
      if (found.passage.dropped) nearness?.unwatch(found.passage);
      drawing.erase(found);
    },
    regroup() {
      isStale = true;
    },
    follow: (pace) => nearness && followLayout(nearness, pace),
    setActive: drawing.setActive,
    repair: drawing.repair,
    clear() {
      nearness?.end();
      nearness = undefined;
      marked.clear();
      added = [];
      drawing.clear();
    },
  };
}
