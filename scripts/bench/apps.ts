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

const pairs = 8;
const updates = 2_000;
const steps = 100;
/** Lets the engine compile the app before anything counts. */
const warmUpdates = 1_000;

interface AppWindow {
  timeInFrames(times: number): Promise<number>;
  timeAtOnce(times: number): Promise<number>;
}

const timeInFrames = (times: number): Promise<number> => (window as unknown as AppWindow).timeInFrames(times);
const timeAtOnce = (times: number): Promise<number> => (window as unknown as AppWindow).timeAtOnce(times);

type Measure = 'inFrames' | 'atOnce';
type Times = Partial<Record<Measure, number>>;

/** Times with the extension and without, taken one after the other. */
interface Pair {
  withIt: Times;
  without: Times;
}

const ratios = (taken: readonly Pair[], measure: Measure): number[] =>
  taken.map(({ withIt, without }) => (withIt[measure] ?? Number.NaN) / (without[measure] ?? Number.NaN));

const spreadOf = (values: readonly number[]): string => `half of ${values.length} pairs within ${spread(values)}`;

/** How much slower an app draws, and the score of all of them: frames a second, as Speedometer counts. */
export async function measureApps(browser: BrowserDriver, server: PageServer, raw: Raw, say: (line: string) => void) {
  const figures: Figure[] = [];
  const scores: number[] = [];
  for (const app of Object.keys(apps) as App[]) {
    say(`${browser.name}: ${apps[app]} with and without`);
    const { feed, inSteps } = await takeApp(browser, server, app);
    raw[app] = { feed, inSteps };
    const title = `${apps[app]}: ${updates.toLocaleString('en')} row updates`;
    const [inFrames, atOnce] = [ratios(feed, 'inFrames'), ratios(feed, 'atOnce')];
    figures.push(
      { title: `${title} in frames, with / without`, ratio: median(inFrames), note: `at most 1.03; ${spreadOf(inFrames)}` },
      { title: `${title} in one task, with / without`, ratio: median(atOnce), note: `at most 1.03; ${spreadOf(atOnce)}` },
    );
    const score = ratios(inSteps, 'inFrames').map((ratio) => 1 / ratio);
    scores.push(median(score));
    figures.push({
      title: `${apps[app]}: score, with / without`,
      ratio: median(score),
      note: `at least 0.97; ${spreadOf(score)}`,
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

async function takeApp(browser: BrowserDriver, server: PageServer, app: App): Promise<{ feed: Pair[]; inSteps: Pair[] }> {
  const script = await bundlePage(join(root, 'tests', 'pages', app));
  if (script === undefined) throw new Error(`${app}: no script`);
  server.add(`/${app}.js`, { body: script, type: 'text/javascript' });
  const address = server.add(
    `/${app}.html`,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title><main id="app"></main><p>About kratom.</p><script type="module" src="/${app}.js"></script></html>`,
  );
  return {
    feed: await takePairs(browser, `${address}?feed`, async (tab) => ({
      inFrames: await tab.evaluate(timeInFrames, updates / pairs),
      atOnce: await tab.evaluate(timeAtOnce, updates / pairs),
    })),
    inSteps: await takePairs(browser, `${address}?steps`, async (tab) => ({ inFrames: await tab.evaluate(timeInFrames, steps) })),
  };
}

async function takePairs(browser: BrowserDriver, address: string, time: (tab: PageDriver) => Promise<Times>): Promise<Pair[]> {
  await browser.setSettings({ enabled: false });
  return inNewTab(browser, address, async (tab) => {
    const turn = async (on: boolean): Promise<Times> => {
      await browser.setSettings({ enabled: on });
      await tab.evaluate(marksAre, on);
      await tab.evaluate(settled);
      return time(tab);
    };
    await tab.evaluate(timeAtOnce, warmUpdates);
    await turn(true);
    const taken: Pair[] = [];
    for (let pair = 0; pair < pairs; pair++) {
      // Whoever comes first meets what the one before left behind.
      const isFirst = pair % 2 === 0;
      const first = await turn(isFirst);
      const second = await turn(!isFirst);
      taken.push(isFirst ? { withIt: first, without: second } : { withIt: second, without: first });
    }
    return taken;
  });
}
