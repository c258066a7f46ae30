/** Keeps the index true to the page: reads all there is, and again what has changed. */
import type { Matcher } from '../text/mention.ts';
import { placesInView } from './in-view.ts';
import { isUnder, isWithin, type MentionIndex } from './mention-index.ts';
import { createGatherer, outermost, sift } from './mutations.ts';
import type { Job, Pace, Runner } from './pace.ts';
import { isConnected, isUnchanged, type Passage } from './passage.ts';
import { createPassageReader } from './passages.ts';
import { createRootFinder } from './roots.ts';
import { longTextLength, runLengthLimit, runNodeLimit } from './runs.ts';
import type { Decider } from './settle.ts';
import { eachOf } from './slices.ts';
import { sweep } from './sweep.ts';
import { createWatcher } from './watch.ts';

/** A page that changes wholesale is read again after this pause. */
const rescanPauseMs = 200;

export interface UpkeepOptions {
  signal: AbortSignal;
  matcher: Matcher;
  index: MentionIndex;
  decider: Decider;
  runner: Runner;
  /** Takes a passage that no longer stands out of the index and off the page. */
  drop: (passage: Passage) => void;
  /** There is something to settle. */
  whenChanged: () => void;
  /** Passages may be out of order. */
  whenMoved: () => void;
  /** Asked between two steps of a long reading; what it has to do is done before the next. */
  onTheWay: () => Job | undefined;
  /** Asked when what is in view has been read, and the rest has not; what it has to do is done before that. Left out, nothing comes first. */
  whenInView?: (() => Job | undefined) | undefined;
  /** The reader is here: a good time to look whether the marks still stand. */
  tick: () => void;
}

export interface Upkeep {
  /** The shadow roots that have been read and are in the page. */
  openRoots(): ShadowRoot[];
  /** Listens to what may show or hide the passages there are. */
  watchStyles(pace: Pace): Job;
}

export function createUpkeep(document: Document, options: UpkeepOptions): Upkeep {
  const { signal, matcher, index, decider, runner, drop, whenChanged, whenMoved, onTheWay, whenInView } = options;
  const { pace } = runner;
  const passages = createPassageReader(index, matcher, whenChanged, drop);
  const finder = createRootFinder(addRoot);
  const watcher = createWatcher(document, signal, { changed: takeRecords, styled: lookLater, tick });
  const gatherer = createGatherer(document);

  let isReadingQueued = false;
  let isLookQueued = false;
  /** How many reviews are under way: what is new to a batch now may have left its place in an earlier one. */
  let reviews = 0;
  let sweeps = 0;
  let rescanTimer: ReturnType<typeof setTimeout> | undefined;

  // --- Reading ---

  /** Growing the names at once would be the longest of our tasks. */
  function* prepare(): Job {
    for (const _ of matcher.prepare()) if (pace.isDue()) yield;
  }

  function addRoot(root: ShadowRoot, isNew: boolean): void {
    if (isNew) watcher.watch(root);
    runner.add(readPlaces(new Set([root])));
  }

  const startOf = (place: Node): Node => (place === document ? (document.body ?? document) : place);

  /** Reads all there is in the places: what a sweep doesn't meet there is gone. */
  function* readPlaces(places: ReadonlySet<Node>): Job {
    const number = ++sweeps;
    for (const place of places) yield* withProgress(sweep(startOf(place), number, matcher, passages, pace));
    yield* eachOf([...index.passages], pace, (passage) => {
      if (passage.sweep < number && !passage.dropped && passage.nodes.some((node) => isWithin(node, places))) drop(passage);
    });
    index.compact();
    for (const place of places) if (place.isConnected) runner.add(finder.search(startOf(place), pace));
  }

  /** A sweep that lets what it has found be shown on the way. */
  function* withProgress(job: Job): Job {
    while (!job.next().done) {
      // The slice is used up.
      yield;
      const first = onTheWay();
      if (first !== undefined) yield* first;
    }
  }

  const readAll = (): void => runner.add(readPlaces(new Set([document])));

  /** What is in view comes first, and is painted before all else is read. */
  function* readInView(places: ReadonlySet<Node>, whenInView: () => Job | undefined): Job {
    const number = ++sweeps;
    for (const place of places) yield* sweep(place, number, matcher, passages, pace);
    const first = whenInView();
    if (first !== undefined) yield* first;
    document.defaultView?.requestAnimationFrame(readAll);
  }

  function* readSpots(spots: Iterable<Text>): Job {
    const number = ++sweeps;
    for (const spot of spots) {
      if (!spot.isConnected) continue;
      if (spot.length > longTextLength) yield* passages.readLong(spot, number, pace);
      else passages.readAround(spot, number);
      if (pace.isDue()) yield;
    }
  }

  // --- Changes ---

  /** Words that are no longer there must not stay marked; all else waits. */
  function takeRecords(records: readonly MutationRecord[]): void {
    if (gatherer.take(records, (text) => dropAround(text, gatherer.add))) watcher.lookSoon();
    if (gatherer.isWide()) rescanTimer ??= setTimeout(() => runner.add(rescan()), rescanPauseMs);
    if (isReadingQueued || gatherer.isWide()) return;
    isReadingQueued = true;
    runner.addForFrame(readChanges());
  }

  function dropAround(spot: Text, readAgain: (text: Text) => void): void {
    for (const passage of index.passagesOf(spot)) {
      const isLong = passage.nodes.length > runNodeLimit || passage.length > runLengthLimit;
      // Many pages write the same words again and again: what is read around the spot finds them as they were.
      if (!isLong && isUnchanged(passage)) continue;
      drop(passage);
      // A long run is read in parts: what is read around the spot may not reach its ends.
      if (isLong) for (const end of [passage.nodes[0], passage.nodes.at(-1)]) if (end?.isConnected) readAgain(end);
    }
  }

  function* readChanges(): Job {
    isReadingQueued = false;
    if (gatherer.isWide()) return;
    const mayHaveLeft = reviews++ > 0;
    const { spots, subtrees, touched, removed, mayHold, divided } = yield* sift(gatherer.hand(), pace);
    for (const spot of [...spots]) dropAround(spot, (end) => spots.add(end));
    // None finds its place among those that went in the middle of a sweep.
    if (removed) whenMoved();
    // Which of the mentions are marked goes by sections.
    if (divided) whenChanged();
    if (mayHold || (mayHaveLeft && subtrees.size > 0)) yield* review(new Set<Node>([...subtrees, ...spots]), spots);
    reviews--;
    yield* readSpots(spots);
    for (const subtree of subtrees) {
      if (!subtree.isConnected) continue;
      yield* sweep(subtree, ++sweeps, matcher, passages, pace);
      runner.add(finder.search(subtree, pace));
    }
    for (const element of touched) finder.look(element);
    finder.lookAgain();
  }

  function* rescan(): Job {
    rescanTimer = undefined;
    reviews++;
    const { wide } = gatherer.hand();
    const places = outermost(wide);
    const spots = new Set<Text>();
    whenMoved();
    yield* review(places, spots);
    reviews--;
    yield* readPlaces(places);
    yield* readSpots(spots);
  }

  /** Drops passages that have left the page, looks again at those in the places, and adds to `spots` what is left of the dropped. */
  function* review(places: ReadonlySet<Node>, spots: Set<Text>): Job {
    yield* eachOf([...index.passages], pace, (passage) => {
      if (passage.dropped) return;
      if (!isConnected(passage)) drop(passage);
      else if (places.size === 0 || !passage.nodes.some((node) => isUnder(node, places)) || reconsider(passage)) return;
      for (const node of passage.nodes) spots.add(node);
    });
    index.compact();
  }

  /**
   * Another place may make a passage hidden, or a link's. False when it is dropped, to be read again, since it would be read otherwise now:
   * parts of it may have become for reading, or no longer be.
   */
  function reconsider(passage: Passage): boolean {
    whenChanged();
    const stands = passages.isAsRead(passage);
    if (stands) decider.reconsider(passage);
    else drop(passage);
    return stands;
  }

  function lookLater(): void {
    if (isLookQueued) return;
    isLookQueued = true;
    runner.add(lookAgain());
  }

  function* lookAgain(): Job {
    isLookQueued = false;
    if (yield* decider.lookAgain(pace)) whenChanged();
  }

  function tick(): void {
    options.tick();
    finder.lookAgain();
  }

  signal.addEventListener('abort', () => clearTimeout(rescanTimer));
  if (!signal.aborted) {
    runner.add(prepare());
    watcher.watch(document);
    const inView = whenInView ? placesInView(document) : new Set<Node>();
    if (whenInView && inView.size > 0) runner.add(readInView(inView, whenInView));
    else readAll();
  }

  return {
    openRoots: finder.openRoots,
    watchStyles: (pace) => watcher.watchStyles(index.passages, pace),
  };
}
