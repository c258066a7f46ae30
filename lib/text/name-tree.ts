/** The names of the compiled table as a tree over typed arrays. */
import { fold } from '../dataset/fold.ts';
import type { MatcherTable, NameGroup } from '../dataset/matcher-table.ts';
import { splitNames } from '../dataset/name-list.ts';
import { createOpenings, markOpening, type Openings } from './openings.ts';

/** What a name can stand for. */
export interface Reading {
  entry: string;
  form: string;
  /** Index of its context rule; -1 when it is beyond doubt. */
  rule: number;
  /** What may stand between the name and the end of its word, folded. */
  endings: readonly string[];
  /** The casing it counts in, where that matters. */
  spelling: string | undefined;
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
  /** What names start with. */
  openings: Openings;
}

/** The child of a node (0 is the root) for a folded character; 0 where there is none. */
export function childOf(tree: NameTree, node: number, code: number): number {
  let child = (node === 0 ? tree.first[code] : tree.firstChild[node]) as number;
  while (child !== 0 && tree.label[child] !== code) child = tree.nextSibling[child] as number;
  return child;
}

/** Builds the tree in one pass over the names; can be left and taken up again after each entry. */
export function* growTree(table: MatcherTable): Generator<undefined, NameTree> {
  const nodes = table.size + 1;
  const tree: NameTree = {
    label: new Uint16Array(nodes),
    firstChild: new Uint32Array(nodes),
    nextSibling: new Uint32Array(nodes),
    first: new Uint32Array(0x10000),
    readingsAt: new Uint16Array(nodes),
    readings: [],
    openings: createOpenings(),
  };
  let grown = 0;

  const addChild = (parent: number, code: number): number => {
    const node = ++grown;
    tree.label[node] = code;
    if (parent === 0) tree.first[code] = node;
    else {
      tree.nextSibling[node] = tree.firstChild[parent] as number;
      tree.firstChild[parent] = node;
    }
    return node;
  };
  const addName = (name: string): number => {
    let node = 0;
    for (let i = 0; i < name.length; i++) {
      const code = name.charCodeAt(i);
      node = childOf(tree, node, code) || addChild(node, code);
    }
    markOpening(tree.openings, name);
    return node;
  };

  const addGroup = (entry: string, [form, names, rule = -1, endings = 0]: NameGroup): void => {
    const reading = {
      entry,
      form: table.forms[form] as string,
      rule,
      endings: table.endings[endings] as string[],
      spelling: undefined,
    };
    let shared = 0;
    for (const name of splitNames(names, entry)) {
      const exact = name !== name.toLowerCase();
      const node = addName(exact ? fold(name) : name);
      const others = tree.readingsAt[node] as number;
      if (others !== 0 || exact) {
        // Readings that ask for context are tried before those beyond doubt: they are the narrower ones.
        const all = [...(tree.readings[others - 1] ?? []), { ...reading, spelling: exact ? name : undefined }];
        tree.readingsAt[node] = tree.readings.push(all.sort((one, other) => other.rule - one.rule));
      } else {
        // Most names share their only reading with the rest of their group.
        shared ||= tree.readings.push([reading]);
        tree.readingsAt[node] = shared;
      }
    }
  };
  for (const [entry, groups] of table.names.entries()) {
    for (const group of groups) addGroup(table.entries[entry] as string, group);
    yield;
  }
  return tree;
}
