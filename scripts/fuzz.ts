/**
 * `npm run fuzz -- [--seed N] [--runs N] [--path PATH] [chromium|firefox]`: made-up pages and changes, until a reader that has seen the
 * changes and a fresh one do not agree. What fails is made small and printed, with the seed and path that bring it back.
 */
import { parseArgs } from 'node:util';
import { launch } from '../tests/e2e/driver.ts';
import { serve } from '../tests/e2e/server.ts';
import { addFuzzPage, findLeaks, fuzz, reportOf } from '../tests/fuzz/run.ts';
import { type BrowserName, findBrowser, PlainError } from './browsers.ts';

const usage = 'npm run fuzz -- [--seed N] [--runs N] [--path PATH] [chromium|firefox]';
const defaultRuns = 10_000;

interface Wanted {
  seed: number;
  runs: number;
  path: string | undefined;
  browsers: BrowserName[];
}

function numberOf(option: string, value: string, lowest: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < lowest || number > 0x7fffffff)
    throw new PlainError(`fuzz: --${option} ${value}: is no whole number from ${lowest} on\n${usage}`);
  return number;
}

function readArguments(): Wanted {
  const { values, positionals } = parse();
  const browsers = positionals.map((name) => {
    if (name === 'chromium' || name === 'firefox') return name;
    throw new PlainError(`fuzz: ${name}: is neither chromium nor firefox\n${usage}`);
  });
  if (values.path !== undefined && values.seed === undefined) throw new PlainError(`fuzz: --path goes with --seed\n${usage}`);
  if (values.path !== undefined && !/^\d+(?::\d+)*$/.test(values.path))
    throw new PlainError(`fuzz: --path ${values.path}: is no path of a failure\n${usage}`);
  return {
    seed: values.seed === undefined ? Math.floor(Math.random() * 0x7fff0000) : numberOf('seed', values.seed, 0),
    runs: values.runs === undefined ? defaultRuns : numberOf('runs', values.runs, 1),
    path: values.path,
    browsers: browsers.length > 0 ? [...new Set(browsers)] : ['chromium', 'firefox'],
  };
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { seed: { type: 'string' }, runs: { type: 'string' }, path: { type: 'string' } },
    });
  } catch (error) {
    throw new PlainError(`fuzz: ${(error as Error).message}\n${usage}`);
  }
}

/** Whether all sequences passed. */
async function fuzzIn(name: BrowserName, { seed, runs, path }: Wanted): Promise<boolean> {
  const start = performance.now();
  const say = (line: string): void => console.error(`${name}: ${line} (${((performance.now() - start) / 1000).toFixed(0)} s)`);
  const server = await serve();
  const browser = await launch(name, { browser: await findBrowser(name), headless: true });
  try {
    const page = await browser.newPage();
    const whenPassed = (count: number): void => {
      if (count % 1000 === 0 || count === runs) say(`${count} of ${runs} passed`);
    };
    const address = await addFuzzPage(server);
    const failure = await fuzz(page, address, { seed, runs, path, whenPassed });
    if (failure) {
      console.log(`${name} ${reportOf(failure)}`);
      return false;
    }
    const leaked = path === undefined ? await findLeaks(page, address, seed) : [];
    if (leaked.length > 0) console.log([`${name} keeps nodes alive that are gone, with --seed ${seed}:`, ...leaked].join('\n  '));
    else console.log(`${name}: passed, from --seed ${seed}`);
    return leaked.length === 0;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function run(): Promise<void> {
  const wanted = readArguments();
  for (const name of wanted.browsers) if (!(await fuzzIn(name, wanted))) process.exitCode = 1;
}

run().catch((error: unknown) => {
  console.error(error instanceof PlainError ? error.message : error);
  process.exitCode = 1;
});
