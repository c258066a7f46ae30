import { expect } from '../../e2e/fixtures.ts';
import { hoverMark, uncovered } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

interface StormWindow {
  storm(ms: number): Promise<number>;
}

export default pageFixture({
  what: 'with 10,000 changes a second for ten seconds',
  marks: ['sertraline'],
  async check({ tab }) {
    const made = await tab.evaluate(() => (window as unknown as StormWindow).storm(10_000));
    expect(made).toBeGreaterThanOrEqual(100_000);
    const names = /kratom|sertraline|venlafaxine|mirtazapine/g;
    await expect.poll(async () => (await uncovered(tab, names)).missed).toEqual([]);
    const { total } = await uncovered(tab, names);
    await expect
      .poll(async () => (await tab.highlightTexts('note-mention')).filter((text) => text.match(names)))
      .toHaveLength(total);
    await expect.poll(() => tab.highlightTexts('note-mention')).toHaveLength(total);
    await hoverMark(tab, 'kratom');
  },
});
