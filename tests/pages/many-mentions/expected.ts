import { expect } from '../../e2e/fixtures.ts';
import { isCardOpen } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'with twenty thousand mentions',
  async check({ tab }) {
    const count = () => tab.evaluate(() => CSS.highlights.get('note-mention')?.size ?? 0);
    await expect.poll(count, { timeout: 50_000 }).toBe(20_001);
    const wordIn = (selector: string, word: string) =>
      tab.evaluate(
        (paragraph, name) => {
          const text = document.querySelector(paragraph)?.firstChild as Text;
          text.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
          const range = document.createRange();
          range.setStart(text, text.data.indexOf(name));
          range.setEnd(text, text.data.indexOf(name) + name.length);
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        },
        selector,
        word,
      );
    await tab.move(await wordIn('main p', 'kratom'));
    await expect.poll(() => isCardOpen(tab)).toBe(true);
    await tab.move(await wordIn('main + p', 'sertraline'));
    await expect.poll(() => tab.highlightTexts('note-active')).toEqual(['sertraline']);
    await tab.evaluate(() => document.querySelector('main')?.replaceChildren('Only kratom is left.'));
    await expect.poll(count, { timeout: 20_000 }).toBe(2);
  },
});
