/**
 * `npm run bench -- [--json] [chromium|firefox]`: what Evenhand costs, as ratios measured in one run in real browsers.
 * Build the extension first (`npm run build`): the longest task is measured with the shipped one.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { evenhandDataset } from '../lib/dataset/vite-plugin.ts';
import { bigPage } from '../tests/bench/big-page.ts';
import type { Timing } from '../tests/bench/in-page.ts';
import { type BrowserDriver, type BrowserName, launch, type PageDriver } from '../tests/e2e/driver.ts';
import { serve } from '../tests/e2e/server.ts';
import { findBrowser, PlainError } from './browsers.ts';

const root = join(import.meta.dirname, '..');
const textNodes = 100_000;
const rounds = 7;
const longTaskMs = 50;
const storeBudgetMs = 20;
const contentBudgetBytes = 60 * 1024;

/** A module and all it needs as one script that puts its exports on `window[name]`. */
async function bundle(entry: string, name: string): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [evenhandDataset(join(root, 'assets', 'dataset'))],
    build: {
      write: false,
      lib: { entry, formats: ['iife'], name },
    },
  });
  const outputs = Array.isArray(result) ? result : 'output' in result ? [result] : [];
  const script = outputs.flatMap(({ output }) => output).find((part) => part.type === 'chunk');
  if (script?.type !== 'chunk') throw new Error('vite made no script');
  return script.code;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const medianMs = (timings: readonly Timing[]): number => median(timings.map(({ ms }) => ms));
const ratio = (some: readonly Timing[], others: readonly Timing[]): number => medianMs(some) / medianMs(others);

const methods = ['bareWalk', 'scan', 'unionRegExp', 'markJs'] as const;

/** Until the browser has drawn a page and has nothing left to do for it. */
const settled = (): Promise<void> =>
  new Promise((done) => {
    let frames = 30;
    const look = (): void => {
      if (frames-- > 0) requestAnimationFrame(look);
      else requestIdleCallback(() => done());
    };
    look();
  });

/**
 * Each timing is taken on a freshly loaded page, whose text nobody has read yet, as a content script finds it, with the
 * code warmed up elsewhere. The methods take turns, so that a slow moment of the machine hits all of them.
 */
async function measureMethods(browser: BrowserDriver, address: string) {
  const timings: Record<(typeof methods)[number] | 'scanAndPaint' | 'growNames', Timing[]> = {
    bareWalk: [],
    scan: [],
    unionRegExp: [],
    markJs: [],
    scanAndPaint: [],
    growNames: [],
  };
  /** A tab of its own for each: what an earlier page left behind would be cleared away in the middle of a timing. */
  const inNewTab = async (measure: (page: PageDriver) => Promise<Timing>): Promise<Timing> => {
    const page = await browser.newPage();
    try {
      await page.goto(address);
      await page.evaluate(settled);
      return await measure(page);
    } finally {
      await page.close();
    }
  };
  for (let round = 0; round < rounds; round++) {
    for (const method of methods)
      timings[method].push(
        await inNewTab((page) =>
          page.evaluate((name) => {
            window.bench.warmUp(name);
            return window.bench[name](document.body);
          }, method),
        ),
      );
    timings.growNames.push(await inNewTab((page) => page.evaluate(() => window.bench.growNames())));
    timings.scanAndPaint.push(
      await inNewTab((page) =>
        page.evaluate(() => {
          window.bench.warmUp('scan');
          return window.bench.scanAndPaint();
        }),
      ),
    );
  }
  return timings;
}

/** The longest task after the shipped extension is switched on in a large, settled page; Firefox does not tell of long tasks. */
async function longestTaskMs(browser: BrowserDriver, page: PageDriver, address: string): Promise<number> {
  await browser.setSettings({ enabled: false });
  await page.goto(address);
  await page.evaluate(settled);
  await page.evaluate(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
      type: 'longtask',
    });
    (window as unknown as { tasks: number[] }).tasks = tasks;
  });
  await browser.setSettings({ density: 'all' });
  return page.evaluate(async () => {
    // Until the number of marks has stood still for two seconds.
    let size = -1;
    for (let still = 0; still < 20; ) {
      await new Promise((later) => setTimeout(later, 100));
      const now = CSS.highlights.get('note-mention')?.size ?? 0;
      still = now === size && now > 0 ? still + 1 : 0;
      size = now;
    }
    return Math.max(0, ...(window as unknown as { tasks: number[] }).tasks);
  });
}

/** How long the background takes to make objects of the facts, at the first card after its script has been read. */
function storeMs(page: PageDriver): Promise<number> {
  return page.evaluate(async () => {
    const code = await (await fetch('/store.js')).text();
    const times: number[] = [];
    for (let round = 0; round < 7; round++) {
      // A comment of its own keeps the engine from finding the script run already.
      const load = new Function(`${code}\n//${round}`);
      const start = performance.now();
      load();
      times.push(performance.now() - start);
    }
    return times.toSorted((a, b) => a - b)[3] ?? Number.NaN;
  });
}

async function measure(name: BrowserName, script: string, store: string): Promise<Record<string, number>> {
  const extension = join(root, '.output', name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
  if (!existsSync(join(extension, 'manifest.json'))) throw new PlainError('The extension is not built: run npm run build first.');
  const server = await serve();
  const browser = await launch(name, { browser: await findBrowser(name), extension, headless: true });
  try {
    server.add('/bench.js', { body: script, type: 'text/javascript' });
    server.add('/store.js', { body: store, type: 'text/javascript' });
    const address = server.add(
      '/bench.html',
      `<!doctype html><meta charset="utf-8"><title>bench</title><body>${bigPage(textNodes)}<script src="/bench.js"></script>`,
    );
    await browser.setSettings({ enabled: false });
    const timings = await measureMethods(browser, address);
    const page = await browser.newPage();
    await page.goto(address);
    const { bareWalk, scan, unionRegExp, markJs, scanAndPaint, growNames } = timings;
    if (process.env.BENCH_RAW) console.error(name, JSON.stringify(timings));
    return {
      'scan to findings / bare walk': ratio(scan, bareWalk),
      'scan to findings / union regular expression with highlights': ratio(scan, unionRegExp),
      'scan to painted marks / union regular expression with highlights': ratio(scanAndPaint, unionRegExp),
      'scan to painted marks / mark.js with one regular expression': ratio(scanAndPaint, markJs),
      'growing the names / bare walk': ratio(growNames, bareWalk),
      'loading the entry store / 20 ms': (await storeMs(page)) / storeBudgetMs,
      'mentions found / by the union regular expression': (scan[0]?.found ?? 0) / (unionRegExp[0]?.found ?? 1),
      ...(name === 'chromium' ? { 'longest task / 50 ms': (await longestTaskMs(browser, page, address)) / longTaskMs } : {}),
      'content script and its style, gzip / 60 KiB':
        ['content.js', 'content.css']
          .map((file) => gzipSync(readFileSync(join(extension, 'content-scripts', file)), { level: 9 }).length)
          .reduce((sum, bytes) => sum + bytes) / contentBudgetBytes,
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
  const wanted = positionals.filter((name) => name === 'chromium' || name === 'firefox');
  const script = await bundle(join(root, 'tests', 'bench', 'in-page.ts'), 'bench');
  const store = await bundle(join(root, 'tests', 'bench', 'store.ts'), 'store');
  const figures: Record<string, Record<string, number>> = {};
  for (const name of wanted.length > 0 ? wanted : (['chromium', 'firefox'] as const))
    figures[name] = await measure(name, script, store);
  if (values.json) {
    console.log(JSON.stringify(figures));
    return;
  }
  console.log(`A page of ${textNodes.toLocaleString('en')} text nodes; medians of ${rounds} rounds taken in turn.`);
  for (const [name, ratios] of Object.entries(figures)) {
    console.log(`\n${name}`);
    for (const [title, ratio] of Object.entries(ratios)) console.log(`  ${ratio.toFixed(2).padStart(7)}  ${title}`);
  }
}

run().catch((error: unknown) => {
  console.error(error instanceof PlainError ? error.message : error);
  process.exitCode = 1;
});
