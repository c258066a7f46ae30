import { expectMarks, hoverMark, moveAway } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'that freezes the prototypes of everything',
  marks: ['kratom', 'sertraline'],
  async check({ tab }) {
    await hoverMark(tab, 'kratom');
    await moveAway(tab);
    await tab.evaluate(() => document.body.append('And mirtazapine.'));
    await expectMarks(tab, ['kratom', 'sertraline', 'mirtazapine']);
    await hoverMark(tab, 'mirtazapine');
  },
});
