/**
 * Finds names in a whole tree at about the cost of reading it. Text nodes are read one by one, without their elements: only
 * where a name shows, or may go on in the next text, is the line around it read exactly (`passages.ts`).
 */
import type { Matcher } from '../text/mention.ts';
import { isSpace, mayBeOneWord } from './joints.ts';
import type { Job, Pace } from './pace.ts';
import type { PassageReader } from './passages.ts';
import { longTextLength } from './runs.ts';

/** After this many characters or texts it is asked whether the slice is used up. */
const stretchLength = 16_000;
const stretchTexts = 512;
/** How often a walk may start over because the page took away the place it stood at. */
const restartLimit = 20;

const showTextAndCdata = 0x4 | 0x8;

/** Reads all text under `root`. */
export function* sweep(root: Node, number: number, matcher: Matcher, reader: PassageReader, pace: Pace): Job {
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, showTextAndCdata);
  let restarts = 0;
  /** The text before this one; undefined at the start and after a long one. */
  let before: Text | undefined;
  let beforeData = ' ';

  function read(text: Text, data: string): void {
    const lastCode = beforeData.charCodeAt(beforeData.length - 1);
    const startsFree = before !== undefined && isSpace(lastCode);
    if (before?.isConnected && mayBeOneWord(lastCode, data.charCodeAt(0)) && matcher.endsInName(beforeData))
      reader.readAround(before, number, true);
    const { candidates, isOpen } = matcher.findOpen(data);
    if (isOpen) reader.readAround(text, number);
    else if (candidates.length > 0) {
      const areAlone = candidates.every(({ rule, start, end }) => rule < 0 && (start > 0 || startsFree) && end < data.length);
      if (areAlone) reader.keepAlone(text, candidates, number);
      else reader.readAround(text, number);
    }
    before = text;
    beforeData = data;
  }

  /**
   * Reads on until there is a reason to stop: a long text, the end of the slice, or of the tree (undefined). No part of the
   * generator, since Firefox compiles those less well (https://bugzil.la/1681338).
   */
  function readOn(): Text | undefined {
    let length = 0;
    let count = 0;
    for (let text = walker.nextNode() as Text | null; text !== null; text = walker.nextNode() as Text | null) {
      const { data } = text;
      if (data.length === 0) continue;
      if (data.length > longTextLength) return text;
      read(text, data);
      length += data.length;
      if (length < stretchLength && ++count < stretchTexts) continue;
      length = 0;
      count = 0;
      if (pace.isDue()) return text;
    }
    return undefined;
  }

  for (let text = readOn(); text !== undefined; text = readOn()) {
    const path = pathTo(text, root);
    if (text.length > longTextLength) {
      yield* reader.readLong(text, number, pace);
      before = undefined;
    } else yield;
    if (text.parentNode === path[0] && root.contains(text)) continue;
    // The page took the place away: go on from the closest ancestor that is left.
    if (!root.isConnected || restarts++ === restartLimit) return;
    walker.currentNode = path.find((node) => root.contains(node)) ?? root;
  }
}

function pathTo(node: Node, root: Node): Node[] {
  const path: Node[] = [];
  for (let at = node.parentNode; at !== null && at !== root; at = at.parentNode) path.push(at);
  path.push(root);
  return path;
}
