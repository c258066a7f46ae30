/** A run: the text nodes of one line of thought, joined across inline tags and ended by anything else. */
import { mayBeOneWord } from './joints.ts';
import { flow, flowOf } from './tags.ts';

const elementNode = 1;
const textNode = 3;
const cdataNode = 4;

/** How far a run is read to each side of where it is asked for. */
export const runNodeLimit = 400;
export const runLengthLimit = 8_000;

/** A text node longer than this is read by itself, in pieces. */
export const longTextLength = 16_000;

export const isText = (node: Node): node is Text => node.nodeType === textNode || node.nodeType === cdataNode;
export const isElement = (node: Node): node is Element => node.nodeType === elementNode;

/** `between` is told every element entered, left or passed on the way. */
type Between = (element: Element) => void;

/** The next (or previous) text node of the run that `from` stands in; undefined where the run ends. */
export function neighbour(from: Node, forward: boolean, between?: Between): Text | undefined {
  let at = from;
  for (;;) {
    let next = forward ? at.nextSibling : at.previousSibling;
    while (next === null) {
      const parent = at.parentNode;
      if (parent === null || !isElement(parent) || flowOf(parent.localName) !== flow.inline) return undefined;
      between?.(parent);
      at = parent;
      next = forward ? at.nextSibling : at.previousSibling;
    }
    const entered = enter(next, forward, between);
    if (entered === undefined) return undefined;
    if (isText(entered)) return entered;
    at = entered;
  }
}

/** The first text in `node` from this side, or the empty node to go on from, or undefined where the run ends. */
function enter(node: Node, forward: boolean, between?: Between): Node | undefined {
  let at = node;
  for (;;) {
    if (!isElement(at)) return at;
    const kind = flowOf(at.localName);
    if (kind === flow.breaks) return undefined;
    if (kind === flow.unseen) return at;
    between?.(at);
    const child = forward ? at.firstChild : at.lastChild;
    if (child === null) return at;
    at = child;
  }
}

/** The text of the run beside a place between two children of `parent`; undefined where the run ends there. */
export function textBeside(parent: Node, sibling: Node | null, forward: boolean): Text | undefined {
  if (sibling !== null) {
    const entered = enter(sibling, forward);
    if (entered === undefined) return undefined;
    return isText(entered) ? entered : neighbour(entered, forward);
  }
  return isElement(parent) && flowOf(parent.localName) === flow.inline ? neighbour(parent, forward) : undefined;
}

/** The closest place that holds whole runs: what is in it is joined to nothing outside. */
export function lineHolder(node: Node): Node {
  let at = node;
  while (at.parentNode !== null && (isText(at) || (isElement(at) && flowOf(at.localName) !== flow.breaks))) at = at.parentNode;
  return at;
}

/** The text nodes of the run around `text`, in order, none empty or long. */
export function runAround(text: Text): Text[] {
  const nodes = text.length > 0 ? [text] : [];
  for (const forward of [false, true]) {
    let length = 0;
    let count = 0;
    let next = neighbour(text, forward);
    while (next !== undefined && next.length <= longTextLength && length < runLengthLimit && count < runNodeLimit) {
      if (next.length > 0) {
        if (forward) nodes.push(next);
        else nodes.unshift(next);
        length += next.length;
        count++;
      }
      next = neighbour(next, forward);
    }
  }
  return nodes;
}

/** Whether each of these text nodes is followed by the next, with nothing but empty text between. */
export function standTogether(nodes: readonly Text[]): boolean {
  return nodes.every((node, at) => {
    const wanted = nodes[at + 1];
    if (wanted === undefined) return true;
    let next = neighbour(node, true);
    while (next !== undefined && next.length === 0) next = neighbour(next, true);
    return next === wanted;
  });
}

/** An element that isn't shown takes no room between two others, and what waits for a slot has no style yet. */
const seamless = new Set(['inline', 'contents', 'ruby', 'ruby-base', 'none', '']);

/** Whether two neighbours of a run stand in one line, by the computed style of what lies between. */
export function joinsInline(before: Text, after: Text): boolean {
  let inline = true;
  const reached = neighbour(before, true, (element) => {
    if (!inline) return;
    const style = element.ownerDocument.defaultView?.getComputedStyle(element);
    if (style && !seamless.has(style.display)) inline = false;
  });
  // Empty text nodes were left out of the run: go on from the one reached.
  if (inline && reached !== undefined && reached !== after) return joinsInline(reached, after);
  return inline && reached === after;
}

/** Text nodes that are read as one. */
export interface Strung {
  readonly nodes: readonly Text[];
  /** Offset of each node's first character in `text`. */
  readonly starts: readonly number[];
  readonly text: string;
}

export function stringTogether(nodes: readonly Text[]): Strung {
  const starts: number[] = [];
  let text = '';
  for (const node of nodes) {
    starts.push(text.length);
    text += node.data;
  }
  return { nodes, starts, text };
}

/** Cuts a run where letters meet across an element that is no part of the line (a flex item, an inline block). */
export function splitAtBoxes(run: Strung): Strung[] {
  const { nodes, starts, text } = run;
  const cuts: number[] = [];
  for (let at = 1; at < nodes.length; at++) {
    const start = starts[at] as number;
    if (!mayBeOneWord(text.charCodeAt(start - 1), text.charCodeAt(start))) continue;
    if (!joinsInline(nodes[at - 1] as Text, nodes[at] as Text)) cuts.push(at);
  }
  if (cuts.length === 0) return [run];
  return [0, ...cuts].map((from, part) => stringTogether(nodes.slice(from, cuts[part])));
}
