/** Keeps an index of the mentions in a document, paints them, and answers where they are. */
import { mentionAt, rectsOf } from './hit-test.ts';
import { mark } from './marking.ts';
import {
  elementAround,
  type Found,
  isConnected,
  MentionIndex,
  nodesOf,
  type Passage,
  type Root,
  textUnder,
} from './mention-index.ts';
import { createGatherer, outermost, sift } from './mutations.ts';
import { createRunner, type Job } from './pace.ts';
import type { Density, MentionContext, PageMention, PageReader, ReadOptions } from './page-mention.ts';
import { createPainter } from './painter.ts';
import { createPassageReader } from './passages.ts';
import { createRootFinder } from './roots.ts';
import { longTextLength, runLengthLimit, runNodeLimit } from './runs.ts';
import { mentionAtSelection } from './selection.ts';
import { createDecider } from './settle.ts';
import { createSheetKeeper } from './shadow-sheet.ts';
import { eachOf } from './slices.ts';
import { surroundingsOf } from './surroundings.ts';
import { sweep } from './sweep.ts';
import { createWatcher } from './watch.ts';

/** While a long page is being read, what is found so far is shown this often. */
const progressMs = 250;
/** Settling takes at most a fifth of the time on a page that changes all the time. */
const restFactor = 4;
/** A page that changes wholesale is read again after this pause. */
const rescanPauseMs = 200;

export function readPage(document: Document, options: ReadOptions): PageReader {
  const { matcher, signal, onChange } = options;
  let { density } = options;
  const index = new MentionIndex();
  const painter = createPainter(document);
  const sheets = createSheetKeeper(document);
  const decider = createDecider(index, matcher);
  const passages = createPassageReader(index, matcher, markChanged, drop);
  const runner = createRunner(document, signal, settleIfNeeded);
  const finder = createRootFinder(addRoot);
  const watcher = createWatcher(document, signal, { changed: takeRecords, styled: lookAgain, tick });

  const gatherer = createGatherer(document);
  let all: readonly Found[] = [];
  let listed: readonly Found[] | undefined;
  let active: Found | undefined;
  let isReadingQueued = false;
  let changed = false;
  let moved = false;
  let sweeps = 0;
  let settleAfterMs = 0;
  let lastSettleMs = performance.now();
  let rescanTimer: ReturnType<typeof setTimeout> | undefined;
  let settleTimer: ReturnType<typeof setTimeout> | undefined;
  let shadowRoots: WeakRef<ShadowRoot>[] = [];

  // --- Reading ---

  function markChanged(): void {
    changed = true;
  }

  function drop(passage: Passage): void {
    index.drop(passage);
    for (const found of passage.found ?? []) painter.unpaint(found);
    listed = undefined;
    if (active?.passage === passage) painter.setActive(undefined);
    changed = true;
  }

  /** Growing the names at once would be the longest of our tasks. */
  function* prepare(): Job {
    for (const _ of matcher.prepare()) if (runner.pace.isDue()) yield;
  }

  function addRoot(root: Root): void {
    watcher.watch(root);
    if (root !== document) shadowRoots.push(new WeakRef(root as ShadowRoot));
    runner.add(withProgress(sweep(startOf(root), ++sweeps, matcher, passages, runner.pace)));
    runner.add(finder.search(startOf(root), runner.pace));
  }

  const startOf = (root: Root): Node => (root === document ? (document.body ?? document) : root);

  const openRoots = (): ShadowRoot[] => {
    shadowRoots = shadowRoots.filter((reference) => reference.deref()?.isConnected);
    return shadowRoots.flatMap((reference) => reference.deref() ?? []);
  };

  /** A sweep that lets what it has found be shown on the way. */
  function* withProgress(job: Job): Job {
    while (!job.next().done) {
      if (changed && performance.now() > Math.max(lastSettleMs + progressMs, settleAfterMs)) yield* settle();
      yield;
    }
  }

  // --- Changes ---

  /** Words that are no longer there must not stay marked; all else waits. */
  function takeRecords(records: readonly MutationRecord[]): void {
    gatherer.take(records, (text) => dropAround(text, gatherer.add));
    if (gatherer.isWide()) rescanTimer ??= setTimeout(() => runner.add(rescan()), rescanPauseMs);
    if (isReadingQueued || gatherer.isWide()) return;
    isReadingQueued = true;
    runner.addForFrame(readChanges());
  }

  function dropAround(spot: Text, readAgain: (text: Text) => void): void {
    for (const passage of index.passagesOf(spot)) {
      drop(passage);
      // A long run is read in parts: what is read around the spot may not reach its ends.
      if (passage.nodes.length > runNodeLimit || passage.text.length > runLengthLimit)
        for (const end of [passage.nodes[0], passage.nodes.at(-1)]) if (end?.isConnected) readAgain(end);
    }
  }

  function* readChanges(): Job {
    isReadingQueued = false;
    if (gatherer.isWide()) return;
    const { spots, subtrees, touched, removed, moved: anyMoved } = yield* sift(gatherer.hand(), runner.pace);
    for (const spot of [...spots]) dropAround(spot, (end) => spots.add(end));
    if (removed) yield* dropWhere((passage) => !isConnected(passage));
    if (anyMoved) markMoved();
    yield* readSpots(spots);
    for (const subtree of subtrees) {
      if (!subtree.isConnected) continue;
      yield* sweep(subtree, ++sweeps, matcher, passages, runner.pace);
      runner.add(finder.search(subtree, runner.pace));
    }
    for (const element of touched) finder.look(element);
    finder.lookAgain();
  }

  function* readSpots(spots: Iterable<Text>): Job {
    const number = ++sweeps;
    for (const spot of spots) {
      if (!spot.isConnected) continue;
      if (spot.length > longTextLength) yield* passages.readLong(spot, number, runner.pace);
      else passages.readAround(spot, number);
      if (runner.pace.isDue()) yield;
    }
  }

  function markMoved(): void {
    moved = true;
    changed = true;
  }

  function* rescan(): Job {
    rescanTimer = undefined;
    const { wide } = gatherer.hand();
    yield* dropWhere((passage) => !isConnected(passage));
    markMoved();
    const places = wide.has(document) ? [document, ...openRoots()] : outermost(wide);
    for (const place of places) yield* rescanPlace(place);
  }

  function* rescanPlace(place: Node): Job {
    const number = ++sweeps;
    const within = place === document ? startOf(document) : place;
    yield* withProgress(sweep(within, number, matcher, passages, runner.pace));
    /** A line that reaches out of the place may have its names there. */
    const outside: Text[] = [];
    yield* dropWhere((passage) => {
      const isGone = passage.sweep < number && passage.nodes.some((node) => within.contains(node));
      if (isGone) outside.push(...passage.nodes.filter((node) => !within.contains(node)));
      return isGone;
    });
    yield* readSpots(outside);
    yield* finder.search(within, runner.pace);
  }

  function* dropWhere(isGone: (passage: Passage) => boolean): Job {
    yield* eachOf([...index.passages], runner.pace, (passage) => {
      if (!passage.dropped && isGone(passage)) drop(passage);
    });
    index.compact();
  }

  function lookAgain(): void {
    runner.add(lookAtHidden());
  }

  function* lookAtHidden(): Job {
    if (yield* decider.lookAgain(runner.pace)) changed = true;
  }

  function tick(): void {
    painter.repair();
    finder.lookAgain();
  }

  // --- Showing ---

  function settleIfNeeded(): Job | undefined {
    if (!changed) return undefined;
    const waitMs = settleAfterMs - performance.now();
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
    if (needsSort) yield* index.sort(runner.pace);
    else index.compact();
    const next = yield* decider.decideAll(runner.pace);
    watcher.watchStyles(decider.hidden());
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

  /** Asked for many times between two changes. */
  function standing(): readonly Found[] {
    listed ??= all.filter(({ passage }) => !passage.dropped);
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
    clearTimeout(rescanTimer);
    clearTimeout(settleTimer);
    painter.clear();
    sheets.clear();
    for (const passage of index.passages) index.drop(passage);
    index.compact();
    all = [];
    listed = undefined;
    active = undefined;
  });
  if (!signal.aborted) {
    runner.add(prepare());
    addRoot(document);
  }

  return {
    mentions: standing,
    at: (x, y) => mentionAt(document, index, painter, openRoots, x, y),
    atSelection: () => mentionAtSelection(document, standing()),
    rectsOf(mention) {
      const found = keptOf(mention);
      return found ? rectsOf(found) : [];
    },
    contextOf,
    elementOf,
    scrollTo,
    setActive,
    setDensity(next: Density) {
      if (next === density) return;
      density = next;
      changed = true;
      runner.wake();
    },
  };
}
