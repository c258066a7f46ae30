/** Reads the text around a place exactly, and keeps what holds names as passages of the index. */
import { standsByItself } from '../text/context.ts';
import type { Candidate, Matcher } from '../text/mention.ts';
import { fingerprintOf } from './fingerprint.ts';
import { pieceEnds } from './joints.ts';
import type { MentionIndex } from './mention-index.ts';
import type { Pace } from './pace.ts';
import {
  areSameNames,
  isSameReading,
  isUnchanged,
  nodesOf,
  offsetOf,
  Passage,
  type PieceRead,
  placeAt,
  textOf,
} from './passage.ts';
import {
  joinsInline,
  runAround,
  runLengthLimit,
  runNodeLimit,
  type Strung,
  splitAtBoxes,
  standTogether,
  stringTogether,
} from './runs.ts';
import { isSkipped } from './visibility.ts';

/** Length of the pieces a long text node is read in. */
const pieceLength = 16_000;

/** Most passages are of one node: a list of starts for each would be kept. */
const atItsStart: readonly number[] = [0];

export interface PassageReader {
  /** Keeps the names of a text node that nothing around it can change, at their offsets in it; its run is not read. */
  keepAlone(text: Text, candidates: readonly Candidate[], sweep: number): void;
  /**
   * Reads the run around a text node; its passages replace those that held the same nodes. `anew`: even if the node has been read by
   * itself in this sweep.
   */
  readAround(text: Text, sweep: number, anew?: boolean): void;
  /** Reads a whole run, none of its nodes empty or long; its passages replace those that held the same nodes. */
  readRun(run: Strung, sweep: number): void;
  /** Whether a passage would be read again as it is. */
  isAsRead(passage: Passage): boolean;
  /** Reads a long text node by itself, in pieces. */
  readLong(text: Text, sweep: number, pace: Pace): Generator<undefined, void, undefined>;
}

/** `drop` takes a passage that no longer stands out of the index and off the page. */
export function createPassageReader(
  index: MentionIndex,
  matcher: Matcher,
  whenChanged: () => void,
  drop: (passage: Passage) => void,
): PassageReader {
  function keep(
    nodes: readonly Text[],
    starts: readonly number[],
    text: string,
    candidates: readonly Candidate[],
    sweep: number,
  ): Passage {
    const piece: PieceRead = { nodes, starts, length: text.length, fingerprint: fingerprintOf(text, candidates) };
    for (const same of index.passagesOf(nodes[0] as Text)) {
      if (!isSameReading(same, piece) || !areSameNames(same.candidates, candidates)) continue;
      same.sweep = sweep;
      return same;
    }
    whenChanged();
    return new Passage(piece, candidates, sweep);
  }

  /** Passages of nodes that stand in one line, as far as tags tell. */
  function passagesIn(run: Strung, sweep: number, standing: readonly Passage[]): Passage[] {
    const { nodes, text } = run;
    const candidates = matcher.find(text);
    if (candidates.length === 0) return [];
    const cut = nodes.length > 1 ? firstBoxWithin(run, candidates) : 0;
    if (cut > 0)
      return [nodes.slice(0, cut), nodes.slice(cut)].flatMap((part) => passagesIn(stringTogether(part), sweep, standing));
    const read = candidates.filter((one) => isOurs(run, one, standing));
    if (read.length === 0) return [];
    return stretchesOf(run, read).map((stretch) => keep(stretch.nodes, stretch.starts, stretch.text, stretch.candidates, sweep));
  }

  function readAround(text: Text, sweep: number, anew = false): void {
    const isRead = (passage: Passage): boolean => passage.sweep === sweep && !(anew && passage.nodes.length === 1);
    if (index.passagesOf(text).some(isRead)) return;
    readRun(stringTogether(runAround(text)), sweep);
  }

  function readRun(run: Strung, sweep: number): void {
    const { nodes } = run;
    const before = index.passagesOfAny(nodes);
    // A run too long to be read at once is read in parts that overlap.
    const standing = nodes.length === 1 || before.length === 0 ? [] : passagesAcross(nodes, before);
    // They hold for what they share with this one.
    for (const passage of standing) passage.sweep = Math.max(passage.sweep, sweep);
    const passages = splitAtBoxes(run).flatMap((part) => passagesIn(part, sweep, standing));
    for (const old of before) if (!passages.includes(old) && !standing.includes(old)) drop(old);
    for (const passage of passages) if (!before.includes(passage)) index.add(passage);
  }

  /** Passages that reach out of these nodes and are as they were read: the page may have taken their nodes apart. */
  function passagesAcross(nodes: readonly Text[], known: readonly Passage[]): Passage[] {
    const inside = new Set(nodes);
    return [...new Set(known)].filter(
      (passage) => passage.nodes.some((one) => !inside.has(one)) && isUnchanged(passage) && standTogether(passage.nodes),
    );
  }

  return {
    readAround,
    readRun,

    isAsRead(passage) {
      const { nodes, length, candidates } = passage;
      const [first] = nodes;
      if (nodes.length === 1) return first !== undefined && !isSkipped(first);
      // A long run is read in parts that depend on each other.
      if (nodes.length > runNodeLimit || length > runLengthLimit) return false;
      if (!isUnchanged(passage) || !standTogether(nodes)) return false;
      const names = matcher.find(textOf(passage)).filter((one) => isOurs(passage, one, []));
      return areSameNames(names, candidates);
    },

    keepAlone(text, candidates, sweep) {
      const before = index.passagesOf(text);
      const within = before.find(({ nodes }) => nodes.length > 1);
      if (within && isUnchanged(within) && standTogether(within.nodes)) {
        within.sweep = Math.max(within.sweep, sweep);
        return;
      }
      const passage = isSkipped(text) ? undefined : keep([text], atItsStart, text.data, candidates, sweep);
      for (const old of before) if (old !== passage) drop(old);
      if (passage && !before.includes(passage)) index.add(passage);
    },

    *readLong(text, sweep, pace) {
      if (isSkipped(text)) return;
      const { data } = text;
      let start = 0;
      const kept = new Set<Passage>();
      for (const end of pieceEnds(data, pieceLength)) {
        const piece = data.slice(start, end);
        const candidates = matcher.find(piece);
        if (candidates.length > 0) {
          const passage = keep([text], [-start], piece, candidates, sweep);
          if (!index.passagesOf(text).includes(passage)) index.add(passage);
          kept.add(passage);
        }
        start = end;
        if (pace.isDue()) {
          yield;
          // Changed or taken away meanwhile: the change itself has it read again.
          if (text.data !== data || !text.isConnected) return;
        }
      }
      for (const old of index.passagesOf(text)) if (!kept.has(old)) drop(old);
    },
  };
}

/**
 * What is kept of a run: where each name is a mention by itself and in one text node, those nodes alone, since whatever changes beside
 * them has the run read again. Kept whole, a long page's lines would be held twice in memory.
 */
function stretchesOf(run: Strung, candidates: readonly Candidate[]): (Strung & { readonly candidates: readonly Candidate[] })[] {
  const { nodes, starts, text } = run;
  // Of a longer one only parts are read, each at its edges without what is beside it.
  const isWholeRun = nodes.length < runNodeLimit && text.length < runLengthLimit;
  const standAlone = candidates.every((one) => standsByItself(one, text) && nodesOf(run, one).length === 1);
  if (nodes.length === 1 || !isWholeRun || !standAlone) return [{ ...run, candidates }];
  const byNode = Map.groupBy(candidates, (one) => placeAt(run, one.start, false).node);
  return [...byNode].map(([node, its]) => {
    const from = starts[nodes.indexOf(node)] as number;
    const text = node.data;
    return {
      nodes: [node],
      starts: atItsStart,
      text,
      candidates: its.map((one) => {
        const [start, end] = [one.start - from, one.end - from];
        // Cut out anew: a part of the line's text would keep all of it.
        return { ...one, exact: text.slice(start, end), start, end };
      }),
    };
  });
}

/** Index of the first node that a candidate reaches across the edge of a box; 0 when there is none. */
function firstBoxWithin(passage: Pick<Passage, 'nodes' | 'starts'>, candidates: readonly Candidate[]): number {
  for (const candidate of candidates) {
    const nodes = nodesOf(passage, candidate);
    for (let at = 1; at < nodes.length; at++)
      if (!joinsInline(nodes[at - 1] as Text, nodes[at] as Text)) return passage.nodes.indexOf(nodes[at] as Text);
  }
  return 0;
}

/** Whether a name is for reading, and not found by a passage that stands already. */
function isOurs(place: Pick<Passage, 'nodes' | 'starts'>, candidate: Candidate, standing: readonly Passage[]): boolean {
  if (nodesOf(place, candidate).some(isSkipped)) return false;
  const start = placeAt(place, candidate.start, false);
  return !standing.some((passage) => {
    const offset = offsetOf(passage, start);
    return offset !== undefined && passage.candidates.some((other) => other.start <= offset && offset < other.end);
  });
}
