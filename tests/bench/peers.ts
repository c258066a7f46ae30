/**
 * Other ways to mark the same names. What they get ready once (expressions, automata) is made on first use, which is in the
 * warm-up, as Evenhand's names are. Each is given its fastest settings, and names without their inflected forms.
 */
import names from 'virtual:bench/names';
import AdvancedMark from 'advanced-mark.js';
import findAndReplaceDOMText from 'findandreplacedomtext';
import Mark from 'mark.js';
import AhoCorasick from 'modern-ahocorasick';
import { escaped, trieSource } from './trie.ts';

/** Marks names under an element and answers with the number of places. */
export type Method = (root: Element) => number;

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Whole words, with or without a plural s. */
const asWords = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})s?(?![\\p{L}\\p{N}])`, 'giu');
const union = once(() =>
  asWords(
    names
      .toSorted((a, b) => b.length - a.length)
      .map(escaped)
      .join('|'),
  ),
);
const trie = once(() => asWords(trieSource(names)));

interface Span {
  start: number;
  end: number;
}

/** Paints what is found in each text node with a CSS highlight, which changes nothing in the page. */
function highlighted(root: Element, find: (text: string) => Iterable<Span>): number {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const highlight = new Highlight();
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
    for (const { start, end } of find(node.data))
      highlight.add(new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }));
  CSS.highlights.set('bench', highlight);
  return highlight.size;
}

const matchesOf =
  (expression: () => RegExp) =>
  (text: string): Span[] => {
    const spans: Span[] = [];
    for (const match of text.matchAll(expression())) spans.push({ start: match.index, end: match.index + match[0].length });
    return spans;
  };

const automaton = once(() => new AhoCorasick(names));
const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** The automaton knows no words: what lies within one is dropped here, and of names at one place all but the longest. */
function findWithAutomaton(text: string): Span[] {
  const spans: Span[] = [];
  const lower = text.toLowerCase();
  for (const { start, end } of automaton().iterate(lower)) {
    const wordEnd = lower[end] === 's' ? end + 1 : end;
    if (isLetter(lower[start - 1]) || isLetter(lower[wordEnd])) continue;
    const last = spans.at(-1);
    if (last && start <= last.start) spans.pop();
    else if (last && start < last.end) continue;
    spans.push({ start, end: wordEnd });
  }
  return spans;
}

const counting = (mark: (root: Element, each: () => void) => void): Method => {
  return (root) => {
    let found = 0;
    mark(root, () => {
      found++;
    });
    return found;
  };
};

/** Whole words for the two libraries that take a list; they would stop at white space only. */
const wholeWords = { value: 'exactly', limiters: [...'.,;:!?()"'] } as const;
/** mark.js calls itself once for each name of a list, and with all of them at once the stack overflows. */
const NAMES_AT_ONCE = 200;

export const peers = {
  /** One pass over the page for each name. */
  markJsList: counting((root, each) => {
    const options = { accuracy: wholeWords, separateWordSearch: false, diacritics: false, each };
    for (let at = 0; at < names.length; at += NAMES_AT_ONCE) new Mark(root).mark(names.slice(at, at + NAMES_AT_ONCE), options);
  }),
  markJs: counting((root, each) => new Mark(root).markRegExp(union(), { each })),
  /** The list in one pattern, which its types don't tell of: four times faster than patterns of ten names. */
  advancedMark: counting((root, each) =>
    new AdvancedMark(root as HTMLElement).mark(names, {
      accuracy: { ...wholeWords, limiters: [...wholeWords.limiters] },
      separateWordSearch: false,
      diacritics: false,
      combinePatterns: Number.POSITIVE_INFINITY as unknown as boolean,
      each,
    }),
  ),
  findAndReplace: (root) => findAndReplaceDOMText(root, { preset: 'prose', find: union(), wrap: 'mark' }).reverts.length,
  unionRegExp: (root) => highlighted(root, matchesOf(union)),
  trieRegExp: (root) => highlighted(root, matchesOf(trie)),
  ahoCorasick: (root) => highlighted(root, findWithAutomaton),
} satisfies Record<string, Method>;
