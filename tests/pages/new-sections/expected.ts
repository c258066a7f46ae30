import { expectPlaces } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

/** A reader who has asked for few marks gets one in each section: also in those that a page makes of what was there. */
export default pageFixture({
  what: 'that puts headings and sections between what it has said',
  settings: {},
  async check({ tab }) {
    await expectPlaces(tab, ['a: kratom']);
    await tab.evaluate(() =>
      document.getElementById('b')?.before(Object.assign(document.createElement('h2'), { textContent: 'Second' })),
    );
    await expectPlaces(tab, ['a: kratom', 'b: kratom']);
    await tab.evaluate(() => document.getElementById('c')?.before(document.createElement('div')));
    await tab.evaluate(() => document.querySelector('div')?.append(document.createElement('section')));
    await expectPlaces(tab, ['a: kratom', 'b: kratom', 'c: kratom']);
    await tab.evaluate(() => document.querySelector('h2')?.remove());
    await expectPlaces(tab, ['a: kratom', 'c: kratom']);
  },
});
