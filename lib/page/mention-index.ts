/** What has been found, by passage. The index is the truth; marks on the page are only its picture. */
import type { Candidate } from '../text/mention.ts';
import { fingerprintOf } from './fingerprint.ts';
import { lastAtOrBefore } from './joints.ts';
import type { Job, Pace } from './pace.ts';
import type { PageMention } from './page-mention.ts';
import { sortInSlices } from './slices.ts';

export type Root = Document | ShadowRoot;

/** A mention with its place: UTF-16 offsets in the passage's text. One object for all it is to us: some pages have a hundred thousand. */
export interface Found extends PageMention, Readonly<Candidate> {
  readonly passage: Passage;
}

/** A piece of text that holds at least one candidate, as it was when read. The text itself is the page's: kept here, it would be held twice. */
export interface Passage {
  readonly nodes: readonly Text[];
  /** Offset of each node's first character in the text; below 0 where the passage is a later piece of a long node. */
  readonly starts: readonly number[];
  /** Of the text, in UTF-16 units. */
  readonly length: number;
  /** Of the text: see `fingerprintOf`. */
  readonly fingerprint: number;
  /** In order; where all of them turn out to be mentions that can be seen, they are `found`. */
  candidates: readonly Candidate[];
  /** Candidates a reader can see; undefined until looked at. */
  shown: readonly Candidate[] | undefined;
  /** Mentions among `shown`, in order; undefined until decided. */
  found: readonly Found[] | undefined;
  /** The last sweep that met it. */
  sweep: number;
  dropped: boolean;
}

/** A place in a text node. */
export interface Place {
  node: Text;
  offset: number;
}

/** Where an offset of the passage lies. An offset between two nodes is the end of the first when `atEnd`. */
export function placeAt(passage: Pick<Passage, 'nodes' | 'starts'>, offset: number, atEnd: boolean): Place {
  const at = lastAtOrBefore(passage.starts, atEnd ? Math.max(offset - 1, 0) : offset);
  return { node: passage.nodes[at] as Text, offset: offset - (passage.starts[at] as number) };
}

/** The offset in the passage of a place in one of its nodes; undefined when the node is not of it. */
export function offsetOf(passage: Pick<Passage, 'nodes' | 'starts'>, place: Place): number | undefined {
  const at = passage.nodes.indexOf(place.node);
  return at < 0 ? undefined : place.offset + (passage.starts[at] as number);
}

/** The text nodes that hold a mention or candidate. */
export function nodesOf(passage: Pick<Passage, 'nodes' | 'starts'>, span: { start: number; end: number }): readonly Text[] {
  if (passage.nodes.length === 1) return passage.nodes;
  const first = lastAtOrBefore(passage.starts, span.start);
  return passage.nodes.slice(first, lastAtOrBefore(passage.starts, span.end - 1) + 1);
}

/** Whether the passage's nodes are in the page and hold what they were read with. */
export const isUnchanged = (passage: Passage): boolean =>
  isConnected(passage) && fingerprintOf(textOf(passage), passage.candidates) === passage.fingerprint;

/** The text that its nodes hold now, where it was read. */
export const textOf = (passage: Passage): string => textIn(passage, { start: 0, end: passage.length });

/** The text that stands there in the page now. */
export const textUnder = (passage: Passage, span: { start: number; end: number }): string | undefined =>
  nodesOf(passage, span).every((node) => node.isConnected) ? textIn(passage, span) : undefined;

function textIn(passage: Passage, span: { start: number; end: number }): string {
  let text = '';
  const first = lastAtOrBefore(passage.starts, span.start);
  for (const [at, node] of nodesOf(passage, span).entries()) {
    const start = passage.starts[first + at] as number;
    text += node.data.slice(Math.max(span.start - start, 0), Math.max(span.end - start, 0));
  }
  return text;
}

export const isConnected = (passage: Passage): boolean => passage.nodes.every((node) => node.isConnected);

/** Whether two readings are of the same nodes with the same text, as far as it matters to names that are the same. */
export function isSameReading(a: Passage, b: Pick<Passage, 'nodes' | 'starts' | 'length' | 'fingerprint'>): boolean {
  const { nodes, starts, length, fingerprint } = b;
  return (
    a.length === length &&
    a.fingerprint === fingerprint &&
    a.nodes.length === nodes.length &&
    a.nodes.every((node, at) => node === nodes[at] && a.starts[at] === starts[at])
  );
}

/** Whether two lists name the same at the same offsets, and as surely. */
export const areSameNames = (some: readonly Candidate[], others: readonly Candidate[]): boolean =>
  some.length === others.length &&
  some.every(({ start, end, entry, rule }, at) => {
    const other = others[at];
    return start === other?.start && end === other.end && entry === other.entry && rule === other.rule;
  });

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
