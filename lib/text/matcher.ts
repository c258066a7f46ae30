/**
 * Finds names in text. A text is read once; where a word starts like a name, the tree of names is entered, and where no
 * name fits, the word may still be a long name with one letter wrong.
 */
import { expansionOf, foldCode, SKIPPED } from '../dataset/fold.ts';
import type { MatcherTable } from '../dataset/matcher-table.ts';
import { isOneEditApart, SHORTEST_TOLERANT } from '../dataset/one-edit.ts';
import { standsInAddress } from './address.ts';
import { isContinuous } from './characters.ts';
import { createJudge } from './context.ts';
import { afterLineBreak, isInWord } from './letters.ts';
import type { Candidate, Findings, Matcher, Mention } from './mention.ts';
import { childOf, Names, type NameTree, type Reading, readingsAt } from './name-tree.ts';
import { isSpelled, restOfWord, wordAt } from './words.ts';

const SPACE = 0x20;
const HYPHEN = 0x2d;
const ANY_ENDING = 0x2a;
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

/** What names lie at one place. */
interface Walk {
  /** Where they end, shortest first. */
  endings: Ending[];
  /** Whether the text ends before every name that may start there does. */
  isCut: boolean;
}

const nothing: Findings = { candidates: [], isOpen: false };
const nothingYet: Findings = { candidates: [], isOpen: true };

/** A matcher over a compiled table, which is read when the first text arrives, if not before. */
export function createMatcher(table: MatcherTable): Matcher {
  let learnt: Names | undefined;
  const judge = createJudge(table);
  const notMisspelled = new Set(table.notMisspelled.split('|'));

  function* learn(): Generator<undefined, Names> {
    if (learnt === undefined) {
      const names = new Names(table);
      yield* names.learn();
      learnt = names;
    }
    return learnt;
  }

  function learnAtOnce(): Names {
    const learning = learn();
    for (;;) {
      const step = learning.next();
      if (step.done) return step.value;
    }
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
  function candidateAt(text: string, start: number, endings: readonly Ending[]): Candidate | undefined {
    let candidate: Candidate | undefined;
    for (const ending of endings) {
      if (standsInAddress(text, start, ending.end)) continue;
      const longer = candidateFor(text, start, ending);
      if (longer) candidate = candidate ? withFallback(longer, candidate) : longer;
    }
    return candidate;
  }

  /** The word at `start`, where it is a long name with one letter wrong. */
  function misspellingAt(names: Names, text: string, start: number): Candidate | undefined {
    const { word, end } = wordAt(text, start);
    if (word.length < SHORTEST_TOLERANT - 1 || notMisspelled.has(word)) return undefined;
    for (const { name, reading } of names.tolerantNames(word.charAt(0)))
      for (const ending of reading.endings) {
        if (Math.abs(word.length - name.length - ending.length) > 1 || !isOneEditApart(word, name + ending)) continue;
        if (standsInAddress(text, start, end)) return undefined;
        return { entry: reading.entry, exact: text.slice(start, end), start, end, form: 'misspelling', rule: -1 };
      }
    return undefined;
  }

  function find(text: string): Findings {
    const names = learnt ?? learnAtOnce();
    let candidates: Candidate[] | undefined;
    let taken = 0;
    let isOpen = false;
    names.sieve.visitOpenings(text, (start, opening) => {
      if (start < taken || (isInWord(text, start) && !isContinuous(text.charCodeAt(start))) || isInKatakana(text, start))
        return false;
      const { endings, isCut } = walkFrom(names.treeFor(opening), text, start);
      isOpen ||= isCut;
      const candidate =
        candidateAt(text, start, endings) ??
        (names.sieve.mayBeMisspelt(text, start, opening) ? misspellingAt(names, text, start) : undefined);
      if (!candidate) return false;
      candidates ??= [];
      candidates.push(candidate);
      taken = candidate.end;
      return false;
    });
    return candidates === undefined ? (isOpen ? nothingYet : nothing) : { candidates, isOpen };
  }

  function mayHold(text: string): boolean {
    const names = learnt ?? learnAtOnce();
    return names.sieve.visitOpenings(
      text,
      (start, opening) =>
        names.sieve.startsName(text, start) ||
        (names.sieve.mayBeMisspelt(text, start, opening) && startsMisspelt(names, text, start)),
    );
  }

  return {
    *prepare() {
      yield* learn();
    },
    find: (text) => find(text).candidates,
    findOpen: find,
    mayHold,
    decide: (candidates, text, known, declared) => judge(candidates, text, known, declared).mentions,
    explain: (candidates, text, known, declared) => judge(candidates, text, known, declared).decisions,
  };
}

/** Whether what starts at `start` goes on like a long name with at most one letter wrong, wherever its word ends. */
function startsMisspelt(names: Names, text: string, start: number): boolean {
  const { word } = wordAt(text, start);
  return names
    .tolerantNames(word.charAt(0))
    .some(
      ({ name }) =>
        word.startsWith(name) ||
        [-1, 0, 1].some((more) => word.length >= name.length + more && isOneEditApart(word.slice(0, name.length + more), name)),
    );
}

const katakana = /[\u30a1-\u30fa\u30fc]/;

/** Katakana writes foreign words, and a name in the middle of one is none. */
const isInKatakana = (text: string, start: number): boolean =>
  start > 0 && katakana.test(text.charAt(start)) && katakana.test(text.charAt(start - 1));

/** Follows the text from `start` through the tree. */
function walkFrom(names: NameTree, text: string, start: number): Walk {
  const endings: Ending[] = [];
  let isCut = false;
  /** Goes on from a place in the text and a node `depth` letters down; where a name takes any ending, on from behind that, too. */
  const follow = (from: number, node: number, depth: number, loose: boolean): void => {
    let afterSpace = false;
    for (let at = from; at < text.length; at++) {
      const original = text.charCodeAt(at);
      const code = foldCode(original);
      if (code === SKIPPED || (code === SPACE && afterSpace)) continue;
      afterSpace = code === SPACE;
      let child = childFor(names, node, original, code);
      if (child === 0 && (code === SPACE || code === HYPHEN)) {
        const next = code === HYPHEN ? afterLineBreak(text, at) : at;
        if (next !== at) {
          at = next - 1;
          continue;
        }
        child = childOf(names, node, code === SPACE ? HYPHEN : SPACE);
        loose = true;
      } else if (code === SPACE || code === HYPHEN) {
        const other = childOf(names, node, code === SPACE ? HYPHEN : SPACE);
        if (other !== 0) follow(at + 1, other, depth + 1, true);
      }
      if (child === 0) return;
      node = child;
      depth++;
      const anyEnding = childOf(names, node, ANY_ENDING);
      const readings = readingsAt(names, node);
      const word = anyEnding === 0 && readings === undefined ? undefined : restOfWord(text, at + 1, start);
      if (!word) continue;
      if (readings && (!loose || depth >= LOOSE_LENGTH)) endings.push({ readings, nameEnd: at + 1, loose, ...word });
      if (anyEnding === 0) continue;
      const starred = readingsAt(names, anyEnding);
      if (starred) endings.push({ readings: starred, nameEnd: word.end, loose, end: word.end, rest: '' });
      follow(word.end, anyEnding, depth, loose);
    }
    isCut = true;
  };
  follow(start, 0, 0, false);
  return { endings: endings.sort((one, other) => one.end - other.end), isCut };
}

/** The node after a character, which may stand for several letters; 0 where there is none. */
function childFor(names: NameTree, node: number, original: number, folded: number): number {
  const letters = expansionOf(original);
  if (letters === '') return childOf(names, node, folded);
  let child = node;
  for (const letter of letters) {
    child = childOf(names, child, letter.charCodeAt(0));
    if (child === 0) return 0;
  }
  return child;
}

/** Follows `longer` through its readings and hangs `shorter` under the last that waits for context. */
function withFallback(longer: Candidate, shorter: Candidate): Candidate {
  if (longer.rule < 0) return longer;
  return { ...longer, fallback: longer.fallback ? withFallback(longer.fallback, shorter) : shorter };
}
