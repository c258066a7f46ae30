/** Pieces of the page's text with names in them, and what was found there. */
import type { Candidate } from '../text/mention.ts';
import { fingerprintOf } from './fingerprint.ts';
import { lastAtOrBefore } from './joints.ts';
import type { PageMention } from './page-mention.ts';

/** How mentions are written and what they name: kept once for all that are alike. */
export type Naming = Readonly<Pick<Candidate, 'entry' | 'exact' | 'form'>>;

/**
 * A mention with its place: UTF-16 offsets in the passage's text. One object for all it is to us, and a small one: some pages have a
 * hundred thousand.
 */
export class Found implements PageMention, Readonly<Candidate> {
  readonly key: number;
  readonly naming: Naming;
  readonly inLink: boolean;
  readonly passage: Passage;
  readonly start: number;

  constructor(key: number, naming: Naming, inLink: boolean, passage: Passage, start: number) {
    this.key = key;
    this.naming = naming;
    this.inLink = inLink;
    this.passage = passage;
    this.start = start;
  }

  get entry(): string {
    return this.naming.entry;
  }

  get exact(): string {
    return this.naming.exact;
  }

  get form(): Naming['form'] {
    return this.naming.form;
  }

  get end(): number {
    return this.start + this.naming.exact.length;
  }

  /** A mention is beyond doubt. */
  get rule(): number {
    return -1;
  }
}

/** What a piece of text was when it was read. The text itself is the page's: kept here, it would be held twice. */
export interface PieceRead {
  readonly nodes: readonly Text[];
  /** Offset of each node's first character in the text; below 0 where the passage is a later piece of a long node. */
  readonly starts: readonly number[];
  /** Of the text, in UTF-16 units. */
  readonly length: number;
  /** Of the text: see `fingerprintOf`. */
  readonly fingerprint: number;
}

/** A piece of text that holds at least one candidate. */
export class Passage implements PieceRead {
  /** Most have one node: a list for each would be a fifth of what is kept. */
  readonly #nodes: Text | readonly Text[];
  readonly starts: readonly number[];
  readonly length: number;
  readonly fingerprint: number;
  /** In order; where all of them turn out to be mentions that can be seen, they are `found`. */
  candidates: readonly Candidate[];
  /** Candidates a reader can see; undefined until looked at. */
  shown: readonly Candidate[] | undefined;
  /** Mentions among `shown`, in order; undefined until decided. */
  found: readonly Found[] | undefined;
  /** The last sweep that met it. */
  sweep: number;
  dropped = false;

  constructor({ nodes, starts, length, fingerprint }: PieceRead, candidates: readonly Candidate[], sweep: number) {
    this.#nodes = nodes.length === 1 ? (nodes[0] as Text) : nodes;
    this.starts = starts;
    this.length = length;
    this.fingerprint = fingerprint;
    this.candidates = candidates;
    this.sweep = sweep;
  }

  get nodes(): readonly Text[] {
    return Array.isArray(this.#nodes) ? this.#nodes : [this.#nodes as Text];
  }
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
  isConnected(passage) && endsAsRead(passage) && fingerprintOf(textOf(passage), passage.candidates) === passage.fingerprint;

/** Whether the last of several nodes has not grown: its text is compared as far as it was read. */
const endsAsRead = ({ nodes, starts, length }: Passage): boolean =>
  nodes.length === 1 || (starts.at(-1) as number) + (nodes.at(-1) as Text).length === length;

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
export function isSameReading(a: PieceRead, b: PieceRead): boolean {
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
