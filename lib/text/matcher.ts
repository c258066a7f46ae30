/**
 * Finds names in text. The compiled table is grown once into a tree of names;
 * a text is then read once, and the tree is entered only where a word starts like a name.
 */
import { foldCode, SKIPPED } from '../dataset/fold.ts';
import type { MatcherTable } from '../dataset/matcher-table.ts';
import { standsInAddress } from './address.ts';
import { CONTINUOUS, characterClass, WORD } from './characters.ts';
import { createJudge } from './context.ts';
import type { Candidate, Matcher, Mention } from './mention.ts';
import { childOf, growTree, type NameTree, type Reading } from './name-tree.ts';
import { findOpenings } from './openings.ts';

const SPACE = 0x20;
const HYPHEN = 0x2d;
const LETTER_S = 0x73;
/** From this length on, a name may be written with spaces for hyphens and the other way round. */
const LOOSE_LENGTH = 8;

/** A place where a name ends, and how its word goes on. */
interface Ending {
  readings: readonly Reading[];
  /** Where the name ends, and where the word does. */
  nameEnd: number;
  end: number;
  /** What stands between the two, folded: "" or an ending such as a plural s. */
  rest: string;
  /** Written with a space for a hyphen, or the other way round. */
  loose: boolean;
}

/** A matcher over a compiled table; the tree is grown when the first text arrives, if not before. */
export function createMatcher(table: MatcherTable): Matcher {
  let tree: NameTree | undefined;
  const judge = createJudge(table);

  /** Where names that start at `start` end, shortest first; undefined when none does. */
  function endingsFrom(names: NameTree, text: string, start: number): Ending[] | undefined {
    let endings: Ending[] | undefined;
    let node = 0;
    let depth = 0;
    let loose = false;
    let afterSpace = false;
    for (let at = start; at < text.length; at++) {
      const code = foldCode(text.charCodeAt(at));
      if (code === SKIPPED || (code === SPACE && afterSpace)) continue;
      afterSpace = code === SPACE;
      let child = childOf(names, node, code);
      if (child === 0 && (code === SPACE || code === HYPHEN)) {
        child = childOf(names, node, code === SPACE ? HYPHEN : SPACE);
        loose = true;
      }
      if (child === 0) break;
      node = child;
      depth++;
      const readings = names.readings[(names.readingsAt[node] as number) - 1];
      if (!readings || (loose && depth < LOOSE_LENGTH)) continue;
      const word = restOfWord(text, at + 1);
      if (!word) continue;
      endings ??= [];
      endings.push({ readings, nameEnd: at + 1, loose, ...word });
    }
    return endings;
  }

  function candidateFor(text: string, start: number, { readings, nameEnd, end, rest, loose }: Ending): Candidate | undefined {
    let candidate: Candidate | undefined;
    // Each reading that asks for context falls back on the ones after it.
    for (const { entry, form, rule, endings, spelling } of readings.toReversed()) {
      if (!endings.includes(rest)) continue;
      if (spelling !== undefined && (loose || !isSpelled(text.slice(start, nameEnd), spelling))) continue;
      const reading: Candidate = { entry, exact: text.slice(start, end), start, end, form: form as Mention['form'], rule };
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

  function* grow(): Generator<undefined, NameTree> {
    tree ??= yield* growTree(table);
    return tree;
  }

  function grown(): NameTree {
    const growing = grow();
    for (;;) {
      const step = growing.next();
      if (step.done) return step.value;
    }
  }

  return {
    *prepare() {
      yield* grow();
    },
    find(text) {
      const names = tree ?? grown();
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

/** The longest ending a name can have, in letters. */
const LONGEST_ENDING = 3;

/** What follows a name up to the end of its word, folded, and where that is; undefined where a longer word goes on. */
function restOfWord(text: string, nameEnd: number): { end: number; rest: string } | undefined {
  const last = characterClass(text.charCodeAt(nameEnd - 1));
  let rest = '';
  let end = nameEnd;
  for (let at = nameEnd; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const folded = foldCode(code);
    if (folded === SKIPPED) continue;
    const kind = characterClass(code);
    // A name that ends in a sign or in a script without spaces needs no edge after it.
    if (kind === 0 || kind === CONTINUOUS || last !== WORD) break;
    if (rest.length === LONGEST_ENDING) return undefined;
    rest += String.fromCharCode(folded);
    end = at + 1;
  }
  // Names that end in s have no plural of their own.
  return rest === 's' && foldCode(text.charCodeAt(nameEnd - 1)) === LETTER_S ? undefined : { end, rest };
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
