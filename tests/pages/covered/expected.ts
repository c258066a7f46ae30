import { expect } from '../../e2e/fixtures.ts';
import { openCard, pointOfMark, watchCard } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'with a header, a menu and a veil over its text',
  marks: ['kratom', 'sertraline', 'venlafaxine', 'mirtazapine'],
  async check({ tab }) {
    /** Done once the page has been told of it: a pointer at rest opens nothing on a page that scrolls. */
    const scrollTop = (top: number) =>
      tab.evaluate(async (px) => {
        scrollTo({ top: px, behavior: 'instant' });
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      }, top);
    const inView = (name: string) =>
      pointOfMark(tab, name).then(async ({ x }) => {
        await scrollTop(0);
        return { x, y: (await pointAt(name)).y };
      });
    const pointAt = (name: string) =>
      tab.evaluate((wanted) => {
        for (const mark of CSS.highlights.get('note-mention') ?? []) {
          const range = document.createRange();
          range.setStart(mark.startContainer, mark.startOffset);
          range.setEnd(mark.endContainer, mark.endOffset);
          const { y, height } = range.getBoundingClientRect();
          if (range.toString() === wanted) return { y: y + height / 2 };
        }
        return { y: 0 };
      }, name);
    for (const name of ['sertraline', 'venlafaxine']) {
      await tab.move(await inView(name));
      expect(await watchCard(tab, 800), name).toBe('closed');
    }
    const kratom = await inView('kratom');
    await scrollTop(70);
    await tab.move({ x: kratom.x, y: kratom.y - 70 });
    expect(await watchCard(tab, 800), 'under the header').toBe('closed');
    await tab.move(await inView('mirtazapine'));
    await openCard(tab, 'mirtazapine');
  },
});
