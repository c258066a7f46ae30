/** Runs made-up sequences in a browser, many in one page load, and tells of the first that fails. */
import { bundle } from '../../scripts/bundle.ts';
import type { PageDriver } from '../e2e/driver.ts';
import type { PageServer } from '../e2e/server.ts';
import type { Failure } from './in-page.ts';

export interface FuzzOptions {
  seed: number;
  runs: number;
  /** Of a failure, to see it again. */
  path?: string | undefined;
  /** Told after each batch how many sequences have passed. */
  whenPassed?: (count: number) => void;
}

/** So many sequences in one page load; each batch has a seed of its own, counted on from the first. */
const batchRuns = 250;

export async function addFuzzPage(server: PageServer): Promise<string> {
  server.add('/fuzz.js', { body: await bundle('fuzz/in-page.ts', 'fuzz'), type: 'text/javascript' });
  return server.add(
    '/fuzz.html',
    '<!doctype html><html><meta charset="utf-8"><title>Fuzz</title><script src="/fuzz.js"></script><body>',
  );
}

export async function fuzz(page: PageDriver, address: string, options: FuzzOptions): Promise<Failure | null> {
  const { runs, path, whenPassed } = options;
  for (let done = 0, seed = options.seed; done < runs; done += batchRuns, seed++) {
    const count = Math.min(batchRuns, runs - done);
    await page.goto(address);
    const failure = await page.evaluate((...args) => window.fuzz.run(...args), seed, count, path ?? null);
    if (failure) return failure;
    if (path !== undefined) return null;
    whenPassed?.(done + count);
  }
  return null;
}

/** So many pages in a row for one reader. */
const lifeLength = 20;
/** Browsers collect in more than one go. */
const collections = 10;

/** Nodes that a living reader keeps from being forgotten after they have left the page. */
export async function findLeaks(page: PageDriver, address: string, seed: number): Promise<string[]> {
  await page.goto(address);
  await page.evaluate((...args) => window.fuzz.liveThrough(...args), seed, lifeLength);
  let leaked: string[] = [];
  for (let times = 0; times < collections; times++) {
    await page.collectGarbage();
    leaked = await page.evaluate(() => window.fuzz.leaked());
    if (leaked.length === 0) break;
  }
  return leaked;
}

export const reportOf = ({ seed, path, error, html, changes }: Failure): string =>
  [`fails with --seed ${seed} --path ${path}`, error, `page: ${html}`, ...changes.map((one) => `  ${one}`)].join('\n');
