/** Turns what the page changes into places to read again. */
import { isElement, isText, longTextLength, textBeside } from './runs.ts';

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
}

export const noChanges = (): Changes => ({
  spots: new Set(),
  subtrees: new Set(),
  touched: new Set(),
  removed: false,
  mayHold: false,
});

/** Above this many nodes in a batch one later reading of everything is cheaper. */
const batchLimit = 1_000;

/** Adds what the records ask for to `changes`; false when there are too many to look at one by one. */
export function collectChanges(records: readonly MutationRecord[], changes: Changes): boolean {
  let count = changes.spots.size + changes.subtrees.size;
  for (const record of records) if (isChange(record)) count += 1 + record.addedNodes.length + record.removedNodes.length;
  if (count > batchLimit) return false;
  for (const record of records) {
    const { target } = record;
    if (record.type === 'characterData') {
      if (isText(target) && target.isConnected) addChanged(target, changes);
      continue;
    }
    if (record.type === 'attributes') {
      if (isChange(record) && target.isConnected) addRestated(target as Element, changes);
      continue;
    }
    if (record.removedNodes.length > 0) {
      changes.removed = true;
      changes.mayHold = true;
    }
    if (!target.isConnected) continue;
    if (isElement(target)) changes.touched.add(target);
    addSpot(textBeside(target, connected(record.previousSibling, target), false), changes);
    addSpot(textBeside(target, connected(record.nextSibling, target), true), changes);
    for (const node of record.addedNodes) addNew(node, changes);
  }
  return true;
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

/** Frameworks set attributes to what they are; and where a link leads makes no difference. */
function isChange({ type, target, attributeName, oldValue }: MutationRecord): boolean {
  if (type !== 'attributes') return true;
  const value = (target as Element).getAttribute(attributeName ?? '');
  return value !== oldValue && !(attributeName === 'href' && value !== null && oldValue !== null);
}

function addNew(node: Node, changes: Changes): void {
  if (!node.isConnected) return;
  if (isText(node)) changes.spots.add(node);
  if (isElement(node) && node.localName !== 'note-card') addSubtree(node, changes);
}

/** An element that has become a link, say, or an editor. */
function addRestated(element: Element, changes: Changes): void {
  changes.mayHold = true;
  addSubtree(element, changes);
  if (element.parentNode) addSpot(textBeside(element.parentNode, element, true), changes);
}

function addSubtree(element: Element, changes: Changes): void {
  for (let at = element.parentNode; at !== null; at = at.parentNode) if (changes.subtrees.has(at as Element)) return;
  changes.subtrees.add(element);
}
