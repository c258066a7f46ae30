import { expectMarks, hoverMark } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'that gives an element a slot for its text long after the text was there',
  marks: ['kratom'],
  async check({ tab }) {
    await tab.evaluate(() => document.getElementById('drawer')?.shadowRoot?.replaceChildren(document.createElement('slot')));
    await expectMarks(tab, ['kratom', 'fluoxetine']);
    await hoverMark(tab, 'fluoxetine');
  },
});
