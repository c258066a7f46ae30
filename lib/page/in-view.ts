/** What the reader looks at when a page is opened somewhere in its middle: at a heading, or where they left it. */
import { outermost } from './mutations.ts';
import { lineHolder } from './runs.ts';

/** How far apart the places are that are looked at, down the view: no line is missed. */
const stepPx = 16;
/** Across the view, as shares of its width: side columns are met as well. */
const across = [0.2, 0.5, 0.8];

/** An element that is so many times as tall as the view is the page rather than a part of it. */
const tallest = 3;

/** Elements that hold the lines in view. None on a page that stands at its start, which is read from there anyway. */
export function placesInView(document: Document): ReadonlySet<Node> {
  const view = document.defaultView;
  const places = new Set<Node>();
  if (view === null || view.scrollY <= 0) return places;
  for (let y = stepPx / 2; y < view.innerHeight; y += stepPx)
    for (const share of across) {
      const element = document.elementFromPoint(share * view.innerWidth, y);
      const holder = element && lineHolder(element);
      if (holder instanceof Element && holder.getBoundingClientRect().height <= tallest * view.innerHeight) places.add(holder);
    }
  return outermost(places);
}
