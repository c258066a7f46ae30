/** What is expected of a page that a framework draws anew a thousand times while its rows are marked. */
import { expect } from '../e2e/fixtures.ts';
import { hoverMark, marksOf, uncovered } from '../e2e/reading.ts';
import { type PageFixture, pageFixture } from './page-fixture.ts';

const renders = 1_000;
const names = /kratom|sertraline/gi;

interface AppWindow {
  rerender(times: number): Promise<void>;
  appErrors: string[];
}

export const drawnOften = (framework: string): PageFixture =>
  pageFixture({
    what: `that ${framework} draws anew ${renders} times`,
    async check({ tab }) {
      await marksOf(tab);
      await tab.evaluate((times) => (window as unknown as AppWindow).rerender(times), renders);
      expect(await tab.evaluate(() => (window as unknown as AppWindow).appErrors)).toEqual([]);
      await expect.poll(async () => (await uncovered(tab, names)).missed).toEqual([]);
      const { total } = await uncovered(tab, names);
      expect(total).toBeGreaterThan(5);
      await expect
        .poll(async () => (await tab.highlightTexts('note-mention')).filter((text) => text.match(names)))
        .toHaveLength(total);
      await hoverMark(tab, 'kratom');
    },
  });
