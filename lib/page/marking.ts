/** From mentions to marks: chooses them as the density says, and has them painted. */
import { createChooser } from './density.ts';
import type { Job, Pace, Steps } from './pace.ts';
import type { Density } from './page-mention.ts';
import type { Painter } from './painter.ts';
import type { Found } from './passage.ts';
import { createSections } from './sections.ts';
import type { SheetKeeper } from './shadow-sheet.ts';
import { eachOf } from './slices.ts';

/** Makes the marks of a page those of `all`, its mentions in document order. */
export function* mark(all: readonly Found[], density: Density, painter: Painter, sheets: SheetKeeper, pace: Pace): Job {
  const wanted = density === 'all' ? yield* setOf(all, pace) : yield* chooseFew(all, pace);
  yield* eachOf(painter.painted(), pace, (found) => {
    if (!wanted.has(found)) painter.unpaint(found);
  });
  yield* eachOf(wanted, pace, (found) => {
    if (painter.has(found) || found.passage.dropped) return;
    painter.paint(found);
    sheets.addFor(found.passage.nodes[0] as Text);
  });
  yield* painter.draw(pace);
  painter.repair();
}

function* setOf<T>(things: readonly T[], pace: Pace): Steps<Set<T>> {
  const set = new Set<T>();
  yield* eachOf(things, pace, (thing) => set.add(thing));
  return set;
}

function* chooseFew(all: readonly Found[], pace: Pace): Steps<ReadonlySet<Found>> {
  const sections = createSections();
  const chooser = createChooser<Found>();
  for (const found of all) {
    if (chooser.isFull()) break;
    if (!chooser.wants(found.entry)) continue;
    chooser.take(found, sections.sectionOf(found.passage.nodes[0] as Text));
    if (pace.isDue()) yield;
  }
  return chooser.chosen();
}
