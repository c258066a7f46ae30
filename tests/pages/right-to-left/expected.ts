import { expect } from '../../e2e/fixtures.ts';
import { expectNoCard, hoverMark, moveAway } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'written from right to left',
  marks: ['kratom', 'sertraline', 'venlafaxine', 'كراتوم'],
  async check({ tab }) {
    const view = await tab.evaluate(() => innerWidth);
    for (const [text, name] of [
      ['kratom', 'kratom'],
      ['كراتوم', 'kratom'],
    ] as const) {
      const { box } = await hoverMark(tab, text, name);
      expect(box.x, 'the card is within the view').toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(view);
      await moveAway(tab);
      await expectNoCard(tab);
    }
  },
});
