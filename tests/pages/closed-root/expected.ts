import { expectPlaces, glanceAt } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'with a closed shadow tree',
  async check({ tab }) {
    const outside = ['outside: kratom', 'slotted: fluoxetine'];
    await expectPlaces(tab, [...outside, 'inside: sertraline', 'plain: bupropion']);
    await tab.evaluate(() => (document.querySelector('secret-note') as HTMLElement & { press(): void }).press());
    await expectPlaces(tab, [...outside, 'inside: venlafaxine', 'plain: bupropion']);
    await glanceAt(tab, 'kratom');
    await glanceAt(tab, 'fluoxetine');
    await glanceAt(tab, 'venlafaxine');
    await glanceAt(tab, 'bupropion');
  },
});
