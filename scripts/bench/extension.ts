/** What the shipped extension does beside finding names: its tasks in a page, and its background's first card. */
import type { BrowserDriver, PageDriver } from '../../tests/e2e/driver.ts';
import type { Figure } from './figures.ts';
import { marksSettled, settled } from './tabs.ts';

const longTaskMs = 50;
const storeBudgetMs = 20;

/** The longest task after the extension is switched on in a large, settled page; Firefox does not tell of long tasks. */
export async function measureLongestTask(browser: BrowserDriver, page: PageDriver, address: string): Promise<Figure> {
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
  await page.evaluate(marksSettled);
  const longest = await page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks));
  return { title: 'longest task / 50 ms', ratio: longest / longTaskMs, note: '0: none was longer' };
}

/** How long the background takes to make objects of the facts, at the first card after its script has been read. */
export async function measureStore(page: PageDriver, script: string): Promise<Figure> {
  const ms = await page.evaluate(async (address) => {
    const code = await (await fetch(address)).text();
    const times: number[] = [];
    for (let round = 0; round < 7; round++) {
      // A comment of its own keeps the engine from finding the script run already.
      const load = new Function(`${code}\n//${round}`);
      const start = performance.now();
      load();
      times.push(performance.now() - start);
    }
    return times.toSorted((a, b) => a - b)[3] ?? Number.NaN;
  }, script);
  return { title: 'loading the entry store / 20 ms', ratio: ms / storeBudgetMs };
}
