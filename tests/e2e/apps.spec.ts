import { bundleApp, frameworks } from './apps.ts';
import { expect, test } from './fixtures.ts';
import { hoverMark, marksOf, uncovered } from './reading.ts';

const renders = 1_000;
const names = /kratom|sertraline/gi;

interface AppWindow {
  rerender(times: number): Promise<void>;
  appErrors: string[];
}

for (const framework of frameworks) {
  test(`${framework} draws its page ${renders} times over with marks on`, async ({ tab, server, setSettings }) => {
    await setSettings({ density: 'all' });
    server.add(`/apps/${framework}.js`, { body: await bundleApp(framework), type: 'text/javascript' });
    await tab.goto(
      server.add(
        `/apps/${framework}.html`,
        `<!doctype html><title>${framework}</title><main id="app"></main><script type="module" src="/apps/${framework}.js"></script>`,
      ),
    );
    await marksOf(tab);
    await tab.evaluate((times) => (window as unknown as AppWindow).rerender(times), renders);

    expect(await tab.evaluate(() => (window as unknown as AppWindow).appErrors)).toEqual([]);
    await expect.poll(async () => (await uncovered(tab, names)).missed).toEqual([]);
    const { total } = await uncovered(tab, names);
    expect(total).toBeGreaterThan(5);
    await expect
      .poll(async () =>
        (await tab.highlightTexts('note-mention')).map((text) => text.toLowerCase()).filter((text) => text.match(names)),
      )
      .toHaveLength(total);
    await hoverMark(tab, 'kratom');
    expect(tab.consoleErrors()).toEqual([]);
    expect(tab.pageErrors()).toEqual([]);
  });
}
