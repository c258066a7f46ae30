import { expect } from '../../e2e/fixtures.ts';
import { expectMarks, hoverMark, moveAway } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

/** Browsers show such a file as one `pre`, which elsewhere is code. */
export default pageFixture({
  what: 'that is a text file',
  document: 'letter.txt',
  marks: ['kratom', 'sertraline', 'venlafaxine'],
  async check({ tab, server }) {
    await hoverMark(tab, 'kratom');
    await moveAway(tab);
    const line = 'A line of a long file that names nothing at all.\n';
    const body = `${line.repeat(800)}Here is kratom.\n${line.repeat(800)}The end: sertraline.\n`;
    await tab.goto(server.add('/pages/plain-text/long.txt', { body, type: 'text/plain' }));
    await expectMarks(tab, ['kratom', 'sertraline']);
    await hoverMark(tab, 'sertraline');
    const data = JSON.stringify({ drug: 'kratom', also: 'sertraline' });
    await tab.goto(server.add('/pages/plain-text/data.js', { body: `const kratom = ${data};`, type: 'text/javascript' }));
    expect(await tab.highlightTexts('note-mention'), 'source text is code').toEqual([]);
  },
});
