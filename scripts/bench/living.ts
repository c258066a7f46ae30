/** What Evenhand costs a page while it lives there, which Chromium tells: tasks, layout, memory. */
import { setTimeout as wait } from 'node:timers/promises';
import { articlesPage } from '../../tests/bench/pages.ts';
import { type BrowserDriver, launch, type PageDriver } from '../../tests/e2e/driver.ts';
import type { PageServer } from '../../tests/e2e/server.ts';
import { findBrowser } from '../browsers.ts';
import { heapInUse, slowDown, traceOf } from './devtools.ts';
import { type Figure, median } from './figures.ts';
import type { Raw } from './reading.ts';
import { inNewTab, marksSettled, settled } from './tabs.ts';

const articleBytes = 5_000_000;
const longTaskMs = 50;
const slowerTimes = 4;
const visits = 200;
/** So many until the page's own caches have filled. */
const firstVisits = 20;
const growthRounds = 3;
const restMs = 2_000;
const heapBudgetBytes = 3 * 1024 * 1024;
const growthBudgetBytes = 1024 * 1024;

const articlesIn = (bytes: number): number => Math.round(bytes / articlesPage(1).length);

const pageOf = (body: string): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title><body>${body}`;

/** An article of five megabytes. */
export const addLongArticle = (server: PageServer): string =>
  server.add('/long-article.html', pageOf(articlesPage(articlesIn(articleBytes))));

/** An article of usual length. */
export const addArticle = (server: PageServer): string => server.add('/article.html', pageOf(articlesPage(1)));

/** A site that goes from article to article without loading, as apps do: `visit(times)`. */
const addSite = (server: PageServer): string =>
  server.add('/site.html', pageOf(`<main>${articlesPage(1)}</main><script>(${site})()</script>`));

function site(): void {
  const main = document.querySelector('main') as HTMLElement;
  const article = main.innerHTML;
  let count = 0;
  const frame = () => new Promise(requestAnimationFrame);
  (window as unknown as SiteWindow).visit = async (times) => {
    for (let left = times; left > 0; left--) {
      history.pushState(null, '', `#${++count}`);
      // Each article has other words, so that no two share their text.
      main.innerHTML = article.replaceAll(/(?<=[a-z]\.) \d+/g, (number) => `${number} of ${count}`);
      await frame();
      await frame();
    }
  };
}

interface SiteWindow {
  visit(times: number): Promise<void>;
}

/** `bare` is a second browser, with no extension in it. */
export async function measureLiving(browser: BrowserDriver, server: PageServer, raw: Raw): Promise<Figure[]> {
  const article = addLongArticle(server);
  const bare = await launch('chromium', { browser: await findBrowser('chromium'), headless: true });
  try {
    return [
      ...(await measureTasks(browser, article, 1, raw)),
      ...(await measureTasks(browser, article, slowerTimes, raw)),
      await measureShift(browser, article),
      await measureHeap(browser, bare, article, raw),
      await measureGrowth(browser, bare, addSite(server), raw),
    ];
  } finally {
    await bare.close();
  }
}

/** Our longest tasks from the start of the page until all its mentions are marked. */
async function measureTasks(browser: BrowserDriver, article: string, rate: number, raw: Raw): Promise<Figure[]> {
  await browser.setSettings({ density: 'all' });
  const page = await browser.newPage();
  try {
    await slowDown(page, rate);
    const trace = await traceOf(page, async () => {
      await page.goto(article);
      await page.evaluate(marksSettled);
    });
    const [longest = 0, ...others] = trace.oursByTask();
    raw[`our longest tasks, ${rate} times slower`] = [longest, ...others.slice(0, 9)];
    const slowness = rate === 1 ? '' : `, processor ${rate} times slower`;
    return [
      { title: `5 MB article: our longest task / 50 ms${slowness}`, ratio: longest / longTaskMs },
      { title: `5 MB article: our second longest task / 50 ms${slowness}`, ratio: (others[0] ?? 0) / longTaskMs },
    ];
  } finally {
    await page.close();
  }
}

interface ShiftWindow {
  shift: number;
}

/** Summed up while marks appear in a page that stands still, and while a card opens and closes. */
async function measureShift(browser: BrowserDriver, article: string): Promise<Figure> {
  await browser.setSettings({ enabled: false });
  return inNewTab(browser, article, async (tab) => {
    await tab.evaluate(() => {
      const all = window as unknown as ShiftWindow;
      all.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) all.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift' });
    });
    await browser.setSettings({ density: 'all' });
    await tab.evaluate(marksSettled);
    for (let at = 0; at < 5; at++) await openAndClose(tab, at / 10);
    await tab.evaluate(settled);
    return {
      title: '5 MB article: layout shift while marks appear and cards open',
      ratio: await tab.evaluate(() => (window as unknown as ShiftWindow).shift),
      note: '0: none',
    };
  });
}

async function openAndClose(tab: PageDriver, share: number): Promise<void> {
  await tab.move(await tab.evaluate(placeOfMark, share));
  await tab.evaluate(cardIs, true);
  await tab.move({ x: 2, y: 2 });
  await tab.evaluate(cardIs, false);
}

/** Goes down a page by a share of its height, and answers with the place of the mark that is closest to the middle of the view there. */
export const placeOfMark = async (share: number): Promise<{ x: number; y: number }> => {
  scrollTo({ top: share * (document.documentElement.scrollHeight - innerHeight), behavior: 'instant' });
  for (;;) {
    // A page that is told of its scrolling after the pointer has come opens no card; and marks come when the reader does.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const lines = [...(CSS.highlights.get('note-mention') ?? [])].flatMap((mark) => {
      const range = document.createRange();
      range.setStart(mark.startContainer, mark.startOffset);
      range.setEnd(mark.endContainer, mark.endOffset);
      return [...range.getClientRects()].slice(0, 1);
    });
    const distance = ({ y }: DOMRect): number => Math.abs(y - innerHeight / 2);
    const [line] = lines.sort((a, b) => distance(a) - distance(b));
    if (line && line.top > 0 && line.bottom < innerHeight) return { x: line.x + line.width / 2, y: line.y + line.height / 2 };
  }
};

/** Until a card is open, or none is. */
export const cardIs = async (open: boolean): Promise<void> => {
  while ((document.querySelector('note-card')?.matches(':popover-open') === true) !== open)
    await new Promise((later) => setTimeout(later, 20));
};

/** What a page keeps in use with the extension more than without. */
async function measureHeap(browser: BrowserDriver, bare: BrowserDriver, article: string, raw: Raw): Promise<Figure> {
  await browser.setSettings(undefined);
  const withIt = await inNewTab(browser, article, async (tab) => {
    await tab.evaluate(marksSettled);
    return heapInUse(tab);
  });
  const without = await inNewTab(bare, article, heapInUse);
  raw['heap, 5 MB article'] = { withIt, without };
  return { title: '5 MB article: our heap / 3 MB', ratio: (withIt - without) / heapBudgetBytes };
}

async function measureGrowth(browser: BrowserDriver, bare: BrowserDriver, address: string, raw: Raw): Promise<Figure> {
  await browser.setSettings(undefined);
  const grow = (of: BrowserDriver): Promise<number> =>
    inNewTab(of, address, async (tab) => {
      /** What the last articles have left to be done is part of no growth. */
      const visit = async (times: number): Promise<number> => {
        await tab.evaluate((count) => (window as unknown as SiteWindow).visit(count), times);
        await wait(restMs);
        return heapInUse(tab);
      };
      const before = await visit(firstVisits);
      return (await visit(visits)) - before;
    });
  const growths: { withIt: number; without: number }[] = [];
  for (let round = 0; round < growthRounds; round++) growths.push({ withIt: await grow(browser), without: await grow(bare) });
  raw['heap growth, 200 visits'] = growths;
  return {
    title: `${visits} visits without loading: our growth of heap / 1 MB`,
    ratio: median(growths.map(({ withIt, without }) => withIt - without)) / growthBudgetBytes,
  };
}
