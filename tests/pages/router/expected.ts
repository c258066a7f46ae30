import { clickOn, expectNoCard, expectPlaces, glanceAt, hoverMark } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

interface RouterWindow {
  go(page: number): void;
}

const subjects = ['sertraline', 'fluoxetine', 'venlafaxine', 'mirtazapine', 'bupropion'];
const placesOn = (page: number): string[] => {
  const place = `page-${page}: ${subjects[page % subjects.length]}`;
  return ['top: kratom', place, place];
};

export default pageFixture({
  what: 'that goes to 200 places without loading',
  async check({ tab }) {
    await expectPlaces(tab, placesOn(0));
    await hoverMark(tab, 'sertraline');
    // Leaving by a script: the card has nothing to stand by.
    await tab.evaluate(() => (window as unknown as RouterWindow).go(1));
    await expectNoCard(tab);
    await expectPlaces(tab, placesOn(1));
    await tab.evaluate(async () => {
      for (let page = 2; page <= 200; page++) {
        (window as unknown as RouterWindow).go(page);
        if (page % 3) await new Promise(requestAnimationFrame);
      }
    });
    await expectPlaces(tab, placesOn(200));
    await tab.evaluate(() => history.back());
    await expectPlaces(tab, placesOn(199));
    await clickOn(tab, '#next');
    await expectPlaces(tab, placesOn(200));
    await glanceAt(tab, 'sertraline');
  },
});
