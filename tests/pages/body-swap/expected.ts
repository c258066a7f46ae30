import { expect } from '../../e2e/fixtures.ts';
import { clickOn, expectNoCard, expectPlaces, glanceAt, hoverMark } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

const subjects = ['sertraline', 'fluoxetine', 'venlafaxine'];

export default pageFixture({
  what: 'whose body is replaced as a whole, with whatever is in it',
  async check({ tab }) {
    for (let place = 0; place < 6; place++) {
      const subject = subjects[place % subjects.length] ?? '';
      await expectPlaces(tab, [`place-${place}: ${subject}`]);
      if (place < 2) await glanceAt(tab, subject);
      await clickOn(tab, '#next');
    }
    await expectPlaces(tab, ['place-6: sertraline']);
    await hoverMark(tab, 'sertraline');
    // The card goes with the body it stood in.
    await tab.evaluate(() => document.querySelector<HTMLElement>('#next')?.click());
    await expectNoCard(tab);
    await expectPlaces(tab, ['place-7: fluoxetine']);
    expect(await tab.evaluate(() => document.querySelectorAll('note-card').length)).toBeLessThanOrEqual(1);
    await glanceAt(tab, 'fluoxetine');
  },
});
