/** All that is measured in one browser, page by page. */
import { articlesPage, longTextsPage, nodesPage } from '../../tests/bench/pages.ts';
import { type BrowserDriver, type BrowserName, launch } from '../../tests/e2e/driver.ts';
import { type PageServer, serve } from '../../tests/e2e/server.ts';
import { findBrowser } from '../browsers.ts';
import { measureApps } from './apps.ts';
import { measureLongestTask, measureStore } from './extension.ts';
import type { Figure, Group } from './figures.ts';
import { measureHover } from './hover.ts';
import { measureLiving } from './living.ts';
import { measureContentSize } from './node.ts';
import { measureReading, type PageUnderTest, type Raw } from './reading.ts';
import { measureStartUp } from './start-up.ts';

const parts = 10;
const nodes = 100_000;
const articleCopies = 20;
const longTexts = 20_000;
const longTextLength = 500;

/** Bundled code for pages. */
export interface Scripts {
  /** `window.bench` */
  bench: string;
  /** `window.benchTenfold` */
  tenfold: string;
  store: string;
}

/** Lets a page read a clock of microseconds: others get one of 0.1 ms (Chromium) or 1 ms (Firefox). */
const fineClock = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
/** Laying the large pages out takes seconds, which no method waits for that only reads text. */
const undrawn = '<style>.part { display: none }</style>';

function addPages(server: PageServer): PageUnderTest[] {
  const add = (path: string, head: string, body: string): string =>
    server.add(path, {
      body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title>${head}<body>${body}<script src="/bench.js"></script>`,
      headers: fineClock,
    });
  const tenfold = '<script src="/tenfold.js"></script>';
  const nodesBody = nodesPage(nodes, parts);
  const longBody = longTextsPage(longTexts, longTextLength, parts);
  const millions = Math.round((longTexts * longTextLength) / 1e6);
  return [
    {
      title: `page of ${nodes.toLocaleString('en')} text nodes`,
      parts: add('/nodes-in-parts.html', undrawn + tenfold, nodesBody),
      partCount: parts,
      whole: add('/nodes.html', '', nodesBody),
      withNames: true,
      withList: false,
    },
    {
      title: 'article of 400 text nodes',
      parts: add('/articles-in-parts.html', undrawn, articlesPage(articleCopies)),
      partCount: articleCopies,
      whole: add('/article.html', '', articlesPage(1)),
      withNames: false,
      withList: true,
    },
    {
      title: `page of ${millions} million characters in ${longTexts.toLocaleString('en')} text nodes`,
      parts: add('/long-in-parts.html', undrawn, longBody),
      partCount: parts,
      whole: add('/long.html', '', longBody),
      withNames: false,
      withList: false,
    },
  ];
}

/** What can be measured alone in a browser. */
export const browserTopics = ['reading', 'extension', 'living', 'hover'] as const;

export interface BrowserMeasures {
  name: BrowserName;
  /** Folder of the built extension. */
  extension: string;
  scripts: Scripts;
  topics: ReadonlySet<string>;
  raw: Raw;
  say: (line: string) => void;
}

export async function* measureBrowser({ name, extension, scripts, topics, raw, say }: BrowserMeasures): AsyncGenerator<Group> {
  const server = await serve();
  const browser = await launch(name, { browser: await findBrowser(name), extension, headless: true });
  try {
    server.add('/bench.js', { body: scripts.bench, type: 'text/javascript' });
    server.add('/tenfold.js', { body: scripts.tenfold, type: 'text/javascript' });
    server.add('/store.js', { body: scripts.store, type: 'text/javascript' });
    const pages = addPages(server);
    await browser.setSettings({ enabled: false });
    for (const page of topics.has('reading') ? pages : []) {
      say(`${name}: ${page.title}`);
      yield { place: name, title: page.title, figures: await measureReading(browser, page, raw) };
    }
    if (topics.has('extension')) {
      say(`${name}: the extension itself`);
      yield {
        place: name,
        title: 'extension',
        figures: await measureExtension(browser, server, pages[0]?.whole ?? '', extension),
      };
    }
    if (topics.has('living')) {
      const figures = await measureApps(browser, server, raw, say);
      say(`${name}: living in pages`);
      if (name === 'chromium') figures.push(...(await measureLiving(browser, server, raw)));
      yield { place: name, title: 'living in pages', figures };
    }
    if (topics.has('hover') && name === 'chromium') {
      say(`${name}: hover`);
      yield { place: name, title: 'hover', figures: await measureHover(browser, server, raw) };
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

async function measureExtension(
  browser: BrowserDriver,
  server: PageServer,
  largePage: string,
  extension: string,
): Promise<Figure[]> {
  const startUp = browser.name === 'chromium' ? [await measureStartUp(browser, server)] : [];
  const page = await browser.newPage();
  await page.goto(largePage);
  return [
    ...startUp,
    await measureStore(page, '/store.js'),
    ...(browser.name === 'chromium' ? [await measureLongestTask(browser, page, largePage)] : []),
    measureContentSize(extension),
  ];
}
