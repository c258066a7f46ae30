import { expect } from '../../e2e/fixtures.ts';
import { expectMarks, moveAway, pointOfMark, watchCard } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

interface RemoverWindow {
  removals: number;
}

/** Such a page has its way: no card, no contest, and the marks stay. */
export default pageFixture({
  what: 'that takes every card away at once',
  marks: ['kratom', 'sertraline'],
  async check({ tab }) {
    const removals = () => tab.evaluate(() => (window as unknown as RemoverWindow).removals);
    for (const name of ['kratom', 'sertraline']) {
      const before = await removals();
      await tab.move(await pointOfMark(tab, name));
      await expect.poll(removals, 'it was shown and taken away').toBeGreaterThan(before);
      expect(await watchCard(tab, 1_000)).not.toBe('open');
      expect(await removals(), 'and no fight goes on').toBeLessThan(before + 12);
      await moveAway(tab);
    }
    await expectMarks(tab, ['kratom', 'sertraline']);
  },
});
