/**
 * How long the content script takes on a page that names nothing, from Chromium's own trace. The test driver has no way to ask for a
 * trace, so this starts a browser by itself.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { plainPage } from '../../tests/bench/pages.ts';
import { serve } from '../../tests/e2e/server.ts';
import { findBrowser } from '../browsers.ts';
import { type Figure, median } from './figures.ts';

const loads = 9;
const budgetMs = 3;
/** How long a page is traced after its load event; the script is done long before. */
const tracedMs = 800;
const categories = ['devtools.timeline', 'v8', 'toplevel'];

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds: when it began, how long it lasted, and how much of that its thread was running. */
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { worldId?: number; fileName?: string; data?: { url?: string } };
}

interface StartUp {
  /** All of the below. */
  all: number;
  /** Parsing the script. */
  compile: number;
  /** Running it from top to bottom. */
  evaluate: number;
  /** What it does afterwards until it waits for the page: callbacks, and what promises go on to. */
  tasks: number;
}

const script = 'content-scripts/content.js';

/**
 * What a trace of one page says, in ms of the main thread at work. Counted are the script's evaluation, the calls of functions of its
 * world, and the microtasks of the thread, which are all its own: the page has no scripts.
 */
function readTrace(events: readonly TraceEvent[]): StartUp {
  const isScript = ({ args }: TraceEvent): boolean => (args?.data?.url ?? args?.fileName ?? '').endsWith(script);
  const run = events.find((event) => event.name === 'v8.run' && isScript(event));
  if (!run) throw new Error('the trace does not tell of the content script');
  const ours = events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === run.pid && tid === run.tid)
    .filter(
      (event) =>
        (event.name === 'EvaluateScript' && isScript(event)) ||
        (event.name === 'v8.callFunction' && event.args?.worldId === run.args?.worldId) ||
        event.name === 'BlinkScheduler_PerformMicrotaskCheckpoint',
    )
    .sort((a, b) => a.ts - b.ts);
  const msOf = ({ dur = 0, tdur = dur }: TraceEvent): number => tdur / 1000;
  let all = 0;
  let end = 0;
  for (const event of ours) {
    // Within the one before.
    if (event.ts < end) continue;
    end = event.ts + (event.dur ?? 0);
    all += msOf(event);
  }
  const compile = events.find((event) => event.name === 'v8.compile' && isScript(event));
  const [compileMs, evaluate] = [compile ? msOf(compile) : 0, msOf(run)];
  return { all, compile: compileMs, evaluate, tasks: all - compileMs - evaluate };
}

export async function measureStartUp(extension: string): Promise<Figure> {
  const { path } = await findBrowser('chromium');
  const server = await serve();
  const context = await chromium.launchPersistentContext('', {
    executablePath: path,
    headless: true,
    chromiumSandbox: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: ['--headless=new', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
  try {
    const browser = context.browser();
    if (!browser) throw new Error('the browser is gone');
    const address = server.add(
      '/plain.html',
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title><body>${plainPage()}`,
    );
    const times: StartUp[] = [];
    for (let load = 0; load < loads; load++) {
      const page = await context.newPage();
      await browser.startTracing(page, { categories });
      await page.goto(address);
      await wait(tracedMs);
      const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
      times.push(readTrace(trace.traceEvents));
      await page.close();
    }
    const middle = (part: keyof StartUp): string => median(times.map((time) => time[part])).toFixed(1);
    return {
      title: 'starting the content script / 3 ms',
      ratio: median(times.map(({ all }) => all)) / budgetMs,
      note: `compiling ${middle('compile')} ms, evaluating ${middle('evaluate')} ms, first tasks ${middle('tasks')} ms`,
    };
  } finally {
    await context.close();
    await server.close();
  }
}
