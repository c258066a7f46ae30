import { expect } from '../../e2e/fixtures.ts';
import { isCardOpen, namesInView } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'with twenty thousand mentions',
  async check({ tab }) {
    const count = () => tab.evaluate(() => CSS.highlights.get('note-mention')?.size ?? 0);
    const names = () => namesInView(tab, /kratom|sertraline/);
    const allAreMarked = async () => {
      const inView = await names();
      return inView.length > 0 && inView.every(({ marked }) => marked);
    };
    const goTo = (share: number) =>
      tab.evaluate((to) => scrollTo({ top: to * document.documentElement.scrollHeight, behavior: 'instant' }), share);
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
    await expect.poll(allAreMarked, { timeout: 20_000 }).toBe(true);
    await tab.move(await wordIn('main p', 'kratom'));
    await expect.poll(() => isCardOpen(tab), { timeout: 20_000 }).toBe(true);
    // The last is found last; by then only what is near the view is drawn.
    await goTo(1);
    await expect.poll(names, { timeout: 60_000 }).toContainEqual({ name: 'sertraline', marked: true });
    for (const share of [0.5, 0, 0.25, 1]) {
      await goTo(share);
      await expect.poll(allAreMarked, `all are marked at ${share} of the page`).toBe(true);
    }
    await expect.poll(count, 'marks that are drawn').toBeLessThan(3_000);
    await tab.move(await wordIn('main + p', 'sertraline'));
    await expect.poll(() => tab.highlightTexts('note-active')).toEqual(['sertraline']);
    // What the page draws anew is marked as it was.
    await tab.evaluate(() => document.querySelector('main')?.lastElementChild?.replaceChildren('Again of kratom.'));
    await expect.poll(allAreMarked).toBe(true);
    await tab.evaluate(() => document.querySelector('main')?.replaceChildren('Only kratom is left.'));
    await expect.poll(count, { timeout: 20_000 }).toBe(2);
  },
});
