import { expect } from '../../e2e/fixtures.ts';
import { clickOn, expectPlaces, hoverMark, shownText } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

const medicines = ['sertraline', 'fluoxetine', 'venlafaxine', 'mirtazapine', 'bupropion', 'kratom'];
const rows = (names: string[]) => names.map((name) => `row-${name}: ${name}`);

export default pageFixture({
  what: 'where a strict React app filters, turns and renames the rows of a list',
  mode: 'development',
  async check({ tab }) {
    await expectPlaces(tab, rows(medicines));
    await clickOn(tab, '#filter');
    await tab.type('ine');
    await expectPlaces(tab, rows(medicines.slice(0, 4)));
    await tab.type('x');
    await expectPlaces(tab, []);
    for (let times = 0; times < 4; times++) await tab.press('Backspace');
    await expectPlaces(tab, rows(medicines));
    await clickOn(tab, '#turn');
    await expect.poll(() => shownText(tab, 'ol')).toMatch(/^A row on kratom/);
    await expectPlaces(tab, rows(medicines));
    await clickOn(tab, '#rename');
    await expectPlaces(tab, rows(medicines.slice(0, -1)));
    expect(await shownText(tab, 'ol')).toMatch(/^A row on tea and its use\./);
    await hoverMark(tab, 'fluoxetine');
  },
});
