/** Keeps an index of the mentions in a document, paints them, and answers where they are. */
import { mentionAt, rectsOf } from './hit-test.ts';
import { mark } from './marking.ts';
import { elementAround, MentionIndex } from './mention-index.ts';
import { createRunner, type Job } from './pace.ts';
import type { Density, MentionContext, PageMention, PageReader, ReadOptions } from './page-mention.ts';
import { createPainter } from './painter.ts';
import { type Found, nodesOf, type Passage, textUnder } from './passage.ts';
import { mentionAtSelection } from './selection.ts';
import { createDecider } from './settle.ts';
import { createSheetKeeper } from './shadow-sheet.ts';
import { surroundingsOf, textNear } from './surroundings.ts';
import { createUpkeep } from './upkeep.ts';

/** While a long page is being read, what is found so far is shown this often. */
const progressMs = 250;
/** Settling takes at most a fifth of the time on a page that changes all the time. */
const restFactor = 4;

export function readPage(document: Document, options: ReadOptions): PageReader {
  const { matcher, isHidden = () => false, signal, onChange } = options;
  let { density } = options;
  const index = new MentionIndex();
  const painter = createPainter(document);
  const sheets = createSheetKeeper(document);
  const decider = createDecider(index, matcher);
  const runner = createRunner(document, signal, settleIfNeeded);

  let all: readonly Found[] = [];
  let listed: readonly Found[] | undefined;
  let active: Found | undefined;
  let changed = false;
  let moved = false;
  let settleAfterMs = 0;
  /** What a page's first reading has found is shown at once, however long it took to show some of it on the way. */
  let isSettled = false;
  let lastSettleMs = performance.now();
  let settleTimer: ReturnType<typeof setTimeout> | undefined;

  const upkeep = createUpkeep(document, {
    signal,
    matcher,
    index,
    decider,
    runner,
    drop,
    whenChanged() {
      changed = true;
    },
    whenMoved() {
      moved = true;
      changed = true;
    },
    onTheWay: () => (changed && performance.now() > Math.max(lastSettleMs + progressMs, settleAfterMs) ? settle() : undefined),
    // Which few marks a page gets is known only when all of it has been read: one in view may not be among them.
    whenInView: density === 'all' ? () => (changed ? settle() : undefined) : undefined,
    tick() {
      painter.repair();
      sheets.repair();
      const following = painter.follow(runner.pace);
      if (following !== undefined) runner.add(following);
    },
  });

  function drop(passage: Passage): void {
    index.drop(passage);
    for (const found of passage.found ?? []) painter.unpaint(found);
    listed = undefined;
    if (active?.passage === passage) painter.setActive(undefined);
    changed = true;
  }

  // --- Showing ---

  function settleIfNeeded(): Job | undefined {
    if (!changed) return undefined;
    const waitMs = isSettled ? settleAfterMs - performance.now() : 0;
    isSettled = true;
    if (waitMs <= 0) return settle();
    settleTimer ??= setTimeout(() => {
      settleTimer = undefined;
      runner.wake();
    }, waitMs);
    return undefined;
  }

  function* settle(): Job {
    const startMs = performance.now();
    changed = false;
    const needsSort = moved;
    moved = false;
    if (needsSort) {
      painter.regroup();
      yield* index.sort(runner.pace);
    } else index.compact();
    yield* upkeep.watchStyles(runner.pace);
    const next = (yield* decider.decideAll(runner.pace)).filter(({ exact }) => !isHidden(exact));
    yield* mark(next, density, painter, sheets, runner.pace);
    const same = next.length === all.length && next.every((found, at) => found === all[at]);
    all = next;
    lastSettleMs = performance.now();
    settleAfterMs = lastSettleMs + restFactor * Math.min(lastSettleMs - startMs, progressMs);
    if (same) return;
    listed = undefined;
    if (active) setActive(active);
    onChange();
  }

  function setActive(mention: PageMention | undefined): void {
    const found = mention && foundOf(mention);
    active = found;
    painter.setActive(found);
    if (found) sheets.addFor(found.passage.nodes[0] as Text);
  }

  // --- Answers ---

  const isStanding = ({ passage }: Found): boolean => !passage.dropped;

  /** Asked for many times between two changes. */
  function standing(): readonly Found[] {
    listed ??= all.every(isStanding) ? all : all.filter(isStanding);
    return listed;
  }

  /** Mentions are handed out as they are kept. */
  const keptOf = (mention: PageMention): Found | undefined => {
    const found = mention as Found;
    return found.passage.found?.includes(found) ? found : undefined;
  };

  function foundOf(mention: PageMention): Found | undefined {
    const found = keptOf(mention);
    return found && !found.passage.dropped && textUnder(found.passage, found) === mention.exact ? found : undefined;
  }

  function contextOf(mention: PageMention): MentionContext {
    const found = foundOf(mention);
    return found ? surroundingsOf(found) : { before: '', after: '', heading: '' };
  }

  const elementOf = (mention: PageMention): Element | undefined => {
    const found = foundOf(mention);
    return found && elementAround(nodesOf(found.passage, found)[0] as Text);
  };

  function scrollTo(mention: PageMention): void {
    const found = foundOf(mention);
    const view = document.defaultView;
    elementOf(mention)?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const rect = found && rectsOf(found)[0];
    // An element taller than the view has its middle shown, which may not be where the mention is.
    if (rect && view && (rect.top < 0 || rect.bottom > view.innerHeight))
      view.scrollBy({ top: rect.top - view.innerHeight / 2, behavior: 'instant' });
  }

  signal.addEventListener('abort', () => {
    clearTimeout(settleTimer);
    painter.clear();
    sheets.clear();
    for (const passage of index.passages) index.drop(passage);
    index.compact();
    all = [];
    listed = undefined;
    active = undefined;
  });
  return {
    mentions: standing,
    at: (x, y) => mentionAt(document, index, painter, upkeep.openRoots, x, y),
    atSelection: () => mentionAtSelection(document, standing()),
    rectsOf(mention) {
      const found = keptOf(mention);
      return found ? rectsOf(found) : [];
    },
    contextOf,
    textNear(mention) {
      const found = foundOf(mention);
      return found && textNear(found);
    },
    elementOf,
    scrollTo,
    setActive,
    setDensity(next: Density) {
      if (next === density) return;
      density = next;
      changed = true;
      runner.wake();
    },
    hiddenChanged() {
      changed = true;
      runner.wake();
    },
  };
}
