import { expect } from '../../e2e/fixtures.ts';
import { hoverMark, watchCard } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'with words in pictures and formulas',
  marks: ['sertraline'],
  async check({ tab }) {
    const word = await tab.evaluate(() => {
      const { right, top, height } = document.querySelector('text')?.getBoundingClientRect() ?? new DOMRect();
      return { x: right - 30, y: top + height / 2 };
    });
    await tab.move(word);
    expect(await watchCard(tab, 800)).toBe('closed');
    await hoverMark(tab, 'sertraline');
  },
});
