/**
 * Measured in a page's own world, so that every method works on the same nodes with the same access to them.
 * Each method answers with the milliseconds it took and the number of places it found.
 */

import table from 'virtual:evenhand/matcher-table';
import Mark from 'mark.js';
import { splitNames } from '../../lib/dataset/name-list.ts';
import { MentionIndex } from '../../lib/page/mention-index.ts';
import type { Job, Pace } from '../../lib/page/pace.ts';
import { createPassageReader } from '../../lib/page/passages.ts';
import { readPage } from '../../lib/page/reader.ts';
import { sweep } from '../../lib/page/sweep.ts';
import { createMatcher } from '../../lib/text/matcher.ts';

export interface Timing {
  ms: number;
  found: number;
}

const timed = (run: () => number): Timing => {
  const start = performance.now();
  const found = run();
  return { ms: performance.now() - start, found };
};

/** Visits every text node and reads its text: what any method has to do at the least. */
export const bareWalk = (root: Element): Timing =>
  timed(() => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let characters = 0;
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
      characters += node.data.length;
    return characters;
  });

const matcher = createMatcher(table);
const unhurried: Pace = { isDue: () => false };
const finish = (job: Job): void => {
  while (!job.next().done);
};

/** Evenhand's own reading of the whole page, up to the list of findings. */
export const scan = (root: Element): Timing =>
  timed(() => {
    const index = new MentionIndex();
    const passages = createPassageReader(
      index,
      matcher,
      () => {},
      () => {},
    );
    finish(sweep(root, 1, matcher, passages, unhurried));
    return index.passages.reduce((sum, { candidates, text }) => sum + matcher.decide(candidates, text, new Set()).length, 0);
  });

/** From nothing to painted marks, in slices, as in a reader's browser. */
export async function scanAndPaint(): Promise<Timing> {
  const ended = new AbortController();
  const start = performance.now();
  const found = await new Promise<number>((resolve) => {
    let quiet: ReturnType<typeof setTimeout>;
    const reader = readPage(document, {
      matcher,
      density: 'all',
      signal: ended.signal,
      onChange: () => {
        clearTimeout(quiet);
        lastChange = performance.now();
        quiet = setTimeout(() => resolve(reader.mentions().length), 1000);
      },
    });
  });
  ended.abort();
  return { ms: lastChange - start, found };
}
let lastChange = 0;

/** The same names, unfolded into one regular expression. */
const names = table.names.flatMap((groups, entry) =>
  groups.filter(([, , rule]) => rule === undefined).flatMap(([, list]) => splitNames(list, table.entries[entry] ?? '')),
);
const union = () =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${names
      .toSorted((a, b) => b.length - a.length)
      .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('|')})s?(?![\\p{L}\\p{N}])`,
    'giu',
  );

/** One union regular expression on each text node, painted with a highlight. */
export const unionRegExp = (root: Element): Timing =>
  timed(() => {
    const expression = union();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const highlight = new Highlight();
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
      for (const match of node.data.matchAll(expression))
        highlight.add(
          new StaticRange({
            startContainer: node,
            startOffset: match.index,
            endContainer: node,
            endOffset: match.index + match[0].length,
          }),
        );
    CSS.highlights.set('bench', highlight);
    const found = highlight.size;
    CSS.highlights.delete('bench');
    return found;
  });

/** mark.js with one regular expression; it wraps what it finds. */
export const markJs = (root: Element): Timing =>
  timed(() => {
    let found = 0;
    new Mark(root).markRegExp(union(), {
      each: () => {
        found++;
      },
    });
    return found;
  });

/** Start-up on the first text of a page: reading the table and growing the tree of names. */
export const growNames = (): Timing =>
  timed(() => {
    createMatcher(table).find('kratom');
    return 1;
  });

/** Lets the engine compile a method on a small page of its own, whose text it will not meet again. */
export function warmUp(method: 'bareWalk' | 'scan' | 'unionRegExp' | 'markJs'): void {
  const methods = { bareWalk, scan, unionRegExp, markJs };
  for (let round = 0; round < 10; round++) {
    const page = document.implementation.createHTMLDocument();
    for (let i = 0; i < 300; i++) {
      const paragraph = page.createElement('p');
      paragraph.append(
        `Warm ${round} and ${i}: she took `,
        page.createElement('b'),
        ` sertraline in the year ${i}, or kratom, or nothing.`,
      );
      page.body.append(paragraph);
    }
    methods[method](page.body);
  }
}

declare global {
  interface Window {
    bench: typeof import('./in-page.ts');
  }
}
