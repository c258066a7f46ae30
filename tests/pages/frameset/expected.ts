import { expect } from '../../e2e/fixtures.ts';
import { marksInFrames, openCard, pointOfMarkInFrame } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'made of a frameset',
  async check({ tab }) {
    await expect.poll(() => marksInFrames(tab)).toEqual([['kratom'], ['sertraline']]);
    await tab.move(await pointOfMarkInFrame(tab, 'sertraline'));
    await openCard(tab, 'sertraline');
    expect(await tab.evaluate(() => document.documentElement.children.length), 'nothing enters the set').toBe(2);
  },
});
