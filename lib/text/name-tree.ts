/** The names of the compiled table as a tree over typed arrays; names are added when a text first starts like them. */
import { fold } from '../dataset/fold.ts';
import type { MatcherTable } from '../dataset/matcher-table.ts';
import { isInOtherScript, type NameGroup, readGroups } from '../dataset/name-list.ts';
import { isTolerant, OPENING_LENGTH, SKETCH, SKETCH_BITS } from '../dataset/one-edit.ts';
import { EDGE } from './letters.ts';
import { Marks } from './marks.ts';
import { createSieve, type Sieve } from './sieve.ts';

/** What a name can stand for. */
export interface Reading {
  entry: string;
  /** Index of the entry in the table. */
  order: number;
  form: string;
  /** Index of its context rule; -1 when it is beyond doubt. */
  rule: number;
  /** What may stand between the name and the end of its word, folded. */
  endings: readonly string[];
  /** The casing it counts in, where that matters. */
  spelling: string | undefined;
}

/** A name and what it stands for. */
export interface Name {
  /** Folded. */
  name: string;
  reading: Reading;
}

/** Nodes are numbers; each node's children are a linked list. */
export interface NameTree {
  /** Four cells for each node: its character (folded), its first child, its next sibling, and what it stands for. */
  cells: Uint32Array;
  /** The node of each first character, by folded code. */
  first: Map<number, number>;
  readings: Reading[][];
  size: number;
}

const CHILD = 1;
const SIBLING = 2;
/** Index in `readings`, plus one; 0 where no name ends. */
const READINGS = 3;

/** Few pages have words that start like more than some of the names; room for others is made as they come. */
const FIRST_ROOM = 4_096;

/** The child of a node (0 is the root) for a folded character; 0 where there is none. */
export function childOf({ cells, first }: NameTree, node: number, code: number): number {
  let child = node === 0 ? (first.get(code) ?? 0) : (cells[4 * node + CHILD] as number);
  while (child !== 0 && cells[4 * child] !== code) child = cells[4 * child + SIBLING] as number;
  return child;
}

/** What a node stands for; undefined where no name ends. */
export const readingsAt = ({ cells, readings }: NameTree, node: number): Reading[] | undefined =>
  readings[(cells[4 * node + READINGS] as number) - 1];

function addChild(tree: NameTree, parent: number, code: number): number {
  const node = ++tree.size;
  if (4 * node === tree.cells.length) {
    const wider = new Uint32Array(8 * node);
    wider.set(tree.cells);
    tree.cells = wider;
  }
  const { cells, first } = tree;
  cells[4 * node] = code;
  if (parent === 0) first.set(code, node);
  else {
    cells[4 * node + SIBLING] = cells[4 * parent + CHILD] as number;
    cells[4 * parent + CHILD] = node;
  }
  return node;
}

function nodeFor(tree: NameTree, name: string): number {
  let node = 0;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    node = childOf(tree, node, code) || addChild(tree, node, code);
  }
  return node;
}

function addTo<Key, One>(lists: Map<Key, One[]>, key: Key, one: One): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [one]);
  else list.push(one);
}

/** The compiled names of a dataset, grown as they are asked for. */
export class Names {
  readonly #marks: Marks;
  /** Says where in a text any of them may start. */
  readonly sieve: Sieve;
  readonly #table: MatcherTable;
  readonly #tree: NameTree;
  readonly #endings: readonly string[][];
  /** By the first three sketches of names (see `keyOf`): those that no text has started like yet. */
  readonly #seeds = new Map<number, Name[]>();
  /** Most names share their only reading with the rest of their group: its place in `readings`, plus one. */
  readonly #shared = new Map<Reading, number>();
  /** By first letter. */
  readonly #tolerant = new Map<string, Name[]>();

  constructor(table: MatcherTable) {
    this.#table = table;
    this.#endings = table.endings.map((list) => list.split('|'));
    this.#marks = new Marks(table.size);
    this.sieve = createSieve(this.#marks, () => this.#learnOtherScripts());
    this.#tree = { cells: new Uint32Array(FIRST_ROOM), first: new Map(), readings: [], size: 0 };
  }

  /** Learns how names in Latin letters start; can be left and taken up again after each entry. */
  *learn(): Generator<undefined, void> {
    for (const order of this.#table.names.keys()) {
      this.#learnEntry(order, false);
      yield;
    }
  }

  /** All others, when a text has such letters: most pages never do. */
  #learnOtherScripts(): void {
    for (const order of this.#table.names.keys()) this.#learnEntry(order, true);
  }

  #learnEntry(order: number, inOtherScript: boolean): void {
    const entry = this.#table.entries[order] as string;
    for (const group of readGroups(this.#table.names[order] as string, entry)) this.#learn(group, order, inOtherScript);
  }

  #learn(group: NameGroup, order: number, inOtherScript: boolean): void {
    const reading: Reading = {
      entry: this.#table.entries[order] as string,
      order,
      form: this.#table.forms[group.form] as string,
      rule: group.rule,
      endings: this.#endings[group.endings] as string[],
      spelling: undefined,
    };
    const mayBeMisspelt = reading.rule < 0 && !group.isStrict;
    /** Many names share their first letters with the one before. */
    let last = '';
    for (const written of group.names) {
      if (isInOtherScript(written) !== inOtherScript) continue;
      const isExact = written !== written.toLowerCase();
      const name = isExact ? fold(written) : written;
      const opening = this.#marks.mark(name, reading.endings, isExact ? written : undefined);
      const one: Name = { name, reading: isExact ? { ...reading, spelling: written } : reading };
      addTo(this.#seeds, keyOf(opening), one);
      if (!mayBeMisspelt || isExact || !isTolerant(name, reading.endings)) continue;
      const beginning = name.slice(0, 2 * OPENING_LENGTH);
      if (beginning !== last) this.#marks.markNear(name, reading.endings);
      last = beginning;
      // A listed misspelling widens how words near its name may start, and is no name to be near to.
      if (reading.form === 'misspelling') continue;
      addTo(this.#tolerant, name.charAt(0), one);
    }
  }

  /** The tree, with all names in it that start so. */
  treeFor(opening: number): NameTree {
    for (const key of keysFor(opening)) {
      const seeds = this.#seeds.get(key);
      if (seeds === undefined) continue;
      this.#seeds.delete(key);
      for (const seed of seeds) this.#grow(seed);
    }
    return this.#tree;
  }

  /** Names with this first letter that count with one letter wrong. */
  tolerantNames(first: string): readonly Name[] {
    return this.#tolerant.get(first) ?? [];
  }

  #grow({ name, reading }: Name): void {
    const tree = this.#tree;
    const node = nodeFor(tree, name);
    const others = readingsAt(tree, node);
    let place: number;
    if (others !== undefined) {
      // Readings that ask for context are tried before those beyond doubt: they are the narrower ones.
      place = tree.readings.push([...others, reading].sort((one, other) => other.rule - one.rule || one.order - other.order));
    } else {
      place = this.#shared.get(reading) ?? tree.readings.push([reading]);
      this.#shared.set(reading, place);
    }
    tree.cells[4 * node + READINGS] = place;
  }
}

/** The first three sketches; where the second is an edge the third is left open, since a text may have several there. */
function keyOf(opening: number): number {
  const key = opening >>> (2 * SKETCH_BITS);
  return ((key >>> SKETCH_BITS) & SKETCH) === EDGE ? key & ~SKETCH : key;
}
/** Some names have two letters. */
const keysFor = (opening: number): number[] => [keyOf(opening), keyOf(opening) & ~SKETCH];
