import { expect } from '../../e2e/fixtures.ts';
import { expectPlaces, glanceAt, isCardOpen, middleOf } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

const places = ['a: kratom', 'b: sertraline', 'c: fluoxetine', 'd: mirtazapine'];

export default pageFixture({
  what: 'whose rows are dragged to other places',
  async check({ tab }) {
    const order = () => tab.evaluate(() => [...document.querySelectorAll('#list li')].map(({ id }) => id).join(''));
    await expectPlaces(tab, places);
    for (const [row, onto, result] of [
      ['a', 'd', 'bcda'],
      ['d', 'b', 'dbca'],
      ['c', 'a', 'dbac'],
    ] as const) {
      const from = await middleOf(tab, `#${row}`);
      await tab.drag(from, await middleOf(tab, `#${onto}`));
      expect(await isCardOpen(tab), 'no card while dragging').toBe(false);
      expect(await order()).toBe(result);
      await expectPlaces(tab, places);
    }
    await glanceAt(tab, 'kratom');
    await glanceAt(tab, 'mirtazapine');
  },
});
