/** What has been found, by passage. The index is the truth; marks on the page are only its picture. */
import type { Job, Pace } from './pace.ts';
import type { Passage } from './passage.ts';
import { sortInSlices } from './slices.ts';

export type Root = Document | ShadowRoot;

/** -1 when `a` stands before `b` in the page as composed, 1 when after; hosts come before what is in their shadow tree. */
export function compareNodes(a: Node, b: Node): number {
  if (a === b) return 0;
  const relation = a.compareDocumentPosition(b);
  if (!(relation & disconnected)) return relation & following ? -1 : 1;
  const chainA = hostChain(a);
  const chainB = hostChain(b);
  let level = 0;
  while (chainA[level]?.getRootNode() !== undefined && chainA[level]?.getRootNode() === chainB[level]?.getRootNode()) {
    const nodeA = chainA[level] as Node;
    const nodeB = chainB[level] as Node;
    if (nodeA !== nodeB) return nodeA.compareDocumentPosition(nodeB) & following ? -1 : 1;
    level++;
  }
  return chainA.length - chainB.length;
}

const disconnected = 1;
const following = 4;

/** The node's hosts from the outermost in, and the node. */
function hostChain(node: Node): Node[] {
  const chain = [node];
  for (let root = node.getRootNode(); isShadowRoot(root); root = root.host.getRootNode()) chain.unshift(root.host);
  return chain;
}

/** The element a node stands in, or the host where it stands right in a shadow tree. */
export function elementAround(node: Node): Element | undefined {
  if (node.parentElement !== null) return node.parentElement;
  const parent = node.parentNode;
  return parent !== null && isShadowRoot(parent) ? parent.host : undefined;
}

export const isShadowRoot = (node: Node): node is ShadowRoot => node.nodeType === 11 && 'host' in node;

/** Whether a node is one of the places, or in one of them. */
export function isWithin(node: Node | null, places: ReadonlySet<Node>): boolean {
  for (let at = node; at !== null; at = at.parentNode) if (places.has(at)) return true;
  return false;
}

/** Whether a node is in one of the places, or in a shadow tree there. */
export function isUnder(node: Node, places: ReadonlySet<Node>): boolean {
  for (let at: Node | null = node; at !== null; at = at.parentNode ?? (isShadowRoot(at) ? at.host : null))
    if (places.has(at)) return true;
  return false;
}

export class MentionIndex {
  /** In document order; may hold dropped ones until `compact`. */
  #passages: Passage[] = [];
  /** Most nodes have one: a list for each would be most of what is kept. */
  #owners = new WeakMap<Text, Passage | Passage[]>();
  #compact = true;
  /** What is added while the others are being sorted. */
  #late: Passage[] | undefined;

  get passages(): readonly Passage[] {
    return this.#passages;
  }

  /** Passages, dropped ones left out, that hold text of this node. */
  passagesOf(text: Text): Passage[] {
    const owners = this.#owners.get(text);
    if (owners === undefined) return [];
    return Array.isArray(owners) ? owners.filter((passage) => !passage.dropped) : [owners];
  }

  /** The same of any of these nodes, each of its nodes naming it once. */
  passagesOfAny(nodes: readonly Text[]): Passage[] {
    const passages: Passage[] = [];
    for (const node of nodes) if (this.#owners.has(node)) passages.push(...this.passagesOf(node));
    return passages;
  }

  add(passage: Passage): void {
    for (const node of passage.nodes)
      if (this.#owners.has(node)) this.#setOwners(node, [...this.passagesOf(node), passage]);
      else this.#owners.set(node, passage);
    this.#late?.push(passage);
    this.#insert(passage);
  }

  #insert(passage: Passage): void {
    const last = this.#passages.at(-1);
    if (last === undefined || comparePassages(last, passage) < 0) this.#passages.push(passage);
    else this.#passages.splice(this.#placeFor(passage), 0, passage);
  }

  #placeFor(passage: Passage): number {
    let low = 0;
    let high = this.#passages.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (comparePassages(this.#passages[middle] as Passage, passage) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  drop(passage: Passage): void {
    if (passage.dropped) return;
    passage.dropped = true;
    this.#compact = false;
    for (const node of passage.nodes)
      this.#setOwners(
        node,
        this.passagesOf(node).filter((other) => other !== passage),
      );
  }

  #setOwners(node: Text, owners: Passage[]): void {
    const [first] = owners;
    if (first === undefined) this.#owners.delete(node);
    else this.#owners.set(node, owners.length === 1 ? first : owners);
  }

  /** Forgets dropped passages. */
  compact(): void {
    if (this.#compact) return;
    this.#compact = true;
    this.#passages = this.#passages.filter((passage) => !passage.dropped);
  }

  /** Puts passages in order again after the page has moved some of them. */
  *sort(pace: Pace): Job {
    this.compact();
    const late: Passage[] = [];
    this.#late = late;
    this.#passages = yield* sortInSlices([...this.#passages], comparePassages, pace);
    this.#late = undefined;
    for (const passage of late) this.#insert(passage);
    // Some were dropped while the others were being sorted.
    this.#compact = false;
    this.compact();
  }
}

function comparePassages(a: Passage, b: Passage): number {
  const order = compareNodes(a.nodes[0] as Text, b.nodes[0] as Text);
  // Pieces of one node: the later one starts further back from its own text.
  return order === 0 ? (b.starts[0] as number) - (a.starts[0] as number) : order;
}
