import { clickOn, expectPlaces, glanceAt } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

const rows = ['venlafaxine', 'mirtazapine'].flatMap((name) => [`row-${name}: ${name}`, `row-${name}: SSRIs`]);
const closed = ['title: kratom', ...rows];
const open = [...closed, 'own: bupropion', 'body: sertraline'];

export default pageFixture({
  what: 'of Lit elements within each other, with slots that come and go',
  async check({ tab }) {
    await expectPlaces(tab, closed);
    await clickOn(tab, '#more');
    await expectPlaces(tab, open);
    await clickOn(tab, '#turn');
    await expectPlaces(tab, open);
    await glanceAt(tab, 'sertraline');
    await glanceAt(tab, 'venlafaxine');
    for (let times = 0; times < 2; times++) await clickOn(tab, '#more');
    await expectPlaces(tab, open);
    await glanceAt(tab, 'bupropion');
  },
});
