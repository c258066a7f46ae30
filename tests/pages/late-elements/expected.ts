import { clickOn, expectPlaces, glanceAt } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

const early = ['article: kratom', 'declared: fluoxetine', 'light: SSRIs', 'upgraded: sertraline'];
const late = ['upgraded: venlafaxine', 'again: venlafaxine'];

export default pageFixture({
  what: 'whose elements get their shadow trees late',
  async check({ tab }) {
    await expectPlaces(tab, early);
    await clickOn(tab, '#define');
    await expectPlaces(tab, [...early, ...late]);
    await glanceAt(tab, 'fluoxetine');
    await glanceAt(tab, 'venlafaxine');
    await clickOn(tab, '#attach');
    await expectPlaces(tab, [...early, ...late, 'plain: mirtazapine']);
  },
});
