import type { PageDriver } from '../../e2e/driver.ts';
import { expect } from '../../e2e/fixtures.ts';
import { hoverMark } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

/** Which names that can be seen now are not marked; the count of those that are comes first. */
const unmarkedInView = (): [marked: number, ...unmarked: string[]] => {
  const marks = [...(CSS.highlights.get('note-mention') ?? [])];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let marked = 0;
  const unmarked: string[] = [];
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
    for (const { 0: name, index } of node.data.matchAll(/kratom(?= \d+)/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + name.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      const at = document.elementFromPoint(x + width / 2, y + height / 2);
      if (!at || !node.parentElement?.contains(at)) continue;
      if (marks.some(({ startContainer, startOffset }) => startContainer === node && startOffset === index)) marked++;
      else unmarked.push(node.data);
    }
  return [marked, ...unmarked];
};

async function expectAllMarked(tab: PageDriver, where: string): Promise<void> {
  const look = async () => {
    const [marked, ...unmarked] = await tab.evaluate(unmarkedInView);
    return marked > 0 ? unmarked : ['nothing is marked'];
  };
  await expect.poll(look, `what is not marked ${where}`).toEqual([]);
}

export default pageFixture({
  what: 'with very many marks in boxes of all kinds',
  async check({ tab }) {
    await expectAllMarked(tab, 'at the start');
    const height = await tab.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBeGreaterThan(10_000);
    for (let top = 0; top < height; top += 700) {
      await tab.evaluate((to) => scrollTo({ top: to, behavior: 'instant' }), top);
      await expectAllMarked(tab, `${top} px down`);
    }
    // Once all is read, what is far away is not drawn.
    const drawn = () => tab.evaluate(() => CSS.highlights.get('note-mention')?.size ?? 0);
    await expect.poll(drawn).toBeLessThan(1_000);
    for (const selector of ['.scroller', '.rail'])
      for (const share of [0.5, 1]) {
        await tab.evaluate(
          (box, to) => {
            const element = document.querySelector(box) as HTMLElement;
            element.scrollIntoView({ block: 'center', behavior: 'instant' });
            element.scrollTo({ top: to * element.scrollHeight, left: to * element.scrollWidth, behavior: 'instant' });
          },
          selector,
          share,
        );
        await expectAllMarked(tab, `in ${selector}, gone ${share} of the way`);
      }
    // The page is laid out anew: other lines stand in view.
    await tab.evaluate(() => {
      document.body.style.fontSize = '30px';
      document.querySelector('.reversed')?.scrollIntoView({ behavior: 'instant' });
    });
    await expectAllMarked(tab, 'in large letters');
    // Much comes between two that stood close together.
    await tab.evaluate(() => {
      const opened = document.createElement('div');
      opened.style.height = '6000px';
      const paragraph = document.querySelectorAll('.turned p')[64];
      paragraph?.before(opened);
      paragraph?.previousElementSibling?.previousElementSibling?.scrollIntoView({ block: 'center', behavior: 'instant' });
    });
    await expectAllMarked(tab, 'on one side of what has come between');
    await tab.evaluate(() =>
      document.querySelectorAll('.turned p')[64]?.scrollIntoView({ block: 'center', behavior: 'instant' }),
    );
    await expectAllMarked(tab, 'on the other side');
    // What stood at the end is in view now.
    await tab.evaluate(() => {
      const table = document.querySelector('table');
      if (table) document.body.prepend(table);
      scrollTo({ top: 0, behavior: 'instant' });
    });
    await expectAllMarked(tab, 'where a table has been moved to');
    await tab.evaluate(() => document.querySelector('.columns')?.remove());
    await expectAllMarked(tab, 'with a part of the page gone');
    await hoverMark(tab, 'kratom');
  },
});
