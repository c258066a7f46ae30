/** What Evenhand costs apps that change their pages all the time: the same app in one tab, with and without it in turns. */
import { join } from 'node:path';
import { bundlePage } from '../../tests/e2e/bundle-page.ts';
import type { BrowserDriver, PageDriver } from '../../tests/e2e/driver.ts';
import type { PageServer } from '../../tests/e2e/server.ts';
import { root } from '../bundle.ts';
import { type Figure, median, spread } from './figures.ts';
import type { Raw } from './reading.ts';
import { inNewTab, marksAre, settled } from './tabs.ts';

const apps = { react: 'React', vue: 'Vue', svelte: 'Svelte' } as const;
type App = keyof typeof apps;

const updates = 2_000;
const steps = 200;
const pairs = 12;
/** Lets the engine compile the app before anything counts. */
const warmUpdates = 1_000;

interface AppWindow {
  rerender(times: number): Promise<void>;
  timeInFrames(times: number): Promise<number>;
}

/** Drawn one after the other, as fast as the app can: ms. */
const timeUpdates = async (times: number): Promise<number> => {
  const start = performance.now();
  await (window as unknown as AppWindow).rerender(times);
  return performance.now() - start;
};

const timeSteps = (times: number): Promise<number> => (window as unknown as AppWindow).timeInFrames(times);

/** A time with the extension and one without, taken one after the other. */
interface Pair {
  withIt: number;
  without: number;
}

export async function measureApps(browser: BrowserDriver, server: PageServer, raw: Raw, say: (line: string) => void) {
  const figures: Figure[] = [];
  const scores: number[] = [];
  for (const app of Object.keys(apps) as App[]) {
    say(`${browser.name}: ${apps[app]} with and without`);
    const address = await addApp(server, app);
    const feed = await takePairs(browser, `${address}?feed`, (tab) => tab.evaluate(timeUpdates, updates));
    const inSteps = await takePairs(browser, `${address}?steps`, (tab) => tab.evaluate(timeSteps, steps));
    raw[app] = { feed, inSteps };
    const slower = feed.map(({ withIt, without }) => withIt / without);
    figures.push({
      title: `${apps[app]}: ${updates.toLocaleString('en')} row updates, with / without`,
      ratio: median(slower),
      note: `at most 1.03; half of ${pairs} pairs within ${spread(slower)}`,
    });
    const score = inSteps.map(({ withIt, without }) => without / withIt);
    scores.push(median(score));
    figures.push({
      title: `${apps[app]}: score, with / without`,
      ratio: median(score),
      note: `at least 0.97; half of ${pairs} pairs within ${spread(score)}`,
    });
  }
  figures.push({
    title: 'score of the apps, with / without',
    ratio: scores.reduce((product, score) => product * score, 1) ** (1 / scores.length),
    note: 'at least 0.97',
  });
  await browser.setSettings({ enabled: false });
  return figures;
}

async function addApp(server: PageServer, app: App): Promise<string> {
  const script = await bundlePage(join(root, 'tests', 'pages', app));
  if (script === undefined) throw new Error(`${app}: no script`);
  server.add(`/${app}.js`, { body: script, type: 'text/javascript' });
  return server.add(
    `/${app}.html`,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title><main id="app"></main><p>About kratom.</p><script type="module" src="/${app}.js"></script></html>`,
  );
}

async function takePairs(browser: BrowserDriver, address: string, time: (tab: PageDriver) => Promise<number>): Promise<Pair[]> {
  await browser.setSettings({ enabled: false });
  return inNewTab(browser, address, async (tab) => {
    const turn = async (on: boolean): Promise<number> => {
      await browser.setSettings({ enabled: on });
      await tab.evaluate(marksAre, on);
      await tab.evaluate(settled);
      return time(tab);
    };
    await tab.evaluate(timeUpdates, warmUpdates);
    await turn(true);
    const taken: Pair[] = [];
    for (let pair = 0; pair < pairs; pair++) {
      // Whoever comes first meets what the one before left behind.
      const first = await turn(pair % 2 === 0);
      const second = await turn(pair % 2 === 1);
      taken.push(pair % 2 === 0 ? { withIt: first, without: second } : { withIt: second, without: first });
    }
    return taken;
  });
}
