import { expect } from '../../e2e/fixtures.ts';
import { expectNoCard, hoverMark, moveAway } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'with an article on the full screen',
  marks: ['kratom', 'sertraline'],
  async check({ tab }) {
    const button = await tab.evaluate(() => {
      const { x, y } = document.querySelector('button')?.getBoundingClientRect() ?? new DOMRect();
      return { x: x + 5, y: y + 5 };
    });
    await tab.click(button);
    const full = () => tab.evaluate(() => document.fullscreenElement?.localName ?? '');
    await expect.poll(full).toBe('article');
    await moveAway(tab);
    await hoverMark(tab, 'sertraline');
    expect(await tab.evaluate(() => document.querySelector('article > note-card') !== null)).toBe(true);
    await tab.evaluate(() => document.exitFullscreen());
    await expect.poll(full).toBe('');
    await moveAway(tab);
    await expectNoCard(tab);
    await hoverMark(tab, 'kratom');
    expect(await tab.evaluate(() => document.querySelector('article note-card'))).toBeNull();
  },
});
