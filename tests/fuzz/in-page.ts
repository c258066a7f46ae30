/**
 * Runs in a page of its own, with time stopped (`clock.ts`): grows a made-up page, has it read, changes it under the reader's
 * hands, and compares what the reader then holds with what a fresh one finds.
 */
import * as fc from 'fast-check';
import type { PageReader } from '../../lib/page/page-mention.ts';
import { readPage } from '../../lib/page/reader.ts';
import { matcher } from '../bench/matcher.ts';
import { change } from './changes.ts';
import { installClock } from './clock.ts';
import { type Reading, readingOf } from './marks.ts';
import { Page, pathOf } from './page.ts';
import { asHtml, grow, styleSheet, trees } from './trees.ts';

const step = fc.record({
  /** What is let happen before the changes: none of it, what hears of changes, one task, a frame, all there is to do. */
  after: fc.constantFrom('nothing', 'turn', 'task', 'frame', 'settled'),
  changes: fc.array(change, { minLength: 1, maxLength: 4 }),
});

const sequence = fc.record({
  density: fc.constantFrom('all', 'quiet'),
  msPerLook: fc.constantFrom(0, 3, 9),
  trees,
  steps: fc.array(step, { maxLength: 5 }),
});
type Sequence = typeof sequence extends fc.Arbitrary<infer T> ? T : never;

export interface Failure {
  seed: number;
  path: string;
  /** What went wrong. */
  error: string;
  html: string;
  /** The changes one by one, as they were made. */
  changes: string[];
}

const clock = installClock();
const errors: string[] = [];
addEventListener('error', ({ message }) => errors.push(message));
addEventListener('unhandledrejection', ({ reason }) => errors.push(reason?.stack ?? String(reason)));
document.head.append(Object.assign(document.createElement('style'), { textContent: styleSheet }));

/** A reader at work, and what there was before it came. */
class Visit {
  readonly reader: PageReader;
  readonly #density: Sequence['density'];
  readonly #ended = new AbortController();

  constructor(density: Sequence['density']) {
    this.#density = density;
    this.reader = readPage(document, { matcher, density, signal: this.#ended.signal, onChange: () => {} });
  }

  /** A sign of life has the reader look for what no event tells of: a shadow tree that came late. */
  async settledReading(): Promise<Reading> {
    await clock.settle();
    document.dispatchEvent(new Event('scroll'));
    await clock.settle();
    return readingOf(this.reader, this.#density);
  }

  /** Ends the reader, which should leave nothing behind. */
  end(): void {
    if (this.#ended.signal.aborted) return;
    this.#ended.abort();
    const left = [...CSS.highlights.keys()];
    if (left.length > 0) throw new Error(`it leaves behind the highlights ${left}`);
    for (const node of new Page().nodes())
      if (node instanceof Element && node.shadowRoot && node.shadowRoot.adoptedStyleSheets.length > 0)
        throw new Error('it leaves behind a style sheet in a shadow tree');
  }
}

const waits: Record<Sequence['steps'][number]['after'], () => Promise<void>> = {
  nothing: async () => {},
  turn: clock.turn,
  task: clock.runTask,
  frame: clock.runFrame,
  settled: clock.settle,
};

/** Makes the page and the changes under a reader's eyes; `log` takes down what was done. */
async function perform({ density, msPerLook, trees: start, steps }: Sequence, log: string[], page: Page): Promise<Visit> {
  clock.msPerLook = msPerLook;
  document.body.replaceChildren(grow(start));
  const visit = new Visit(density);
  for (const { after, changes } of steps) {
    await waits[after]();
    if (after !== 'nothing') log.push(`(${after})`);
    for (const one of changes) {
      const done = one(page);
      if (done !== undefined) log.push(done);
    }
  }
  return visit;
}

/** Throws where the reader holds something else than a fresh one finds. */
async function check(wanted: Sequence, log: string[]): Promise<void> {
  errors.length = 0;
  const visit = await perform(wanted, log, new Page());
  let fresh: Visit | undefined;
  try {
    const kept = await visit.settledReading();
    visit.end();
    fresh = new Visit(wanted.density);
    const found = await fresh.settledReading();
    if (errors.length > 0) throw new Error(errors.join('\n'));
    for (const part of ['mentions', 'marks'] as const)
      if (kept[part].join('\n') !== found[part].join('\n'))
        throw new Error(`${part} after the changes:\n${listed(kept[part])}\nfound by a fresh reader:\n${listed(found[part])}`);
  } finally {
    visit.end();
    fresh?.end();
  }
  await clock.settle();
}

const listed = (lines: readonly string[]): string => lines.map((line) => `  ${line}`).join('\n') || '  none';

/** Runs sequences made from a seed until one fails, and makes that one as small as it goes. `path` replays one of them. */
export async function run(seed: number, runs: number, path: string | null): Promise<Failure | null> {
  if (document.visibilityState !== 'visible') throw new Error('the page is hidden: nothing would be read');
  const property = fc.asyncProperty(sequence, (wanted) => check(wanted, []));
  const result = await fc.check(property, { seed, numRuns: runs, ...(path === null ? {} : { path }) });
  if (!result.failed) return null;
  const wanted = result.counterexample?.[0];
  const changes: string[] = [];
  if (wanted) await check(wanted, changes).catch(() => {});
  return {
    seed: result.seed,
    path: result.counterexamplePath ?? '',
    error: String(result.errorInstance),
    html: wanted ? asHtml(wanted.trees, '(empty text)') : '',
    changes: wanted ? [`density ${wanted.density}, ${wanted.msPerLook} ms a look`, ...changes] : [],
  };
}

let kept: { visit: Visit; seen: WeakRef<Node>[] } | undefined;

/** Has one reader live through many pages in a row, and knows all nodes there were; the reader stays. */
export async function liveThrough(seed: number, count: number): Promise<void> {
  const visit = new Visit('all');
  const page = new Page();
  const known = new WeakSet<Node>();
  kept = { visit, seen: [] };
  const look = (): void => {
    for (const node of page.nodes()) {
      if (known.has(node)) continue;
      known.add(node);
      kept?.seen.push(new WeakRef(node));
    }
  };
  // With a mark that stays from page to page the painter never has a reason to begin anew, and forget all.
  const staying = Object.assign(document.createElement('p'), { textContent: 'Kratom and sertraline stay.' });
  for (const { trees: start, steps } of fc.sample(sequence, { seed, numRuns: count })) {
    document.body.replaceChildren(staying, grow(start));
    for (const { after, changes } of steps) {
      await waits[after]();
      for (const one of changes) {
        look();
        one(page);
      }
    }
    look();
    await clock.settle();
    page.forget();
  }
}

/** The nodes that are not in the page any more and still there, after garbage has been collected. */
export function leaked(): string[] {
  const nodes = (kept?.seen ?? []).flatMap((reference) => reference.deref() ?? []);
  return nodes.filter((node) => !node.isConnected).map(pathOf);
}

declare global {
  interface Window {
    fuzz: typeof import('./in-page.ts');
  }
}
