import { expect } from '../../e2e/fixtures.ts';
import { expectPlaces, hoverMark, isCardOpen, moveAway, shownText } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

const subjects = ['kratom', 'sertraline', 'tea', 'fluoxetine', 'sleep', 'venlafaxine', 'rest'];
const medicine = /kratom|ine$/;

/** What is to be marked in the twelve rows that are drawn. */
const placesFrom = (first: number): string[] =>
  Array.from({ length: 12 }, (_, at) => first + at).flatMap((row) => {
    const subject = subjects[row % subjects.length] ?? '';
    return medicine.test(subject) ? [`row-${row}: ${subject}`] : [];
  });

export default pageFixture({
  what: 'with a list of 10,000 rows in a dozen elements',
  async check({ tab }) {
    const scrollTo = (row: number) =>
      tab.evaluate((top) => {
        const list = document.querySelector('#list');
        if (list) list.scrollTop = top;
      }, row * 40);
    await expectPlaces(tab, placesFrom(0));
    for (const row of [1, 2, 3, 500, 501, 9_987, 4_000]) {
      await scrollTo(row);
      await expectPlaces(tab, placesFrom(row));
    }
    await hoverMark(tab, 'kratom');
    // The list goes on under the pointer: the card goes with its text.
    await scrollTo(4_100);
    await expect.poll(() => isCardOpen(tab)).toBe(false);
    await moveAway(tab);
    // Every row for a frame only.
    await tab.evaluate(async () => {
      const list = document.querySelector('#list') as HTMLElement;
      for (let row = 4_100; row < 4_160; row++) {
        list.scrollTop = row * 40;
        await new Promise(requestAnimationFrame);
      }
    });
    await scrollTo(7_000);
    await expectPlaces(tab, placesFrom(7_000));
    expect(await shownText(tab, '#row-7000')).toBe('Row 7000 speaks of kratom and more.');
  },
});
