import { expect } from '../../e2e/fixtures.ts';
import { expectNoCard } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

/** Nothing can be asked of such a page by script: its words stand at known places, and the pointer tries until they are marked. */
export default pageFixture({
  what: 'that breaks what scripts are made of',
  async check({ tab }) {
    for (const [name, y] of [
      ['Kratom', 120],
      ['Sertraline', 320],
    ] as const) {
      let turn = 0;
      const hover = async () => {
        await tab.move({ x: 130 + (turn++ % 2), y });
        return (await tab.dialog())?.name;
      };
      await expect.poll(hover, { intervals: [1_000], timeout: 15_000 }).toBe(name);
      await tab.move({ x: 2, y: 2 });
      await expectNoCard(tab);
    }
  },
});
