import { expect } from '../../e2e/fixtures.ts';
import { marksInFrames, openCard, pointOfMarkInFrame } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'with frames that have no address of their own',
  marks: ['sertraline'],
  async check({ tab }) {
    await expect.poll(() => marksInFrames(tab)).toEqual([['kratom'], ['venlafaxine'], ['mirtazapine']]);
    for (const name of ['kratom', 'venlafaxine', 'mirtazapine']) {
      await tab.move(await pointOfMarkInFrame(tab, name));
      await openCard(tab, name);
    }
  },
});
