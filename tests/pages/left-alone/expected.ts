import { expect } from '../../e2e/fixtures.ts';
import { expectMarks, pointOfMark } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

const marks = ['sertraline', 'venlafaxine', 'mirtazapine', 'bupropion', 'paroxetine', 'citalopram', 'duloxetine'];

export default pageFixture({
  what: 'with menus, fields, code and editors',
  marks,
  async check({ tab }) {
    const editor = await tab.evaluate(() => {
      const { x, y } = document.querySelector('[contenteditable]')?.getBoundingClientRect() ?? new DOMRect();
      return { x: x + 5, y: y + 8 };
    });
    await tab.click(editor);
    await tab.type('sertraline');
    await expect.poll(() => tab.evaluate(() => document.querySelector('[contenteditable]')?.textContent)).toContain('sertraline');
    await tab.evaluate(() => document.querySelector('main')?.insertAdjacentHTML('beforeend', '<p>The last: trazodone.</p>'));
    await pointOfMark(tab, 'trazodone');
    await expectMarks(tab, [...marks, 'trazodone']);
  },
});
