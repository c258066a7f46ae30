import { expect } from '../../e2e/fixtures.ts';
import { isCardOpen, pointOfMark, uncovered } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'of five million characters',
  async check({ tab }) {
    const names = /kratom|sertraline|venlafaxine|mirtazapine|fluoxetine/;
    expect(await tab.evaluate(() => document.body.textContent.length)).toBeGreaterThan(5_000_000);
    await expect.poll(async () => (await tab.highlightTexts('note-mention')).length, { timeout: 40_000 }).toBe(250);
    expect((await uncovered(tab, new RegExp(names, 'g'))).missed).toEqual([]);
    // Assistive technology is told of the whole page, which takes its time: the page is asked instead.
    await tab.move(await pointOfMark(tab, 'fluoxetine'));
    await expect.poll(() => isCardOpen(tab)).toBe(true);
  },
});
