/** Paints marks with the CSS Custom Highlight API: the page's own nodes stay as they are. */
import { type Found, placeAt } from './mention-index.ts';

const markName = 'note-mention';
const activeName = 'note-active';

/** A page that keeps taking the marks away is left alone after this many times. */
const repairLimit = 20;
const repairPauseMs = 1_000;

export interface Painter {
  has(found: Found): boolean;
  paint(found: Found): void;
  unpaint(found: Found): void;
  /** All that is painted now. */
  painted(): Iterable<Found>;
  setActive(found: Found | undefined): void;
  /** Puts back what the page's scripts have cleared or replaced. */
  repair(): void;
  clear(): void;
}

/** Without the API in this browser nothing is painted, and nothing else changes. */
export function createPainter(document: Document): Painter {
  const marks = createHighlight(document, markName);
  const active = createHighlight(document, activeName);
  if (active) active.priority = 1;
  const ranges = new Map<Found, StaticRange | undefined>();
  let activeRange: StaticRange | undefined;
  let repairs = 0;
  let lastRepairMs = Number.NEGATIVE_INFINITY;

  const register = (name: string, highlight: Highlight): boolean => {
    const known = registryOf(document);
    // Identity can't be compared in every browser's content scripts: a stranger under our name has not our size.
    if (known?.get(name)?.size === highlight.size && highlight.size > 0) return false;
    known?.set(name, highlight);
    return true;
  };

  return {
    has: (found) => ranges.has(found),
    painted: () => ranges.keys(),
    paint(found) {
      if (ranges.has(found)) return;
      const range = marks && staticRange(document, found);
      ranges.set(found, range);
      if (range) marks.add(range);
      if (marks && ranges.size === 1) register(markName, marks);
    },
    unpaint(found) {
      const range = ranges.get(found);
      if (range) marks?.delete(range);
      ranges.delete(found);
    },
    setActive(found) {
      if (activeRange) active?.delete(activeRange);
      activeRange = active && found && staticRange(document, found);
      if (active && activeRange) {
        active.add(activeRange);
        register(activeName, active);
      }
    },
    repair() {
      if (!marks || ranges.size === 0 || repairs === repairLimit || performance.now() - lastRepairMs < repairPauseMs) return;
      const emptied = marks.size < ranges.size;
      if (emptied) for (const range of ranges.values()) if (range) marks.add(range);
      if (!register(markName, marks) && !emptied) return;
      repairs++;
      lastRepairMs = performance.now();
    },
    clear() {
      for (const [name, highlight] of [
        [markName, marks],
        [activeName, active],
      ] as const) {
        if (!highlight) continue;
        highlight.clear();
        registryOf(document)?.delete(name);
      }
      ranges.clear();
    },
  };
}

type HighlightWindow = Window & { CSS?: { highlights?: HighlightRegistry }; Highlight?: typeof Highlight };

const registryOf = (document: Document): HighlightRegistry | undefined =>
  (document.defaultView as HighlightWindow | null)?.CSS?.highlights;

/** Registers once to see that it works: the names alone are there in some browsers that can't. */
function createHighlight(document: Document, name: string): Highlight | undefined {
  try {
    const registry = registryOf(document);
    const highlight = new Highlight();
    registry?.set(name, highlight);
    const works = registry?.has(name);
    registry?.delete(name);
    return works ? highlight : undefined;
  } catch {
    return undefined;
  }
}

function staticRange(document: Document, { passage, start, end }: Found): StaticRange {
  const from = placeAt(passage, start, false);
  const to = placeAt(passage, end, true);
  const View = (document.defaultView as (Window & { StaticRange?: typeof StaticRange }) | null)?.StaticRange ?? StaticRange;
  return new View({ startContainer: from.node, startOffset: from.offset, endContainer: to.node, endOffset: to.offset });
}
