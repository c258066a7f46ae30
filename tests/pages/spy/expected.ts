import { expect } from '../../e2e/fixtures.ts';
import { clickOn, expectNoCard, hoverMark, openCard, openFully } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

interface SpyWindow {
  look(x: number, y: number): { [about: string]: string | string[] };
  finds(words: string[]): string[];
}

/** Words of the card and of the reader's settings. */
const secret = /Texas|US-TX|withdrawal|poison|evidence|certainty/i;

/** To hear these before the page does would be dear, also on pages where nobody asks for them: see docs/adr/0017. */
const notGuarded = /^pointerrawupdate /;

export default pageFixture({
  what: 'that spies on the card',
  settings: { density: 'all', region: 'US-TX' },
  marks: ['kratom'],
  async check({ tab, browser }) {
    await clickOn(tab, '#field');
    const card = await openFully(tab, await hoverMark(tab, 'kratom'));
    expect(card.text).toMatch(/Texas/);
    const { x, y, width, height } = card.box;
    for (let step = 1; step < 20; step++) await tab.move({ x: x + width / 2, y: y + (height * step) / 20 });
    await tab.drag({ x: x + 60, y: y + height / 2 }, { x: x + width / 2, y: y + height / 2 + 40 });
    await tab.wheel({ x: x + width / 2, y: y + height / 2 }, 40);
    await tab.tap({ x: x + width / 2, y: y + height / 2 });
    await tab.swipe({ x: x + width / 2, y: y + height / 2 }, { x: x + width / 2, y: y + height / 2 - 60 });
    await tab.press('Tab');
    await tab.press('Shift+Tab');
    await tab.press('Control+a');
    await tab.press('Control+c');
    await tab.drag({ x: x + 60, y: y + height / 2 }, { x: x + width / 2, y: y - 40 });
    await tab.press('Escape');
    await expectNoCard(tab);
    await browser.command('next-mention');
    await expect.poll(() => tab.status()).toMatch(/^1 of 1: kratom/);
    await browser.command('explain');
    const { box } = await openFully(tab, await openCard(tab, 'kratom'));
    await tab.press('Tab');
    await tab.press('Enter');
    const middle = [box.x + box.width / 2, box.y + box.height / 2] as const;
    const seen = await tab.evaluate((...at) => (window as unknown as SpyWindow).look(...at), ...middle);
    const inside = (seen.inside as string[]).filter((how) => browser.name !== 'firefox' || !notGuarded.test(how));
    expect(inside).toEqual([]);
    expect(seen.attributes).toEqual(['popover=manual']);
    expect(seen.names).toEqual(['note-mention', 'note-active']);
    for (const about of ['selected', 'html', 'text'])
      expect(seen[about], about).not.toMatch(about === 'html' || about === 'text' ? /Texas|US-TX|withdrawal/ : secret);
    // There the browser's search finds them, and nothing we know of keeps it out.
    if (browser.name === 'firefox') return;
    const words = ['Texas', 'withdrawal', 'Safety'].filter((word) => card.text.includes(word));
    expect(words.length).toBeGreaterThan(0);
    expect(await tab.evaluate((wanted) => (window as unknown as SpyWindow).finds(wanted), words), 'found by search').toEqual([]);
  },
});
