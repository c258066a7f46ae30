import { expect } from '../../e2e/fixtures.ts';
import { expectMarks, expectNoCard, hoverMark, moveAway, openFully, pointOfMark, watchCard } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'that opens a modal dialog',
  marks: ['kratom'],
  async check({ tab }) {
    await hoverMark(tab, 'kratom');
    const behind = await pointOfMark(tab, 'kratom');
    await moveAway(tab);
    await expectNoCard(tab);
    const isOpen = () => tab.evaluate(() => document.querySelector('dialog')?.open);
    await tab.evaluate(() => document.querySelector('button')?.click());
    await expectMarks(tab, ['kratom', 'sertraline']);
    const card = await openFully(tab, await hoverMark(tab, 'sertraline'));
    expect(card.focused, 'the card can be used in the dialog').toBeDefined();
    await tab.press('Escape');
    await expectNoCard(tab);
    expect(await isOpen(), 'Escape was for the card').toBe(true);

    await tab.move(behind);
    expect(await watchCard(tab, 800), 'what is behind the dialog is out of reach').toBe('closed');
    await tab.press('Escape');
    await expect.poll(isOpen).toBe(false);
    // A pointer the page moved under has pointed at nothing.
    await moveAway(tab);
    await hoverMark(tab, 'kratom');
    expect(await tab.evaluate(() => document.querySelector('dialog note-card')), 'no card is left in it').toBeNull();
  },
});
