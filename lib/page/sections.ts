/** The sections of a page: cut by headings, and by the edges of sections and articles. */
import { compareNodes, isShadowRoot, type Root } from './mention-index.ts';
import { headingSelector, sectionEdges, sectionSelector } from './tags.ts';

export interface Sections {
  /** The same number for all nodes of one section. */
  sectionOf(node: Node): number;
}

/** Reads where sections start now; good until the page changes. */
export function createSections(): Sections {
  const edgesOf = new Map<Node, NodeListOf<Element>>();
  const numbers = new Map<Node, number[]>();
  let count = 0;

  function sectionOf(node: Node): number {
    const root = node.getRootNode() as Root;
    let edges = edgesOf.get(root);
    if (edges === undefined) {
      edges = root.querySelectorAll(sectionEdges);
      edgesOf.set(root, edges);
    }
    const before = countBefore(edges, node);
    const around = closestElement(node)?.closest(sectionSelector) ?? root;
    if (before === 0 && around === root && isShadowRoot(root)) return sectionOf(root.host);
    let within = numbers.get(around);
    if (within === undefined) {
      within = [];
      numbers.set(around, within);
    }
    within[before] ??= count++;
    return within[before];
  }
  return { sectionOf };
}

/** The text of the last heading before a node (or around it), white space put right; "" when there is none. */
export function headingOf(node: Node): string {
  const root = node.getRootNode() as Root;
  if (typeof root.querySelectorAll !== 'function') return '';
  const headings = root.querySelectorAll(headingSelector);
  const before = countBefore(headings, node);
  const heading = headings[before - 1];
  if (heading === undefined) return isShadowRoot(root) ? headingOf(root.host) : '';
  return (heading.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 120);
}

/** How many of the elements, in document order, start before the node. */
function countBefore(elements: NodeListOf<Element>, node: Node): number {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareNodes(elements[middle] as Element, node) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const closestElement = (node: Node): Element | null => (node.nodeType === 1 ? (node as Element) : node.parentElement);
