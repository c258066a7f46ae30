/** The names of the compiled table as a tree over typed arrays; names are added when a text first starts like them. */
import { fromAscii } from '../dataset/ascii.ts';
import { fold } from '../dataset/fold.ts';
import type { MatcherTable } from '../dataset/matcher-table.ts';
import { isExact, type ReadGroup, readGroupOf, readGroups, readName, writtenLength } from '../dataset/name-list.ts';
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
  /** Where it stands alone among the tree's readings, plus one; 0 until it does. */
  place: number;
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
    const wider = new Uint32Array(4 * (node + (node >> 1)));
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

/** The compiled names of a dataset, grown as they are asked for. */
export class Names {
  readonly #marks: Marks;
  /** Says where in a text any of them may start. */
  readonly sieve: Sieve;
  readonly #table: MatcherTable;
  /** The names of each entry in Latin letters, then those of each in other scripts. */
  readonly #lists: string[];
  readonly #tree: NameTree;
  readonly #endings: readonly string[][];
  /**
   * Of each name what it takes to come upon it again: the names themselves, as objects, are four times as much. Its list; where it stands
   * in that, doubled, and one more where it may be misspelled; and the name before that opens like it, plus one.
   */
  readonly #listsOfNames: number[] = [];
  readonly #places: number[] = [];
  readonly #before: number[] = [];
  /** By opening (see `keyOf`): the last name, plus one, of those that no text has started like yet. */
  readonly #last = new Map<number, number>();
  /** By list and the end of a group: what its names stand for. */
  readonly #readings = new Map<number, Reading>();
  /** By first letter, those that texts have asked for. */
  readonly #tolerant = new Map<string, Name[]>();

  constructor(table: MatcherTable) {
    this.#table = table;
    this.#lists = [...table.names, ...table.otherNames];
    this.#endings = table.endings.map((list) => list.split('|'));
    this.#marks = new Marks(table.size);
    this.sieve = createSieve(this.#marks, () => this.#learnOtherScripts());
    this.#tree = { cells: new Uint32Array(FIRST_ROOM), first: new Map(), readings: [], size: 0 };
  }

  /** Learns how names in Latin letters start; can be left and taken up again after each entry. */
  *learn(): Generator<undefined, void> {
    for (const list of this.#table.entries.keys()) {
      this.#learnList(list);
      yield;
    }
  }

  /** All others, when a text has such letters: most pages never do. */
  #learnOtherScripts(): void {
    for (let list = this.#table.entries.length; list < this.#lists.length; list++) {
      this.#lists[list] = fromAscii(this.#lists[list] as string);
      this.#learnList(list);
    }
  }

  #learnList(list: number): void {
    for (const group of readGroups(this.#lists[list] as string, this.#entryOf(list))) this.#learn(group, list);
  }

  #entryOf(list: number): string {
    const { entries } = this.#table;
    return entries[list % entries.length] as string;
  }

  #learn({ names, start, endings, form, rule, isStrict }: ReadGroup, list: number): void {
    const entry = this.#entryOf(list);
    const allowed = this.#endings[endings] as string[];
    const mayBeMisspelt = rule < 0 && !isStrict;
    // A listed misspelling widens how words near its name may start, and is no name to be near to.
    const isListed = this.#table.forms[form] === 'misspelling';
    /** Many names share their first letters with the one before. */
    let last = '';
    let place = start;
    for (const written of names) {
      const spelling = isExact(written) ? written : undefined;
      const name = spelling === undefined ? written : fold(written);
      const key = keyOf(this.#marks.mark(name, allowed, spelling));
      const isNear = mayBeMisspelt && spelling === undefined && isTolerant(name, allowed);
      this.#before.push(this.#last.get(key) ?? 0);
      this.#listsOfNames.push(list);
      this.#last.set(key, this.#places.push(2 * place + Number(isNear && !isListed)));
      place += writtenLength(written, entry);
      if (!isNear) continue;
      const beginning = name.slice(0, 2 * OPENING_LENGTH);
      if (beginning !== last) this.#marks.markNear(name, allowed);
      last = beginning;
    }
  }

  /** The tree, with all names in it that start so. */
  treeFor(opening: number): NameTree {
    for (const key of keysFor(opening)) {
      const last = this.#last.get(key);
      if (last === undefined) continue;
      this.#last.delete(key);
      const names: number[] = [];
      for (let next = last; next > 0; next = this.#before[next - 1] as number) names.push(next - 1);
      for (const which of names.reverse()) this.#grow(which);
    }
    return this.#tree;
  }

  /** Names with this first letter that count with one letter wrong. */
  tolerantNames(first: string): readonly Name[] {
    let names = this.#tolerant.get(first);
    if (names === undefined) {
      names = [];
      for (const [which, place] of this.#places.entries()) {
        if ((place & 1) === 0) continue;
        const name = this.#nameOf(which);
        if (name.startsWith(first)) names.push({ name, reading: this.#readingOf(which) });
      }
      this.#tolerant.set(first, names);
    }
    return names;
  }

  #nameOf(which: number): string {
    const list = this.#listsOfNames[which] as number;
    return readName(this.#lists[list] as string, (this.#places[which] as number) >> 1, this.#entryOf(list));
  }

  #readingOf(which: number): Reading {
    const list = this.#listsOfNames[which] as number;
    const { entries, forms } = this.#table;
    const { end, form, rule, endings } = readGroupOf(this.#lists[list] as string, (this.#places[which] as number) >> 1);
    const key = list + end * this.#lists.length;
    let reading = this.#readings.get(key);
    if (reading === undefined) {
      reading = {
        entry: this.#entryOf(list),
        order: list % entries.length,
        form: forms[form] as string,
        rule,
        endings: this.#endings[endings] as string[],
        spelling: undefined,
        place: 0,
      };
      this.#readings.set(key, reading);
    }
    return reading;
  }

  #grow(which: number): void {
    const tree = this.#tree;
    const name = this.#nameOf(which);
    const usual = this.#readingOf(which);
    const isOwnCasing = isExact(name);
    const node = nodeFor(tree, isOwnCasing ? fold(name) : name);
    const reading = isOwnCasing ? { ...usual, spelling: name, place: 0 } : usual;
    const others = readingsAt(tree, node);
    let { place } = reading;
    if (others !== undefined)
      // Readings that ask for context are tried before those beyond doubt: they are the narrower ones.
      place = tree.readings.push([...others, reading].sort((one, other) => other.rule - one.rule || one.order - other.order));
    else if (place === 0) place = reading.place = tree.readings.push([reading]);
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
