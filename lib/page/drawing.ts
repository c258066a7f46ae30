/** What is drawn: ranges in a highlight of the CSS Custom Highlight API, so that the page's own nodes stay as they are. */
import type { Job, Pace } from './pace.ts';
import { type Found, placeAt } from './passage.ts';
import { eachOf } from './slices.ts';

const markName = 'note-mention';
const activeName = 'note-active';

/** A page that keeps taking the marks away is left alone after this many times. */
const repairLimit = 20;
const repairPauseMs = 500;

/** Above this many, and this share, it is cheaper to draw the rest anew: in Firefox a highlight looks through all its ranges for each. */
const eraseLimit = 16;
const eraseShare = 1 / 64;
/** And above this many new ones: each change of a highlight that is shown has its lines painted again. */
export const drawLimit = 64;

export interface Drawing {
  has(found: Found): boolean;
  /** Takes a mark up; it is seen after the next `show`. */
  draw(found: Found): void;
  /** Takes effect before the next frame is painted. */
  erase(found: Found): void;
  show(pace: Pace): Job;
  /** Shows the one mark that a card is open for. */
  setActive(found: Found | undefined): void;
  /** Puts back what the page's scripts have cleared or replaced. */
  repair(): void;
  clear(): void;
}

/** Without the API in this browser nothing is drawn, and nothing else changes. */
export function createDrawing(document: Document): Drawing {
  const canDraw = worksIn(document);
  const ranges = new Map<Found, StaticRange>();
  let marks = canDraw ? new Highlight() : undefined;
  /** Takes the place of `marks` once all ranges are in it. */
  let coming: Highlight | undefined;
  let active: StaticRange | undefined;
  let added: StaticRange[] = [];
  let gone: StaticRange[] = [];
  let repairs = 0;
  let lastRepairMs = Number.NEGATIVE_INFINITY;
  let repairTimer: ReturnType<typeof setTimeout> | undefined;

  /** Before the next frame is painted, and once for all that have gone. */
  function eraseGone(): void {
    const erased = gone;
    gone = [];
    if (!marks) return;
    if (erased.length <= Math.max(eraseLimit, eraseShare * ranges.size)) for (const range of erased) marks.delete(range);
    else redraw();
  }

  function redraw(): void {
    added = [];
    coming = undefined;
    const next = new Highlight();
    for (const range of ranges.values()) next.add(range);
    register(next);
  }

  function register(next: Highlight): void {
    marks = next;
    registryOf(document)?.set(markName, next);
  }

  /** The browser takes notice of a highlight only once it is registered: so it can be filled in slices. */
  function* redrawInSlices(pace: Pace): Job {
    const next = new Highlight();
    coming = next;
    yield* eachOf(ranges.values(), pace, (range) => next.add(range));
    if (coming !== next) return;
    coming = undefined;
    register(next);
  }

  function repair(): void {
    if (!marks || ranges.size === 0 || repairs === repairLimit) return;
    eraseGone();
    // Sizes and not identities: those can't be compared in the content scripts of every browser.
    if (registryOf(document)?.get(markName)?.size === ranges.size - added.length) return;
    const waitMs = lastRepairMs + repairPauseMs - performance.now();
    if (waitMs > 0) {
      repairTimer ??= setTimeout(() => {
        repairTimer = undefined;
        repair();
      }, waitMs);
      return;
    }
    repairs++;
    lastRepairMs = performance.now();
    redraw();
  }

  return {
    repair,
    has: (found) => ranges.has(found),
    draw(found) {
      if (!marks || ranges.has(found)) return;
      const range = staticRange(found);
      ranges.set(found, range);
      added.push(range);
    },
    *show(pace) {
      const shown = added;
      added = [];
      if (!marks || shown.length === 0) return;
      if (shown.length > drawLimit || ranges.size === shown.length) yield* redrawInSlices(pace);
      else for (const range of shown) marks.add(range);
    },
    erase(found) {
      const range = ranges.get(found);
      if (!range) return;
      ranges.delete(found);
      coming?.delete(range);
      if (added.includes(range)) added.splice(added.indexOf(range), 1);
      else if (gone.push(range) === 1) queueMicrotask(eraseGone);
    },
    setActive(found) {
      if (!canDraw) return;
      if (!found) {
        if (active) registryOf(document)?.delete(activeName);
        active = undefined;
        return;
      }
      active = staticRange(found);
      const highlight = new Highlight(active);
      highlight.priority = 1;
      registryOf(document)?.set(activeName, highlight);
    },
    clear() {
      clearTimeout(repairTimer);
      ranges.clear();
      added = [];
      gone = [];
      active = undefined;
      coming = undefined;
      marks?.clear();
      for (const name of [markName, activeName]) registryOf(document)?.delete(name);
    },
  };
}

type HighlightWindow = Window & { CSS?: { highlights?: HighlightRegistry } };

const registryOf = (document: Document): HighlightRegistry | undefined =>
  (document.defaultView as HighlightWindow | null)?.CSS?.highlights;

/** Registers once to see that it works: the names alone are there in some browsers that can't. */
function worksIn(document: Document): boolean {
  try {
    const registry = registryOf(document);
    registry?.set(markName, new Highlight());
    const works = registry?.has(markName) === true;
    registry?.delete(markName);
    return works;
  } catch {
    return false;
  }
}

function staticRange({ passage, start, end }: Found): StaticRange {
  const from = placeAt(passage, start, false);
  const to = placeAt(passage, end, true);
  return new StaticRange({ startContainer: from.node, startOffset: from.offset, endContainer: to.node, endOffset: to.offset });
}
