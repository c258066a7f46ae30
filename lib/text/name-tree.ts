/** The names of the compiled table as a tree over typed arrays; an entry's names are added when a text first starts like one. */
import { fold } from '../dataset/fold.ts';
import type { MatcherTable, NameGroup } from '../dataset/matcher-table.ts';
import { isInOtherScript, splitNames } from '../dataset/name-list.ts';
import { isTolerant, OPENING_LENGTH, SKETCH, SKETCH_BITS } from '../dataset/one-edit.ts';
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

/** The compiled names of a dataset, grown as they are asked for. */
export class Names {
  readonly #marks: Marks;
  /** Says where in a text any of them may start. */
  readonly sieve: Sieve;
  readonly #table: MatcherTable;
  readonly #tree: NameTree;
  /** By the first three sketches of names: the entries that have such names. */
  readonly #entries = new Map<number, number[]>();
  readonly #grown = new Set<number>();
  /** By first letter. */
  readonly #tolerant = new Map<string, TolerantName[]>();

  constructor(table: MatcherTable) {
    this.#table = table;
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
    for (const [entry, groups] of this.#table.names.entries()) {
      for (const group of groups) this.#learn(group, this.#readingFor(entry, group), false);
      yield;
    }
  }

  /** All others, when a text has such letters: most pages never do. */
  #learnOtherScripts(): void {
    for (const [entry, groups] of this.#table.names.entries())
      for (const group of groups) this.#learn(group, this.#readingFor(entry, group), true);
  }

  #learn(group: NameGroup, reading: Reading, inOtherScript: boolean): void {
    const [, , , , isStrict] = group;
    const mayBeMisspelt = reading.rule < 0 && isStrict !== 1;
    /** Many names share their first letters with the one before. */
    let last = '';
    for (const written of namesOf(group, reading.entry)) {
      if (isInOtherScript(written) !== inOtherScript) continue;
      const isExact = written !== written.toLowerCase();
      const name = isExact ? fold(written) : written;
      this.#learnPlace(this.#marks.mark(name, reading.endings, isExact ? written : undefined), reading.order);
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

  #learnPlace(opening: number, entry: number): void {
    const key = keyOf(opening);
    const known = this.#entries.get(key);
    if (known === undefined) this.#entries.set(key, [entry]);
    else if (known.at(-1) !== entry) known.push(entry);
  }

  /** The tree, with all names in it that start so. */
  treeFor(opening: number): NameTree {
    for (const key of keysFor(opening))
      for (const entry of this.#entries.get(key) ?? []) {
        if (this.#grown.has(entry)) continue;
        this.#grown.add(entry);
        for (const group of this.#table.names[entry] ?? []) this.#grow(entry, group);
      }
    return this.#tree;
  }

  /** Names with this first letter that count with one letter wrong. */
  tolerantNames(first: string): readonly TolerantName[] {
    return this.#tolerant.get(first) ?? [];
  }

  #readingFor(order: number, [form, , rule = -1, endings = 0]: NameGroup): Reading {
    return {
      entry: this.#table.entries[order] as string,
      order,
      form: this.#table.forms[form] as string,
      rule,
      endings: this.#table.endings[endings] as string[],
      spelling: undefined,
    };
  }

  #grow(entry: number, group: NameGroup): void {
    const tree = this.#tree;
    const reading = this.#readingFor(entry, group);
    let shared = 0;
    for (const name of namesOf(group, reading.entry)) {
      const exact = name !== name.toLowerCase();
      const node = nodeFor(tree, exact ? fold(name) : name);
      const others = tree.readingsAt[node] as number;
      if (others !== 0 || exact) {
        // Readings that ask for context are tried before those beyond doubt: they are the narrower ones.
        const all = [...(tree.readings[others - 1] ?? []), { ...reading, spelling: exact ? name : undefined }];
        tree.readingsAt[node] = tree.readings.push(all.sort((one, other) => other.rule - one.rule || one.order - other.order));
      } else {
        // Most names share their only reading with the rest of their group.
        shared ||= tree.readings.push([reading]);
        tree.readingsAt[node] = shared;
      }
    }
  }
}

/** Names are kept by their first three letters; some have two. */
const keyOf = (opening: number): number => opening >>> (2 * SKETCH_BITS);
const keysFor = (opening: number): number[] => [keyOf(opening), keyOf(opening) & ~SKETCH];

const namesOf = ([, names]: NameGroup, entry: string): string[] => splitNames(names, entry);
