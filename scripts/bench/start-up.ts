/** How long our scripts take on a page that names nothing, from Chromium's own trace. */
import { setTimeout as wait } from 'node:timers/promises';
import { plainPage } from '../../tests/bench/pages.ts';
import type { BrowserDriver } from '../../tests/e2e/driver.ts';
import type { PageServer } from '../../tests/e2e/server.ts';
import { msOf, traceOf } from './devtools.ts';
import { type Figure, median } from './figures.ts';

const loads = 9;
const budgetMs = 3;
/** How long a page is traced after its load event; they are done long before. */
const tracedMs = 800;

interface StartUp {
  /** All of the below. */
  all: number;
  /** Parsing the scripts. */
  compile: number;
  /** Running them from top to bottom. */
  evaluate: number;
  /** What they do afterwards until they wait for the page: callbacks, and what promises go on to. */
  tasks: number;
}

export async function measureStartUp(browser: BrowserDriver, server: PageServer): Promise<Figure> {
  await browser.setSettings(undefined);
  const address = server.add(
    '/plain.html',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title><body>${plainPage()}`,
  );
  const times: StartUp[] = [];
  for (let load = 0; load < loads; load++) times.push(await timeLoad(browser, address));
  const middle = (part: keyof StartUp): string => median(times.map((time) => time[part])).toFixed(1);
  return {
    title: 'starting in a page / 3 ms',
    ratio: median(times.map(({ all }) => all)) / budgetMs,
    note: `compiling ${middle('compile')} ms, evaluating ${middle('evaluate')} ms, first tasks ${middle('tasks')} ms`,
  };
}

async function timeLoad(browser: BrowserDriver, address: string): Promise<StartUp> {
  const page = await browser.newPage();
  try {
    const trace = await traceOf(page, async () => {
      await page.goto(address);
      await wait(tracedMs);
    });
    const all = trace.ours().reduce((sum, event) => sum + msOf(event), 0);
    const { compileMs: compile, evaluateMs: evaluate } = trace;
    return { all, compile, evaluate, tasks: all - compile - evaluate };
  } finally {
    await page.close();
  }
}
