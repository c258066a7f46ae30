import type { PageDriver } from '../../e2e/driver.ts';
import { expect } from '../../e2e/fixtures.ts';
import { hoverMark, namesInView } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

async function expectAllMarked(tab: PageDriver, where: string): Promise<void> {
  const look = async () => {
    const names = await namesInView(tab, /kratom(?= \d+)/);
    return names.some(({ marked }) => marked) ? names.filter(({ marked }) => !marked) : 'nothing is marked';
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
    for (const selector of ['.scroller', '.low', '.rail'])
      for (const share of [0.3, 0.5, 1]) {
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
