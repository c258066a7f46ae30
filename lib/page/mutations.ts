/**
 * Turns what the page changes into places to read again. Apps change their pages thousands of times a second: records are only kept
 * when they come, and looked into when there is time to read.
 */
import { isWithin } from './mention-index.ts';
import type { Pace, Steps } from './pace.ts';
import { isElement, isText, lineHolder, longTextLength, textBeside } from './runs.ts';
import { eachOf } from './slices.ts';
import { sectionEdges } from './tags.ts';

/** What a batch of changes asks for. */
export interface Changes {
  /** Text whose run has changed. */
  spots: Set<Text>;
  /** Subtrees that are new, or in a new place, or said to be something else. */
  subtrees: Set<Element>;
  /** Elements something happened to, for a look at their shadow trees. */
  touched: Set<Element>;
  /** Nodes have left their place. */
  removed: boolean;
  /** Passages that stood before may be found in other places, or under other words. */
  mayHold: boolean;
  /** Sections may begin or end where they did not. */
  divided: boolean;
}

/** Records of one batch. */
export interface Batch {
  texts: ReadonlySet<Text>;
  /** Of nodes that came or went, and of attributes. */
  records: readonly MutationRecord[];
  /** Places in which all is to be read, since so much has happened there; then there is nothing else. */
  wide: ReadonlySet<Node>;
}

export interface Gatherer {
  /**
   * Keeps what happened; `rewritten` is told at once of each text that has been written. True where elements have come, gone, moved or been
   * restated: they may show and hide others, by a rule of the page's styles, or as slots.
   */
  take(records: readonly MutationRecord[], rewritten: (text: Text) => void): boolean;
  /** Has a text read again. */
  add(text: Text): void;
  /** Whether so much has happened that one later reading of everything is cheaper. */
  isWide(): boolean;
  /** What has happened since the last time. */
  hand(): Batch;
}

/** Above this many of a kind. */
const batchLimit = 1_000;

export function createGatherer(document: Document): Gatherer {
  let texts = new Set<Text>();
  let kept: MutationRecord[] = [];
  /** Where much has happened: looked into when it is handed out, since most apps change the same places again and again. */
  let wide = new Set<Node>();

  function widen(): void {
    if (!wide.has(document)) {
      for (const { target } of kept) wide.add(target);
      for (const text of texts) wide.add(text);
    }
    kept = [];
    texts = new Set();
    if (wide.size <= batchLimit) return;
    // Much of what an app draws is gone again soon.
    wide = linesOf(wide);
    if (wide.size > batchLimit / 2 || wide.size === 0) wide = new Set([document]);
  }

  return {
    take(records, rewritten) {
      let mayShow = false;
      for (const record of records) {
        // Nothing more is asked of a record than must be: the browser makes an object for each node it names.
        const { type } = record;
        if (type !== 'characterData') {
          mayShow = true;
          if (type === 'childList' || isChange(record)) kept.push(record);
          continue;
        }
        const { target } = record;
        if (!isText(target)) continue;
        texts.add(target);
        rewritten(target);
      }
      if (wide.size > 0 || kept.length + texts.size > batchLimit) widen();
      return mayShow;
    },
    add: (text) => texts.add(text),
    isWide: () => wide.size > 0,
    hand() {
      const batch = { texts, records: kept, wide: linesOf(wide) };
      texts = new Set();
      kept = [];
      wide = new Set();
      return batch;
    },
  };
}

/** What holds the lines of those places that are in the page. */
const linesOf = (places: ReadonlySet<Node>): Set<Node> =>
  new Set([...places].filter((place) => place.isConnected).map(lineHolder));

/** Frameworks set attributes to what they are; and where a link leads makes no difference. */
function isChange({ target, attributeName, oldValue }: MutationRecord): boolean {
  const value = (target as Element).getAttribute(attributeName ?? '');
  return value !== oldValue && !(attributeName === 'href' && value !== null && oldValue !== null);
}

/** Looks into the records of a batch. */
export function* sift({ texts, records }: Batch, pace: Pace): Steps<Changes> {
  const changes: Changes = {
    spots: new Set(),
    subtrees: new Set(),
    touched: new Set(),
    removed: false,
    mayHold: false,
    divided: false,
  };
  yield* eachOf(texts, pace, (text) => {
    if (text.isConnected) addChanged(text, changes);
  });
  yield* eachOf(records, pace, ({ type, target, addedNodes, removedNodes, previousSibling, nextSibling }) => {
    if (removedNodes.length > 0) {
      changes.removed = true;
      changes.mayHold = true;
    }
    if (!target.isConnected) return;
    if (type === 'attributes') {
      addRestated(target as Element, changes);
      return;
    }
    if (isElement(target)) changes.touched.add(target);
    addSpot(textBeside(target, connected(previousSibling, target), false), changes);
    addSpot(textBeside(target, connected(nextSibling, target), true), changes);
    for (const node of addedNodes) addNew(node, changes);
  });
  return changes;
}

/** Those of the places that are in the page, and in none of the others. */
export function outermost(places: ReadonlySet<Node>): Set<Node> {
  return new Set([...places].filter((place) => place.isConnected && !isWithin(place.parentNode, places)));
}

/** A sibling that has left since stands for no place: the record of its leaving names the one before it. */
const connected = (sibling: Node | null, parent: Node): Node | null => (sibling?.parentNode === parent ? sibling : null);

function addSpot(text: Text | undefined, changes: Changes): void {
  if (text !== undefined) changes.spots.add(text);
}

/** A text that has become too long for its run stands by itself, and what is before and after it are two runs now. */
function addChanged(text: Text, changes: Changes): void {
  changes.spots.add(text);
  const { parentNode, previousSibling, nextSibling } = text;
  if (parentNode === null || text.length <= longTextLength) return;
  addSpot(textBeside(parentNode, previousSibling, false), changes);
  addSpot(textBeside(parentNode, nextSibling, true), changes);
}

function addNew(node: Node, changes: Changes): void {
  if (!node.isConnected) return;
  if (isText(node)) changes.spots.add(node);
  if (!isElement(node) || node.localName === 'note-card') return;
  addSubtree(node, changes);
  changes.divided ||= node.matches(sectionEdges) || node.querySelector(sectionEdges) !== null;
}

/** An element that has become a link, say, or an editor. */
function addRestated(element: Element, changes: Changes): void {
  changes.mayHold = true;
  addSubtree(element, changes);
  if (element.parentNode) addSpot(textBeside(element.parentNode, element, true), changes);
}

function addSubtree(element: Element, changes: Changes): void {
  if (!isWithin(element.parentNode, changes.subtrees)) changes.subtrees.add(element);
}
