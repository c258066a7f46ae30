import { expect } from '../../e2e/fixtures.ts';
import { expectMarks, expectNoCard, hoverMark, moveAway } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

/** `document.open` keeps the document and takes every listener off it, ours too. */
export default pageFixture({
  what: 'that writes itself anew after it has loaded',
  marks: ['kratom', 'venlafaxine'],
  async check({ tab }) {
    await hoverMark(tab, 'kratom');
    for (const name of ['sertraline', 'mirtazapine']) {
      await tab.evaluate((subject) => {
        document.open();
        document.write(`<!doctype html><title>After</title><p>The new text names ${subject}.</p>`);
        document.close();
      }, name);
      await expectMarks(tab, [name]);
      await expectNoCard(tab);
      await hoverMark(tab, name);
      expect(await tab.evaluate(() => document.querySelectorAll('note-card').length)).toBe(1);
      await moveAway(tab);
      await expectNoCard(tab);
    }
    await tab.evaluate(() => {
      const root = document.createElement('html');
      root.innerHTML = '<body><p>Another root names fluoxetine.</p></body>';
      document.documentElement.replaceWith(root);
    });
    await expectMarks(tab, ['fluoxetine']);
    await hoverMark(tab, 'fluoxetine');
  },
});
