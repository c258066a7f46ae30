/**
 * Which passages stand near the view. Asked only on pages with very many marks. The browser tells it of boxes down the page, half a view
 * apart, and each passage goes by the one it follows: to watch them all would cost the page more than the marks do.
 */
import { elementAround } from './mention-index.ts';
import type { Pace, Steps } from './pace.ts';
import type { Passage } from './passage.ts';
import { lineHolder } from './runs.ts';
import { eachOf } from './slices.ts';

/** So many places are compared in one step of work. */
const stride = 64;

export interface Nearness {
  /** `changed` is told soon where it stands, and again when that changes. Cheap for passages in their order. */
  watch(passage: Passage): void;
  unwatch(passage: Passage): void;
  /** Undefined while nothing has been told of it. */
  isNear(passage: Passage): boolean | undefined;
  /** False once the page has been laid out so that passages stand far from what they go by. */
  holds(pace: Pace): Steps<boolean>;
  end(): void;
}

interface Milestone {
  readonly box: Element;
  readonly passages: Set<Passage>;
  /** The box of the one that came last. */
  end: Element;
  /** Undefined until the browser has told. */
  isNear: boolean | undefined;
}

/** `changed` gets passages that are near, and passages that are not. */
export function createNearness(changed: (near: readonly Passage[], far: readonly Passage[]) => void): Nearness {
  const milestones = new Map<Element, Milestone>();
  const followed = new WeakMap<Passage, Milestone>();
  let last: Milestone | undefined;
  /** How far from the view a box is near: passages up to half as far go by it, and the page may grow. */
  const rootMargin = '100%';
  // Newer than TypeScript's list of options: as far within boxes that scroll, where a share would be one of the box.
  const options: IntersectionObserverInit & { scrollMargin: string } = {
    rootMargin,
    scrollMargin: `${innerHeight}px ${innerWidth}px`,
  };
  const observer = new IntersectionObserver(told, options);

  function told(entries: readonly IntersectionObserverEntry[]): void {
    const near: Passage[] = [];
    const far: Passage[] = [];
    for (const entry of entries) {
      const milestone = milestones.get(entry.target);
      if (milestone === undefined) continue;
      milestone.isNear = isNear(entry);
      (milestone.isNear ? near : far).push(...milestone.passages);
    }
    changed(near, far);
  }

  /** The milestone a passage in this box goes by. */
  function milestoneFor(box: Element): Milestone {
    const known = milestones.get(box);
    if (known !== undefined) return known;
    if (last?.box.isConnected && isCloseTo(last.box, box)) return last;
    const milestone: Milestone = { box, passages: new Set(), end: box, isNear: undefined };
    milestones.set(box, milestone);
    observer.observe(box);
    return milestone;
  }

  return {
    watch(passage) {
      const box = followed.has(passage) ? undefined : boxOf(passage);
      if (box === undefined) return;
      last = milestoneFor(box);
      last.passages.add(passage);
      last.end = box;
      followed.set(passage, last);
    },
    unwatch(passage) {
      const milestone = followed.get(passage);
      if (milestone === undefined) return;
      followed.delete(passage);
      milestone.passages.delete(passage);
      if (milestone.passages.size > 0) return;
      if (milestone === last) last = undefined;
      milestones.delete(milestone.box);
      observer.unobserve(milestone.box);
    },
    *holds(pace) {
      let stands = true;
      yield* eachOf(
        milestones.values(),
        pace,
        ({ box, end }) => {
          if (stands && box !== end && end.isConnected) stands = isCloseTo(box, end);
        },
        stride,
      );
      return stands;
    },
    isNear: (passage) => followed.get(passage)?.isNear,
    end: () => observer.disconnect(),
  };
}

/** What holds the lines of a passage. */
function boxOf({ nodes }: Passage): Element | undefined {
  const [first] = nodes;
  const holder = first && lineHolder(first);
  return holder instanceof Element ? holder : first && elementAround(first);
}

/** Whether all of a box stands within half a view of the start of another. */
function isCloseTo(other: Element, box: Element): boolean {
  const [from, to] = [other.getBoundingClientRect(), box.getBoundingClientRect()];
  return (
    !isBoxless(from) &&
    !isBoxless(to) &&
    Math.max(Math.abs(to.top - from.top), Math.abs(to.bottom - from.top)) <= innerHeight / 2 &&
    Math.max(Math.abs(to.left - from.left), Math.abs(to.right - from.left)) <= innerWidth &&
    !spills(box)
  );
}

function isNear({ isIntersecting, target, boundingClientRect }: IntersectionObserverEntry): boolean {
  // What can't be told is drawn.
  return isIntersecting || isBoxless(boundingClientRect) || spills(target);
}

/** With `display: contents`, or hidden, or no longer in the page. */
const isBoxless = ({ width, height }: DOMRectReadOnly): boolean => width === 0 && height === 0;

/** Whether lines may stand far outside of their element, as on a page whose body is told to be as high as the view. */
function spills(element: Element): boolean {
  return (
    element.scrollHeight - element.clientHeight > innerHeight &&
    element.ownerDocument.defaultView?.getComputedStyle(element).overflowY === 'visible'
  );
}
