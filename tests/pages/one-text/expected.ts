import { expect } from '../../e2e/fixtures.ts';
import { isCardOpen, pointOfMark } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'with two million characters in one text node',
  slow: true,
  async check({ tab }) {
    expect(await tab.evaluate(() => document.querySelector('p')?.firstChild?.nodeValue?.length)).toBeGreaterThan(2_000_000);
    const marked = async () => (await tab.highlightTexts('note-mention')).sort();
    const wanted = [...Array.from({ length: 10 }, () => 'kratom'), 'sertraline'];
    await expect.poll(marked, { timeout: 80_000 }).toEqual(wanted);
    await tab.move(await pointOfMark(tab, 'kratom'));
    await expect.poll(() => isCardOpen(tab), { timeout: 30_000 }).toBe(true);
    await tab.evaluate(() => {
      const text = document.querySelector('p')?.firstChild as Text;
      text.appendData(' Added: venlafaxine.');
      text.deleteData(0, 100);
    });
    await expect.poll(marked, { timeout: 80_000 }).toEqual([...wanted.slice(1), 'venlafaxine']);
  },
});
