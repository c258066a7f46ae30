import { expectNoCard, openCard } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

/** Nothing can be asked of such a page by script: its words stand at known places. */
export default pageFixture({
  what: 'that breaks what scripts are made of',
  async check({ tab }) {
    await tab.move({ x: 130, y: 120 });
    await openCard(tab, 'kratom');
    await tab.move({ x: 2, y: 2 });
    await expectNoCard(tab);
    await tab.move({ x: 130, y: 320 });
    await openCard(tab, 'sertraline');
    await tab.press('Escape');
    await expectNoCard(tab);
  },
});
