import { expect } from '../../e2e/fixtures.ts';
import { hoverMark, middleOf, openCard, openFully } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'whose slider is drawn along under a pinned card and let go there',
  marks: ['sertraline'],
  async check({ tab }) {
    const card = await openFully(tab, await hoverMark(tab, 'sertraline'));
    await card.buttons.find(({ name }) => name === 'Pin')?.click();
    const { box } = await openCard(tab, 'sertraline');
    const thumb = await middleOf(tab, '#thumb');
    const end = { x: Math.round(box.x + box.width / 2), y: thumb.y };
    expect(await tab.evaluate((...at) => document.elementFromPoint(...at)?.localName, end.x, end.y)).toBe('note-card');
    await tab.drag(thumb, end);
    expect(await tab.evaluate(() => (window as unknown as { slides: number[] }).slides)).toEqual([end.x - 60]);
    // Let go of, it is the card that is pressed there.
    const pinned = await openCard(tab, 'sertraline');
    await pinned.buttons.find(({ name }) => name === 'Close')?.click();
    await expect.poll(() => tab.dialog()).toBeUndefined();
  },
});
