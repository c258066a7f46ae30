/**
 * Finds names in text. The compiled table is decoded once into a tree of names over typed arrays;
 * a text is then read once, and the tree is entered only where a word starts like a name.
 */
import { foldCode, SKIPPED } from '../dataset/fold.ts';
import type { MatcherTable, Reading } from '../dataset/matcher-table.ts';
import { standsInAddress } from './address.ts';
import { CONTINUOUS, characterClass } from './characters.ts';
import { createJudge } from './context.ts';
import type { Candidate, Matcher, Mention } from './mention.ts';
import { findOpenings, markOpenings, OPENINGS, WINDOW } from './sketch.ts';

const SPACE = 0x20;
const LETTER_S = 0x73;

/** The names as a tree: each node's children are a linked list, sorted by label. */
interface NameTree {
  label: Uint16Array;
  firstChild: Int32Array;
  nextSibling: Int32Array;
  /** Reading set number plus one; 0 where no name ends. */
  set: Uint16Array;
  /** Nodes of first characters, by folded code. */
  first: Uint32Array;
  /** Which windows of text a name may open with; see `sketch.ts`. */
  openings: Uint8Array;
}

/** Decodes the front-coded names; see `MatcherTable.names`. */
function decodeNames(table: MatcherTable): NameTree {
  const label = new Uint16Array(table.nodeCount);
  const firstChild = new Int32Array(table.nodeCount);
  const nextSibling = new Int32Array(table.nodeCount);
  const set = new Uint16Array(table.nodeCount);
  const openings = new Uint8Array(OPENINGS);
  const first = new Uint32Array(0x10000);
  const path = new Int32Array(256);
  const { names } = table;
  let nodes = 1;
  for (let at = 0; at < names.length; ) {
    const shared = names.charCodeAt(at++) - 48;
    let depth = shared;
    // Where this name leaves the one before, that one's next node is the sibling to follow.
    let elder = path[depth + 1] as number;
    for (let code = names.charCodeAt(at++); code !== 9; code = names.charCodeAt(at++)) {
      const parent = path[depth] as number;
      const node = nodes++;
      label[node] = code;
      if (elder !== 0) nextSibling[elder] = node;
      else firstChild[parent] = node;
      elder = 0;
      path[++depth] = node;
      if (depth === 1) first[code] = node;
    }
    markOpenings(
      openings,
      Array.from(path.subarray(1, Math.min(depth, WINDOW) + 1), (node) => label[node] as number),
    );
    path[depth + 1] = 0;
    let end = names.indexOf('\n', at);
    if (end < 0) end = names.length;
    set[path[depth] as number] = Number.parseInt(names.slice(at, end), 36) + 1;
    at = end + 1;
  }
  return { label, firstChild, nextSibling, set, first, openings };
}

/** A place where a name ends: the set of its readings, and where it ends in the text. */
interface Ending {
  set: number;
  end: number;
  plural: boolean;
}

/** A matcher over a compiled table; the table is decoded when the first text arrives. */
export function createMatcher(table: MatcherTable): Matcher {
  let tree: NameTree | undefined;
  const judge = createJudge(table);

  /** Where names that start at `start` end, shortest first; undefined when none does. */
  function endingsFrom(names: NameTree, text: string, start: number): Ending[] | undefined {
    let endings: Ending[] | undefined;
    let node = 0;
    let afterSpace = false;
    for (let at = start; at < text.length; at++) {
      const code = foldCode(text.charCodeAt(at));
      if (code === SKIPPED || (code === SPACE && afterSpace)) continue;
      afterSpace = code === SPACE;
      let child = (node === 0 ? names.first[code] : names.firstChild[node]) as number;
      while (child !== 0 && names.label[child] !== code) child = names.nextSibling[child] as number;
      if (child === 0) break;
      node = child;
      const set = names.set[node] as number;
      const ending = set === 0 ? undefined : wordEnd(text, at + 1);
      if (!ending) continue;
      endings ??= [];
      endings.push({ set: set - 1, ...ending });
    }
    return endings;
  }

  function candidateFor(text: string, start: number, { set, end, plural }: Ending): Candidate | undefined {
    let candidate: Candidate | undefined;
    const readings = table.readingSets[set] ?? [];
    // Readings that ask for context come first and fall back on the next.
    for (let i = readings.length - 1; i >= 0; i--) {
      const [entry, form, rule, spelling] = readings[i] as Reading;
      if (spelling >= 0 && !isSpelled(text.slice(start, plural ? end - 1 : end), table.spellings[spelling] as string)) continue;
      const reading: Candidate = {
        entry: table.entries[entry] as string,
        exact: text.slice(start, end),
        start,
        end,
        form: table.forms[form] as Mention['form'],
        rule,
      };
      candidate = rule >= 0 && candidate ? { ...reading, fallback: candidate } : reading;
    }
    return candidate;
  }

  /** The longest name at `start`; shorter ones stay as its fallback while it waits for context. */
  function candidateAt(names: NameTree, text: string, start: number): Candidate | undefined {
    let candidate: Candidate | undefined;
    for (const ending of endingsFrom(names, text, start) ?? []) {
      if (standsInAddress(text, start, ending.end)) continue;
      const longer = candidateFor(text, start, ending);
      if (longer) candidate = candidate ? withFallback(longer, candidate) : longer;
    }
    return candidate;
  }

  return {
    find(text) {
      tree ??= decodeNames(table);
      const names = tree;
      const candidates: Candidate[] = [];
      let taken = 0;
      findOpenings(text, names.openings, (start) => {
        const candidate = start < taken ? undefined : candidateAt(names, text, start);
        if (!candidate) return;
        candidates.push(candidate);
        taken = candidate.end;
      });
      return candidates;
    },
    decide: (candidates, text, known) => judge(candidates, text, known),
  };
}

/** Follows `longer` through its readings and hangs `shorter` under the last that waits for context. */
function withFallback(longer: Candidate, shorter: Candidate): Candidate {
  if (longer.rule < 0) return longer;
  return { ...longer, fallback: longer.fallback ? withFallback(longer.fallback, shorter) : shorter };
}

/** Where the word that ends at `end` really ends, a plural s taken in; undefined where a longer word goes on. */
function wordEnd(text: string, end: number): { end: number; plural: boolean } | undefined {
  const last = characterClass(text.charCodeAt(end - 1));
  let at = end;
  while (at < text.length && text.charCodeAt(at) >= 0x80 && foldCode(text.charCodeAt(at)) === SKIPPED) at++;
  const next = at < text.length ? characterClass(text.charCodeAt(at)) : 0;
  if (next === 0 || last === CONTINUOUS || next === CONTINUOUS) return { end, plural: false };
  if (foldCode(text.charCodeAt(at)) !== LETTER_S || foldCode(text.charCodeAt(end - 1)) === LETTER_S) return undefined;
  let after = at + 1;
  while (after < text.length && text.charCodeAt(after) >= 0x80 && foldCode(text.charCodeAt(after)) === SKIPPED) after++;
  const beyond = after < text.length ? characterClass(text.charCodeAt(after)) : 0;
  return beyond === 0 ? { end: at + 1, plural: true } : undefined;
}

/** Whether a word is written as its name is: the same casing, or all capitals (headings) for names of five letters or more. */
function isSpelled(word: string, spelling: string): boolean {
  let plain = '';
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    const folded = code < 0x80 ? code : foldCode(code);
    if (folded === SKIPPED) continue;
    // Only punctuation is compared folded: letters keep their case and accents.
    plain += folded < 0x80 && code >= 0x80 && characterClass(code) === 0 ? String.fromCharCode(folded) : word.charAt(i);
  }
  plain = plain.replace(/\s+/g, ' ');
  return plain === spelling || (spelling.length >= 5 && plain === spelling.toUpperCase());
}
