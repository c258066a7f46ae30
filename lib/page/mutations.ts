/** Turns what the page changes into places to read again. */
import { isElement, isText, textBeside } from './runs.ts';

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

export const noChanges = (): Changes => ({
  spots: new Set(),
  subtrees: new Set(),
  touched: new Set(),
  removed: false,
  moved: false,
});

/** Above this many nodes in a batch one later reading of everything is cheaper. */
const batchLimit = 1_000;

/** Adds what the records ask for to `changes`; false when there are too many to look at one by one. */
export function collectChanges(records: readonly MutationRecord[], changes: Changes): boolean {
  let count = changes.spots.size + changes.subtrees.size;
  for (const record of records) count += 1 + record.addedNodes.length + record.removedNodes.length;
  if (count > batchLimit) return false;
  const gone = new Set<Node>();
  for (const record of records) {
    const { target } = record;
    if (record.type === 'characterData') {
      if (isText(target) && target.isConnected) changes.spots.add(target);
      continue;
    }
    for (const node of record.removedNodes) gone.add(node);
    changes.removed ||= record.removedNodes.length > 0;
    if (!target.isConnected) continue;
    if (isElement(target)) changes.touched.add(target);
    addSpot(textBeside(target, connected(record.previousSibling, target), false), changes);
    addSpot(textBeside(target, connected(record.nextSibling, target), true), changes);
    for (const node of record.addedNodes) addNew(node, gone, changes);
  }
  return true;
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
