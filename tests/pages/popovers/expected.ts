import { expect } from '../../e2e/fixtures.ts';
import { expectMarks, expectNoCard, hoverMark, moveAway } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

/** An `auto` popover closes when another opens, and at a press outside: our card is neither to it. */
export default pageFixture({
  what: 'with a popover of its own',
  marks: ['kratom', 'venlafaxine'],
  async check({ tab }) {
    await tab.evaluate(() => document.getElementById('hint')?.showPopover());
    await expectMarks(tab, ['kratom', 'venlafaxine', 'sertraline']);
    const isOpen = () => tab.evaluate(() => document.getElementById('hint')?.matches(':popover-open'));
    await hoverMark(tab, 'sertraline');
    expect(await isOpen(), 'our card leaves it open').toBe(true);
    await tab.press('Escape');
    await expectNoCard(tab);
    expect(await isOpen(), 'Escape was for the card').toBe(true);
    await moveAway(tab);
    await expectNoCard(tab);
    await hoverMark(tab, 'kratom');
    expect(await isOpen()).toBe(true);
    await tab.evaluate(() => document.getElementById('hint')?.hidePopover());
    await moveAway(tab);
    await expectNoCard(tab);
    await hoverMark(tab, 'venlafaxine');
  },
});
