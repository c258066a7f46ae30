/**
 * Finds names in a whole tree at about the cost of reading it. Text nodes are read alone, without their elements, and
 * strung together: only where a name shows, or may hide, is the text read exactly (`passages.ts`).
 */
import type { Matcher } from '../text/mention.ts';
import { isBlank, isSpace, lastAtOrBefore, mayBeOneWord } from './joints.ts';
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

const fullStop = 0x2e;
const showTextAndCdata = 0x4 | 0x8;

/** Reads all text under `root`. */
export function* sweep(root: Node, number: number, matcher: Matcher, reader: PassageReader, pace: Pace): Job {
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, showTextAndCdata);
  const nodes: Text[] = [];
  const starts: number[] = [];
  let stretch = '';
  let lastCode = 0x20;
  let before: Text | undefined;
  /** Text whose run has been read exactly, to its end, beyond this one. */
  let readTo: Text | undefined;
  let restarts = 0;

  let lastAsked: Text | undefined;
  let lastBlock: Element | undefined;

  /** Whether both texts stand right in a block of their own, so that no word can cross. */
  function areBlocks(a: Text | undefined, b: Text): boolean {
    const blockA = a === lastAsked ? lastBlock : blockOf(a);
    lastAsked = b;
    lastBlock = blockOf(b);
    return blockA !== undefined && lastBlock !== undefined && blockA !== lastBlock;
  }

  function readStretch(): void {
    const found = matcher.find(stretch);
    let next = 0;
    for (const candidate of found) {
      const first = Math.max(lastAtOrBefore(starts, candidate.start), next);
      const last = lastAtOrBefore(starts, candidate.end - 1);
      for (let at = first; at <= last; at++) {
        const reached = reader.readAround(nodes[at] as Text, number);
        const end = nodes.indexOf(reached, at);
        at = end < 0 ? at : end;
        next = at + 1;
      }
    }
    let kept = nodes.length;
    while (kept > 0 && stretch.length - (starts[kept - 1] as number) <= overlapLength) kept--;
    const from = starts[kept] ?? stretch.length;
    stretch = stretch.slice(from);
    nodes.splice(0, kept);
    starts.splice(0, kept);
    for (let at = 0; at < starts.length; at++) starts[at] = (starts[at] as number) - from;
  }

  for (let text = walker.nextNode() as Text | null; text !== null; text = walker.nextNode() as Text | null) {
    const { data } = text;
    const { length } = data;
    if (length === 0) continue;
    const firstCode = data.charCodeAt(0);
    const isReadTo = text === readTo;
    if (isReadTo) readTo = undefined;
    if (isSpace(firstCode) && isBlank(data)) {
      if (lastCode !== 0x20) stretch += ' ';
      lastCode = 0x20;
      continue;
    }
    if (length > longTextLength) {
      yield* reader.readLong(text, number, pace);
      stretch += '\n';
      lastCode = 0x20;
      continue;
    }
    if (mayBeOneWord(lastCode, firstCode)) {
      // A full stop ends a word, though an address may go on: no name is cut in two by the break.
      if (!isReadTo && readTo === undefined && lastCode !== fullStop && !areBlocks(before, text)) {
        const reached = reader.readAround(text, number);
        if (reached !== text) readTo = reached;
      }
      stretch += '\n';
    }
    before = text;
    nodes.push(text);
    starts.push(stretch.length);
    stretch += data;
    lastCode = data.charCodeAt(length - 1);
    if (stretch.length < stretchLength && nodes.length < stretchNodes) continue;
    readStretch();
    if (!pace.isDue()) continue;
    const path = pathTo(text, root);
    yield;
    readTo = undefined;
    if (text.parentNode === path[0] && root.contains(text)) continue;
    // The page took the place away: go on from the closest ancestor that is left.
    if (!root.isConnected || restarts++ === restartLimit) return;
    walker.currentNode = path.find((node) => root.contains(node)) ?? root;
  }
  readStretch();
}

/** The element right around a text, if it is a block by its tag. */
function blockOf(text: Text | undefined): Element | undefined {
  const parent = text?.parentElement ?? undefined;
  return parent !== undefined && flowOf(parent) === flow.breaks ? parent : undefined;
}

function pathTo(node: Node, root: Node): Node[] {
  const path: Node[] = [];
  for (let at = node.parentNode; at !== null && at !== root; at = at.parentNode) path.push(at);
  path.push(root);
  return path;
}
