/**
 * Finds names in a whole tree at about the cost of reading it. Text nodes are read alone, without their elements, and
 * strung together: only where a name shows, or may hide, is the text read exactly (`passages.ts`).
 */
import type { Candidate, Matcher } from '../text/mention.ts';
import { isSpace, lastAtOrBefore, mayBeOneWord } from './joints.ts';
import type { Job, Pace } from './pace.ts';
import type { PassageReader } from './passages.ts';
import { longTextLength } from './runs.ts';
import { flow, flowOf } from './tags.ts';

/** A stretch is matched when it is this long or holds this many nodes. */
const stretchLength = 16_000;
const stretchNodes = 512;
/** Names of several words may cross from one stretch to the next: this much is read twice. */
const overlapLength = 200;
/** How often a walk may start over because the page took away the place it stood at. */
const restartLimit = 20;

const showTextAndCdata = 0x4 | 0x8;

/** Reads all text under `root`. */
export function* sweep(root: Node, number: number, matcher: Matcher, reader: PassageReader, pace: Pace): Job {
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, showTextAndCdata);
  /** Texts of the stretch, what they say, where each starts in it, and how long it is with a line break after each. */
  let nodes: Text[] = [];
  let texts: string[] = [];
  let starts: number[] = [];
  let size = 0;
  let restarts = 0;

  function add(text: Text, data: string): void {
    nodes.push(text);
    texts.push(data);
    starts.push(size);
    size += data.length + 1;
  }

  function readStretch(): void {
    const stretch = texts.join('\n');
    const names = namesByNode(matcher.find(stretch), starts);
    let next = 0;
    for (const at of placesToRead(stretch, nodes, starts, names)) {
      if (at < next) continue;
      const here = names.get(at);
      if (here && standsAlone(here, at, stretch, starts)) {
        const start = starts[at] as number;
        reader.keepAlone(
          nodes[at] as Text,
          here.map((name) => movedBack(name, start)),
          number,
        );
      } else {
        const reached = reader.readAround(nodes[at] as Text, number);
        next = Math.max(at, nodes.indexOf(reached, at)) + 1;
      }
    }
    let kept = nodes.length;
    while (kept > 0 && size - (starts[kept - 1] as number) <= overlapLength) kept--;
    const [lastNodes, lastTexts] = [nodes.slice(kept), texts.slice(kept)];
    // New arrays: what old ones point at costs the garbage collector far more.
    nodes = [];
    texts = [];
    starts = [];
    size = 0;
    for (const [at, node] of lastNodes.entries()) add(node, lastTexts[at] as string);
  }

  /**
   * Reads on until there is a reason to stop: a long text, the end of the slice, or of the tree (undefined). No part of the
   * generator, since Firefox compiles those less well (https://bugzil.la/1681338).
   */
  function readOn(): Text | undefined {
    for (let text = walker.nextNode() as Text | null; text !== null; text = walker.nextNode() as Text | null) {
      const { data } = text;
      if (data.length === 0) continue;
      if (data.length > longTextLength) return text;
      add(text, data);
      if (size < stretchLength && nodes.length < stretchNodes) continue;
      readStretch();
      if (pace.isDue()) return text;
    }
    return undefined;
  }

  for (let text = readOn(); text !== undefined; text = readOn()) {
    const path = pathTo(text, root);
    if (text.length > longTextLength) yield* reader.readLong(text, number, pace);
    else yield;
    if (text.parentNode === path[0] && root.contains(text)) continue;
    // The page took the place away: go on from the closest ancestor that is left.
    if (!root.isConnected || restarts++ === restartLimit) return;
    walker.currentNode = path.find((node) => root.contains(node)) ?? root;
  }
  readStretch();
}

/** Names by the index of the text they stand in; one that reaches over several stands with each. */
function namesByNode(found: readonly Candidate[], starts: readonly number[]): Map<number, Candidate[]> {
  const names = new Map<number, Candidate[]>();
  for (const candidate of found) {
    const last = lastAtOrBefore(starts, candidate.end - 1);
    for (let at = lastAtOrBefore(starts, candidate.start); at <= last; at++) {
      const here = names.get(at);
      if (here) here.push(candidate);
      else names.set(at, [candidate]);
    }
  }
  return names;
}

/** Indexes of the texts to look at, in order: those that hold a name, and those where a word may go on from the one before. */
function placesToRead(
  stretch: string,
  nodes: readonly Text[],
  starts: readonly number[],
  names: ReadonlyMap<number, readonly Candidate[]>,
): number[] {
  const places = [...names.keys()];
  for (let at = 1; at < nodes.length; at++) {
    const start = starts[at] as number;
    if (!mayBeOneWord(stretch.charCodeAt(start - 2), stretch.charCodeAt(start))) continue;
    if (!areBlocks(nodes[at - 1] as Text, nodes[at] as Text)) places.push(at);
  }
  return places.sort((one, other) => one - other);
}

/** Whether names of a text are beyond doubt, and end before its edges or where white space follows. */
function standsAlone(names: readonly Candidate[], at: number, stretch: string, starts: readonly number[]): boolean {
  const start = starts[at] as number;
  const next = starts[at + 1];
  // The line break after the text is not its own.
  const end = (next ?? stretch.length + 1) - 1;
  const opensFree = start > 0 && isSpace(stretch.charCodeAt(start - 2));
  const closesFree = next !== undefined && isSpace(stretch.charCodeAt(next));
  return names.every(
    (name) =>
      name.rule < 0 &&
      (name.start > start || (name.start === start && opensFree)) &&
      (name.end < end || (name.end === end && closesFree)),
  );
}

const movedBack = (name: Candidate, by: number): Candidate => ({ ...name, start: name.start - by, end: name.end - by });

/** Whether both texts stand right in a block of their own, so that no word can cross. */
function areBlocks(a: Text, b: Text): boolean {
  const blockA = blockOf(a);
  const blockB = blockOf(b);
  return blockA !== undefined && blockB !== undefined && blockA !== blockB;
}

/** The element right around a text, if it is a block by its tag. */
function blockOf(text: Text): Element | undefined {
  const parent = text.parentElement;
  return parent !== null && flowOf(parent) === flow.breaks ? parent : undefined;
}

function pathTo(node: Node, root: Node): Node[] {
  const path: Node[] = [];
  for (let at = node.parentNode; at !== null && at !== root; at = at.parentNode) path.push(at);
  path.push(root);
  return path;
}
