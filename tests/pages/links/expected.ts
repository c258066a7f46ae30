import { expect } from '../../e2e/fixtures.ts';
import { expectNoCard, hoverMark, moveAway, pointOfMark } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'whose mentions are all in links',
  settings: {},
  marks: ['kratom', 'sertraline'],
  async check({ tab }) {
    await hoverMark(tab, 'sertraline');
    await tab.click(await pointOfMark(tab, 'sertraline'));
    await expect.poll(() => tab.evaluate(() => document.title), 'the click is for the link').toBe('followed');
    await moveAway(tab);
    await expectNoCard(tab);
    await hoverMark(tab, 'kratom');
    await tab.click(await pointOfMark(tab, 'kratom'));
    await expect.poll(() => tab.evaluate(() => document.title).catch(() => '')).toBe('Target');
  },
});
