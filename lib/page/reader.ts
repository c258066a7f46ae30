/** Keeps an index of the mentions in a document, paints them, and answers where they are. */
import { chooseMarks } from './density.ts';
import { mentionAt, rectsOf } from './hit-test.ts';
import {
  elementAround,
  type Found,
  isConnected,
  isUnchanged,
  MentionIndex,
  nodesOf,
  type Passage,
  type Root,
  textUnder,
} from './mention-index.ts';
import { collectChanges, noChanges } from './mutations.ts';
import { createRunner, type Job } from './pace.ts';
import type { Density, MentionContext, PageMention, PageReader, ReadOptions } from './page-mention.ts';
import { createPainter } from './painter.ts';
import { createPassageReader } from './passages.ts';
import { createRootFinder } from './roots.ts';
import { longTextLength, runLengthLimit, runNodeLimit } from './runs.ts';
import { createSections } from './sections.ts';
import { mentionAtSelection } from './selection.ts';
import { createDecider } from './settle.ts';
import { createSheetKeeper } from './shadow-sheet.ts';
import { surroundingsOf, textNear } from './surroundings.ts';
import { sweep } from './sweep.ts';
import { isSkipped } from './visibility.ts';
import { createWatcher } from './watch.ts';

/** While a long page is being read, what is found so far is shown this often. */
const progressMs = 250;
/** Settling takes at most a fifth of the time on a page that changes all the time. */
const restFactor = 4;
/** A page that changes wholesale is read again after this pause. */
const rescanPauseMs = 200;

export function readPage(document: Document, options: ReadOptions): PageReader {
  const { matcher, isHidden = () => false, signal, onChange } = options;
  let { density } = options;
  const index = new MentionIndex();
  const painter = createPainter(document);
  const sheets = createSheetKeeper(document);
  const decider = createDecider(index, matcher);
  const passages = createPassageReader(index, matcher, markChanged, drop);
  const runner = createRunner(document, signal, settleIfNeeded);
  const finder = createRootFinder(addRoot);
  const watcher = createWatcher(document, signal, {
    changed: takeRecords,
    styled: () => runner.add(lookAgain()),
    tick,
  });

  let all: readonly Found[] = [];
  let foundByMention = new WeakMap<PageMention, Found>();
  let active: Found | undefined;
  let changes = noChanges();
  let changesQueued = false;
  let changed = false;
  let moved = false;
  let sweeps = 0;
  let settleAfterMs = 0;
  let lastSettleMs = performance.now();
  let rescanTimer: ReturnType<typeof setTimeout> | undefined;
  let settleTimer: ReturnType<typeof setTimeout> | undefined;

  // --- Reading ---

  function markChanged(): void {
    changed = true;
  }

  function drop(passage: Passage): void {
    index.drop(passage);
    for (const found of passage.found ?? []) painter.unpaint(found);
    if (active?.passage === passage) painter.setActive(undefined);
    changed = true;
  }

  /** Growing the names at once would be the longest of our tasks. */
  function* prepare(): Job {
    for (const _ of matcher.prepare()) if (runner.pace.isDue()) yield;
  }

  function addRoot(root: Root, isNew: boolean): void {
    if (isNew) watcher.watch(root);
    runner.add(readRoot(root));
  }

  function* readRoot(root: Root): Job {
    const number = ++sweeps;
    yield* withProgress(sweep(startOf(root), number, matcher, passages, runner.pace));
    dropWhere((passage) => passage.sweep < number && passage.nodes[0]?.getRootNode() === root);
    runner.add(finder.search(startOf(root), runner.pace));
  }

  const startOf = (root: Root): Node => (root === document ? (document.body ?? document) : root);

  /** A sweep that lets what it has found be shown on the way. */
  function* withProgress(job: Job): Job {
    while (!job.next().done) {
      if (changed && performance.now() > Math.max(lastSettleMs + progressMs, settleAfterMs)) yield* settle();
      yield;
    }
  }

  // --- Changes ---

  function takeRecords(records: readonly MutationRecord[]): void {
    if (!collectChanges(records, changes)) {
      changes = noChanges();
      for (const found of [...painter.painted()])
        if (textUnder(found.passage, found) !== found.mention.exact) drop(found.passage);
      rescanTimer ??= setTimeout(rescan, rescanPauseMs);
      return;
    }
    for (const spot of [...changes.spots]) {
      for (const passage of index.passagesOf(spot)) {
        const isLong = passage.nodes.length > runNodeLimit || passage.text.length > runLengthLimit;
        // Many pages write the same words again and again: what is read around the spot finds them as they were.
        if (!isLong && isUnchanged(passage)) continue;
        drop(passage);
        // A long run is read in parts: what is read around the spot may not reach its ends.
        if (isLong) for (const end of [passage.nodes[0], passage.nodes.at(-1)]) if (end?.isConnected) changes.spots.add(end);
      }
    }
    // Elements that come, go or move may show and hide others: by a rule of the page's styles, or as slots.
    if (changes.touched.size > 0 || changes.mayHold) watcher.lookSoon();
    if (changesQueued) return;
    changesQueued = true;
    runner.addForFrame(readChanges());
  }

  function* readChanges(): Job {
    changesQueued = false;
    const { spots, subtrees, touched, removed, mayHold } = changes;
    changes = noChanges();
    if (removed) {
      dropWhere((passage) => !isConnected(passage));
      // Some may have moved, and none finds its place among those that went in the middle of a sweep.
      moved = true;
      changed = true;
    }
    if (mayHold)
      for (const passage of index.passagesUnder(new Set<Node>([...subtrees, ...spots])))
        if (!reconsider(passage)) for (const node of passage.nodes) spots.add(node);
    const number = ++sweeps;
    for (const spot of spots) {
      if (!spot.isConnected) continue;
      if (spot.length > longTextLength) yield* passages.readLong(spot, number, runner.pace);
      else passages.readAround(spot, number);
      if (runner.pace.isDue()) yield;
    }
    for (const subtree of subtrees) {
      if (!subtree.isConnected) continue;
      yield* sweep(subtree, ++sweeps, matcher, passages, runner.pace);
      runner.add(finder.search(subtree, runner.pace));
    }
    for (const element of touched) finder.look(element);
    finder.lookAgain();
  }

  /**
   * Another place may make a passage hidden, or a link's. False when it is dropped, to be read again: a line of several nodes may now be
   * for reading in other parts.
   */
  function reconsider(passage: Passage): boolean {
    changed = true;
    const [first] = passage.nodes;
    const stands = passage.nodes.length === 1 && first !== undefined && !isSkipped(first);
    if (stands) decider.reconsider(passage);
    else drop(passage);
    return stands;
  }

  function rescan(): void {
    rescanTimer = undefined;
    if (signal.aborted) return;
    dropWhere((passage) => !isConnected(passage));
    for (const passage of index.passages) reconsider(passage);
    index.compact();
    moved = true;
    changed = true;
    addRoot(document, false);
    watcher.lookSoon();
  }

  function dropWhere(isGone: (passage: Passage) => boolean): void {
    for (const passage of index.passages) if (!passage.dropped && isGone(passage)) drop(passage);
    index.compact();
  }

  function* lookAgain(): Job {
    if (yield* decider.lookAgain(runner.pace)) changed = true;
  }

  function tick(): void {
    painter.repair();
    sheets.repair();
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
    if (moved) index.sort();
    else index.compact();
    moved = false;
    watcher.watchStyles(index.passages);
    const next = (yield* decider.decideAll(runner.pace)).filter(({ mention }) => !isHidden(mention.exact));
    yield* paint(next);
    const same = next.length === all.length && next.every((found, at) => found === all[at]);
    all = next;
    lastSettleMs = performance.now();
    settleAfterMs = lastSettleMs + restFactor * Math.min(lastSettleMs - startMs, progressMs);
    if (same) return;
    foundByMention = new WeakMap(all.map((found) => [found.mention, found]));
    if (active) setActive(active.mention);
    onChange();
  }

  function* paint(next: readonly Found[]): Job {
    const sections = createSections();
    const choices = [];
    for (const found of next) {
      const { entry, inLink } = found.mention;
      const section = density === 'quiet' ? sections.sectionOf(found.passage.nodes[0] as Text) : 0;
      choices.push({ entry, inLink, section });
      if (runner.pace.isDue()) yield;
    }
    const marked = new Set(chooseMarks(choices, density).map((at) => next[at] as Found));
    for (const found of [...painter.painted()]) if (!marked.has(found)) painter.unpaint(found);
    for (const found of marked) {
      if (painter.has(found)) continue;
      if (!found.passage.dropped) {
        painter.paint(found);
        sheets.addFor(found.passage.nodes[0] as Text);
      }
      if (runner.pace.isDue()) yield;
    }
    painter.draw();
    painter.repair();
  }

  function setActive(mention: PageMention | undefined): void {
    const found = mention && foundOf(mention);
    active = found;
    painter.setActive(found);
    if (found) sheets.addFor(found.passage.nodes[0] as Text);
  }

  // --- Answers ---

  function foundOf(mention: PageMention): Found | undefined {
    const found = foundByMention.get(mention);
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
    active = undefined;
  });
  if (!signal.aborted) {
    runner.add(prepare());
    addRoot(document, true);
  }

  return {
    mentions: () => all.filter((found) => !found.passage.dropped).map((found) => found.mention),
    at: (x, y) => mentionAt(document, index, painter, finder.openRoots, x, y)?.mention,
    atSelection: () =>
      mentionAtSelection(
        document,
        all.filter((found) => !found.passage.dropped),
      )?.mention,
    rectsOf(mention) {
      const found = foundByMention.get(mention);
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
