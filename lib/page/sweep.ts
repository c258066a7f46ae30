/**
 * Finds names in a whole tree at less than the cost of walking it. The browser hands out the text of a whole paragraph, list item or
 * small box at once; only where a name may be in it is it gone into, and the line around a name read exactly (`passages.ts`).
 */
import { standsByItself } from '../text/context.ts';
import { isIgnored } from '../text/letters.ts';
import type { Matcher } from '../text/mention.ts';
import { isSpace } from './joints.ts';
import type { Job, Pace } from './pace.ts';
import type { PassageReader } from './passages.ts';
import { isElement, isText, longTextLength, runLengthLimit, runNodeLimit, type Strung } from './runs.ts';
import { flow, flowOf, isSkippedTag, unseenSelector } from './tags.ts';

/** After this many characters it is asked whether the slice is used up, and after each line with a name in it; a node counts as so many. */
const stretchLength = 4_000;
const nodeLength = 32;
const lineLength = stretchLength;
/** How often a walk may start over because the page took away the place it stood at. */
const restartLimit = 20;

/** What is longer than this, or has more children, is gone into without being read as one. */
const boxLength = 16_000;
const boxChildren = 50;
/** How deep the first and the last child of a box may go. */
const boxDepth = 3;
/** Text read in vain, because its box turned out too long, may be so many times what was of use. */
const vainFactor = 4;

/** How much of the text before a node, and of the node itself, tells whether a name lies across its start. */
const reachLength = 12;

const showElementTextAndCdata = 0x1 | 0x4 | 0x8;

/** Elements that hold a line each, whatever is in it. */
const lineTags = new Set('p h1 h2 h3 h4 h5 h6 dt th caption figcaption summary legend'.split(' '));

/** Reads all text under `root`, while that is in the page. */
export function* sweep(root: Node, number: number, matcher: Matcher, reader: PassageReader, pace: Pace): Job {
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, showElementTextAndCdata);
  /** A text file is shown as one `pre`, and is no code for that. */
  const isTextFile = document.contentType === 'text/plain';
  let restarts = 0;
  /** The end of what comes before in the same line: "" where a line starts, undefined where it is not known. */
  let before: string | undefined = isElement(root) && flowOf(root.localName) === flow.inline ? undefined : '';
  let readLength = 0;
  let vainLength = 0;

  function readText(text: Text, data: string): void {
    const startsFree = before === '' || (before !== undefined && isSpace(before.charCodeAt(before.length - 1)));
    if (before && matcher.mayHold(before + data.slice(0, reachLength))) reader.readAround(text, number, true);
    const { candidates, isOpen } = matcher.findOpen(data);
    if (isOpen || candidates.length > 0) readLength += lineLength;
    if (isOpen) reader.readAround(text, number);
    else if (candidates.length > 0) {
      const lead = before ?? '';
      const near = lead + data;
      const areAlone = candidates.every(
        (one) =>
          (startsFree || isRead(data, 0, one.start)) &&
          isRead(data, one.end, data.length) &&
          standsByItself(one, near, lead.length),
      );
      if (areAlone) reader.keepAlone(text, candidates, number);
      else reader.readAround(text, number);
    }
    // What belongs to a name found here is no start of another.
    const { end } = candidates.at(-1) ?? {};
    const rest = end === undefined ? (before ?? '') + data : data.slice(end);
    before = rest.slice(-reachLength) || data.slice(-1);
  }

  /** Reads an element as a whole where that can be done; false where its children are to be read one by one. */
  function readWhole(element: Element): boolean {
    const { localName } = element;
    const kind = flowOf(localName);
    if (kind === flow.inline) return false;
    if (kind === flow.unseen) return true;
    before = '';
    if (!isTextFile && isSkippedTag(localName, noAttributes)) return true;
    if (!lineTags.has(localName) && (vainLength > vainFactor * (readLength + boxLength) || !isBox(element))) return false;
    const text = element.textContent ?? '';
    if (text.length > boxLength) {
      vainLength += text.length;
      return false;
    }
    if (!matcher.mayHold(text)) {
      readLength += text.length;
      // Between the halves of a word such an element is not seen, but its text is in this one.
      return element.firstElementChild === null || element.querySelector(unseenSelector) === null;
    }
    const line = lineOf(element, text);
    if (line === undefined) return false;
    if (line.nodes.length > 0) reader.readRun(line, number);
    readLength += text.length + lineLength;
    return true;
  }

  /**
   * Reads on until there is a reason to stop: a long text, the end of the slice, or of the tree (undefined). No part of the
   * generator, since Firefox compiles those less well (https://bugzil.la/1681338).
   */
  function readOn(): Node | undefined {
    let limit = readLength + stretchLength;
    for (let node = nextNode(); node !== null; node = nextNode()) {
      readLength += nodeLength;
      if (isText(node)) {
        const { data } = node;
        if (data.length === 0) continue;
        if (data.length > longTextLength) return node;
        readText(node, data);
        readLength += data.length;
      } else isDone = readWhole(node as Element);
      if (readLength < limit) continue;
      limit = readLength + stretchLength;
      if (pace.isDue()) return node;
    }
    return undefined;
  }

  /** Whether the node the walker stands at has been read with all that is in it. */
  let isDone = false;

  function nextNode(): Node | null {
    if (!isDone) return walker.nextNode();
    isDone = false;
    for (;;) {
      const next = walker.nextSibling();
      if (next !== null) return next;
      if (walker.parentNode() === null) return null;
    }
  }

  if (!root.isConnected) return;
  if (isElement(root)) isDone = readWhole(root);
  for (let node = isDone ? undefined : readOn(); node !== undefined; node = readOn()) {
    const path = pathTo(node, root);
    if (isText(node) && node.length > longTextLength) {
      yield* reader.readLong(node, number, pace);
      before = undefined;
    } else yield;
    // What the page has taken away meanwhile is reviewed already: found now, it would stay.
    if (!root.isConnected) return;
    if (node.parentNode === path[0] && root.contains(node)) continue;
    // The page took the place away: go on from the closest ancestor that is left.
    if (restarts++ === restartLimit) return;
    walker.currentNode = path.find((one) => root.contains(one)) ?? root;
    before = undefined;
    isDone = false;
  }
}

/** Tags that are left alone whatever their attributes say. */
const noAttributes = (): undefined => undefined;

/** Whether anything in a stretch of text is read: a name stands alone only where some sign is between it and the next text. */
function isRead(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isIgnored(text.charCodeAt(at))) return true;
  return false;
}

/** Whether an element looks as if it held little: few children, and nothing deep in the first and the last of them. */
function isBox(element: Element): boolean {
  if (element.childElementCount > boxChildren) return false;
  let depth = 0;
  for (let at = element.firstElementChild; at !== null; at = at.firstElementChild) if (++depth > boxDepth) return false;
  depth = 0;
  for (let at = element.lastElementChild; at !== null; at = at.lastElementChild) if (++depth > boxDepth) return false;
  return true;
}

/** An element that is one line, with its text; undefined where something in it ends the line, or it is long. */
function lineOf(element: Element, text: string): Strung | undefined {
  if (text.length > runLengthLimit) return undefined;
  const nodes: Text[] = [];
  const starts: number[] = [];
  let length = 0;
  const collect = (from: Node): boolean => {
    for (let node = from.firstChild; node !== null; node = node.nextSibling) {
      if (isText(node)) {
        if (node.length === 0) continue;
        nodes.push(node);
        starts.push(length);
        length += node.length;
        if (nodes.length > runNodeLimit) return false;
      } else if (isElement(node) && (flowOf(node.localName) !== flow.inline || !collect(node))) return false;
    }
    return true;
  };
  return collect(element) ? { nodes, starts, text } : undefined;
}

function pathTo(node: Node, root: Node): Node[] {
  const path: Node[] = [];
  for (let at = node.parentNode; at !== null && at !== root; at = at.parentNode) path.push(at);
  path.push(root);
  return path;
}
