/**
 * Measured in a page's own world, so that every method works on the same nodes with the same access to them.
 * One of these runs in a tab of its own each time: what an earlier one left behind would be cleared away in the middle of a timing.
 */
import table from 'virtual:evenhand/matcher-table';
import { readPage } from '../../lib/page/reader.ts';
import { createMatcher } from '../../lib/text/matcher.ts';
import { matcher } from './matcher.ts';
import { warmPage } from './pages.ts';
import { type Method, peers } from './peers.ts';
import { scan } from './scan.ts';

export interface Timing {
  ms: number;
  /** Places it found. */
  found: number;
}

/** Visits every text node and reads its text: what any method has to do at the least. */
function bareWalk(root: Element): number {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let characters = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) characters += node.data.length;
  return characters;
}

const methods = {
  bareWalk,
  scan,
  tenfoldScan: (root) => window.benchTenfold.scan(root),
  ...peers,
} satisfies Record<string, Method>;
export type MethodName = keyof typeof methods;
export type PeerName = keyof typeof peers;

function timed(method: Method, root: Element): Timing {
  const start = performance.now();
  const found = method(root);
  return { ms: performance.now() - start, found };
}

const warmRounds = 3;
const warmParagraphs = 6000;
/** Those that change the page take longer, and some are slow whether warm or not. */
const fewerParagraphs: Partial<Record<MethodName, number>> = {
  markJs: 2000,
  findAndReplace: 2000,
  advancedMark: 50,
  markJsList: 5,
};

/** Lets the engine compile methods on texts they will not meet again, then clear up. */
async function warmUp(...names: MethodName[]): Promise<void> {
  for (let round = 0; round < warmRounds; round++)
    for (const name of names) {
      const page = document.implementation.createHTMLDocument();
      page.body.innerHTML = warmPage(fewerParagraphs[name] ?? warmParagraphs, round);
      methods[name](page.body);
    }
  CSS.highlights.clear();
  await new Promise((later) => setTimeout(later, 200));
  await new Promise((later) => requestIdleCallback(later, { timeout: 1000 }));
}

/**
 * Two methods take turns over the parts of the page, so that each reads text that nobody has read yet and a slow moment of the
 * machine hits both. `swapped` has the second one begin.
 */
export async function takeTurns(
  first: MethodName,
  second: MethodName,
  swapped: boolean,
  parts: number,
): Promise<{ first: Timing; second: Timing }> {
  await warmUp(first, second);
  const sums = { first: { ms: 0, found: 0 }, second: { ms: 0, found: 0 } };
  for (const [at, part] of [...document.querySelectorAll('.part')].slice(0, parts).entries()) {
    const isFirst = (at % 2 === 0) !== swapped;
    const { ms, found } = timed(methods[isFirst ? first : second], part);
    const sum = isFirst ? sums.first : sums.second;
    sum.ms += ms;
    sum.found += found;
  }
  return sums;
}

/** A method over the whole page. */
export async function readWhole(name: MethodName): Promise<Timing> {
  await warmUp(name);
  return timed(methods[name], document.body);
}

/** After the last change on a page, nothing more is waited for than this. */
const quietMs = 1000;

/** From nothing to painted marks on the whole page, in slices, as in a reader's browser. */
export async function scanAndPaint(): Promise<Timing> {
  await warmUp('scan');
  const ended = new AbortController();
  const start = performance.now();
  let lastChange = start;
  const found = await new Promise<number>((resolve) => {
    let quiet: ReturnType<typeof setTimeout>;
    const reader = readPage(document, {
      matcher,
      density: 'all',
      signal: ended.signal,
      onChange: () => {
        clearTimeout(quiet);
        lastChange = performance.now();
        quiet = setTimeout(() => resolve(reader.mentions().length), quietMs);
      },
    });
  });
  ended.abort();
  return { ms: lastChange - start, found };
}

/**
 * What the first text of a page costs before any name is looked for: the table read, and how names start learnt. It comes before any
 * warm-up, since it happens once in a page; the bare walk to compare it with comes after.
 */
export async function learnNames(): Promise<{ learning: Timing; walk: Timing }> {
  const learning = timed(() => createMatcher(table).find('The river froze early that year.').length, document.body);
  await warmUp('bareWalk');
  return { learning, walk: timed(bareWalk, document.body) };
}

declare global {
  interface Window {
    bench: typeof import('./in-page.ts');
  }
}
