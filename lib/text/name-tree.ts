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

/** A name that counts with one letter wrong, too. */
export interface TolerantName {
  name: string;
  reading: Reading;
}

/** Nodes are numbers; each node's children are a linked list. */
export interface NameTree {
  label: Uint16Array;
  firstChild: Uint32Array;
  nextSibling: Uint32Array;
  /** The node of each first character, by folded code. */
  first: Uint32Array;
  /** Index in `readings`, plus one; 0 where no name ends. */
  readingsAt: Uint16Array;
  readings: Reading[][];
  size: number;
}

/** The child of a node (0 is the root) for a folded character; 0 where there is none. */
export function childOf(tree: NameTree, node: number, code: number): number {
  let child = (node === 0 ? tree.first[code] : tree.firstChild[node]) as number;
  while (child !== 0 && tree.label[child] !== code) child = tree.nextSibling[child] as number;
  return child;
}

function addChild(tree: NameTree, parent: number, code: number): number {
  const node = ++tree.size;
  tree.label[node] = code;
  if (parent === 0) tree.first[code] = node;
  else {
    tree.nextSibling[node] = tree.firstChild[parent] as number;
    tree.firstChild[parent] = node;
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

/** A name that is not in the tree yet. */
interface Seed {
  /** Folded. */
  name: string;
  reading: Reading;
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
  readonly #seeds = new Map<number, Seed[]>();
  /** Most names share their only reading with the rest of their group: its place in `readings`, plus one. */
  readonly #shared = new Map<Reading, number>();
  /** By first letter. */
  readonly #tolerant = new Map<string, TolerantName[]>();

  constructor(table: MatcherTable) {
    this.#table = table;
    this.#endings = table.endings.map((list) => list.split('|'));
    this.#marks = new Marks(table.size);
    this.sieve = createSieve(this.#marks, () => this.#learnOtherScripts());
    const nodes = table.size + 1;
    this.#tree = {
      label: new Uint16Array(nodes),
      firstChild: new Uint32Array(nodes),
      nextSibling: new Uint32Array(nodes),
      first: new Uint32Array(0x10000),
      readingsAt: new Uint16Array(nodes),
      readings: [],
      size: 0,
    };
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
      this.#sow(opening, { name, reading: isExact ? { ...reading, spelling: written } : reading });
      if (!mayBeMisspelt || isExact || !isTolerant(name, reading.endings)) continue;
      const beginning = name.slice(0, 2 * OPENING_LENGTH);
      if (beginning !== last) this.#marks.markNear(name, reading.endings);
      last = beginning;
      // A listed misspelling widens how words near its name may start, and is no name to be near to.
      if (reading.form === 'misspelling') continue;
      const known = this.#tolerant.get(name.charAt(0));
      if (known === undefined) this.#tolerant.set(name.charAt(0), [{ name, reading }]);
      else known.push({ name, reading });
    }
  }

  #sow(opening: number, seed: Seed): void {
    const key = keyOf(opening);
    const known = this.#seeds.get(key);
    if (known === undefined) this.#seeds.set(key, [seed]);
    else known.push(seed);
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
  tolerantNames(first: string): readonly TolerantName[] {
    return this.#tolerant.get(first) ?? [];
  }

  #grow({ name, reading }: Seed): void {
    const tree = this.#tree;
    const node = nodeFor(tree, name);
    const others = tree.readingsAt[node] as number;
    if (others !== 0) {
      // Readings that ask for context are tried before those beyond doubt: they are the narrower ones.
      const all = [...(tree.readings[others - 1] ?? []), reading];
      tree.readingsAt[node] = tree.readings.push(all.sort((one, other) => other.rule - one.rule || one.order - other.order));
      return;
    }
    const place = this.#shared.get(reading) ?? tree.readings.push([reading]);
    this.#shared.set(reading, place);
    tree.readingsAt[node] = place;
  }
}

/** The first three sketches; where the second is an edge the third is left open, since a text may have several there. */
function keyOf(opening: number): number {
  const key = opening >>> (2 * SKETCH_BITS);
  return ((key >>> SKETCH_BITS) & SKETCH) === EDGE ? key & ~SKETCH : key;
}
/** Some names have two letters. */
const keysFor = (opening: number): number[] => [keyOf(opening), keyOf(opening) & ~SKETCH];
