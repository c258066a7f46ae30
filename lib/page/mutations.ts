/**
 * Turns what the page changes into places to read again. Apps change their pages thousands of times a second: records are only kept
 * when they come, and looked into when there is time to read.
 */
import type { Pace, Steps } from './pace.ts';
import { isElement, isText, textBeside } from './runs.ts';
import { eachOf } from './slices.ts';

/** What a batch of changes asks for. */
export interface Changes {
  /** Text whose run has changed. */
  spots: Set<Text>;
  /** New subtrees, none within another. */
  subtrees: Set<Element>;
  /** Elements something happened to, for a look at their shadow trees. */
  touched: Set<Element>;
  /** Nodes have left their place. */
  removed: boolean;
  /** Nodes have changed places. */
  moved: boolean;
}

/** Records of one batch. */
export interface Batch {
  texts: ReadonlySet<Text>;
  lists: readonly MutationRecord[];
  /** Places in which all is to be read, since so much has happened there; then there is nothing else. */
  wide: ReadonlySet<Node>;
}

export interface Gatherer {
  /** Keeps what happened; `rewritten` is told at once of each text that has other words now. */
  take(records: readonly MutationRecord[], rewritten: (text: Text) => void): void;
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
  let lists: MutationRecord[] = [];
  let wide = new Set<Node>();

  function widen(): void {
    if (!wide.has(document)) {
      for (const { target } of lists) wide.add(target);
      for (const { parentNode } of texts) if (parentNode) wide.add(parentNode);
    }
    lists = [];
    texts = new Set();
    if (wide.size <= batchLimit) return;
    // Much of what an app draws is gone again soon.
    for (const place of wide) if (!place.isConnected) wide.delete(place);
    if (wide.size > batchLimit / 2) wide = new Set([document]);
  }

  return {
    take(records, rewritten) {
      for (const record of records) {
        const { target } = record;
        if (record.type !== 'characterData') lists.push(record);
        else if (isText(target)) {
          texts.add(target);
          rewritten(target);
        }
      }
      if (wide.size > 0 || lists.length + texts.size > batchLimit) widen();
    },
    add: (text) => texts.add(text),
    isWide: () => wide.size > 0,
    hand() {
      const batch = { texts, lists, wide };
      texts = new Set();
      lists = [];
      wide = new Set();
      return batch;
    },
  };
}

/** Looks into the records of a batch. */
export function* sift({ texts, lists }: Batch, pace: Pace): Steps<Changes> {
  const changes: Changes = { spots: new Set(), subtrees: new Set(), touched: new Set(), removed: false, moved: false };
  const gone = new Set<Node>();
  yield* eachOf(texts, pace, (text) => {
    if (text.isConnected) changes.spots.add(text);
  });
  yield* eachOf(lists, pace, ({ target, addedNodes, removedNodes, previousSibling, nextSibling }) => {
    for (const node of removedNodes) gone.add(node);
    changes.removed ||= removedNodes.length > 0;
    if (!target.isConnected) return;
    if (isElement(target)) changes.touched.add(target);
    addSpot(textBeside(target, connected(previousSibling, target), false), changes);
    addSpot(textBeside(target, connected(nextSibling, target), true), changes);
    for (const node of addedNodes) addNew(node, gone, changes);
  });
  return changes;
}

/** Those of the places that are in the page, and in none of the others. */
export function outermost(places: ReadonlySet<Node>): Node[] {
  return [...places].filter((place) => {
    for (let at = place.parentNode; at !== null; at = at.parentNode) if (places.has(at)) return false;
    return place.isConnected;
  });
}

/** A sibling that has left since stands for no place: the record of its leaving names the one before it. */
const connected = (sibling: Node | null, parent: Node): Node | null => (sibling?.parentNode === parent ? sibling : null);

function addSpot(text: Text | undefined, changes: Changes): void {
  if (text !== undefined) changes.spots.add(text);
}

function addNew(node: Node, gone: ReadonlySet<Node>, changes: Changes): void {
  if (!node.isConnected) return;
  changes.moved ||= gone.has(node);
  if (isText(node)) changes.spots.add(node);
  if (!isElement(node) || node.localName === 'note-card') return;
  for (let at = node.parentNode; at !== null; at = at.parentNode) if (changes.subtrees.has(at as Element)) return;
  changes.subtrees.add(node);
}
