import { expect } from '../../e2e/fixtures.ts';
import { expectPlaces, glanceAt, shownText } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

const subjects = ['kratom', 'sertraline', 'fluoxetine', 'venlafaxine', 'mirtazapine'];
const places = Array.from({ length: 40 }, (_, at) => `section-${at}: ${subjects[at % subjects.length]}`);

/** Until the page stands still: the last turn of the wheel goes on for a while. */
const standsStill = (): Promise<void> =>
  new Promise((done) => {
    let still = 0;
    let last = scrollY;
    const look = (): void => {
      still = scrollY === last ? still + 1 : 0;
      last = scrollY;
      if (still === 20) done();
      else requestAnimationFrame(look);
    };
    look();
  });

export default pageFixture({
  what: 'that grows while it is scrolled',
  async check({ tab, setSettings }) {
    await expect
      .poll(
        async () => {
          await tab.wheel({ x: 400, y: 400 }, 1_500);
          return shownText(tab, '#end');
        },
        { intervals: [50] },
      )
      .toBe('No more');
    await expectPlaces(
      tab,
      places.flatMap((place) => [place, place]),
    );
    await tab.evaluate(standsStill);
    await glanceAt(tab, 'venlafaxine');
    // Quiet: the first of a section, no more than twelve.
    await setSettings({ density: 'quiet' });
    await expectPlaces(tab, places.slice(0, 12));
  },
});
