import { expectNoCard, hoverMark, moveAway } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'that is XHTML',
  document: 'index.xhtml',
  marks: ['kratom', 'sertraline', 'mirtazapine'],
  async check({ tab }) {
    await hoverMark(tab, 'kratom');
    await moveAway(tab);
    await expectNoCard(tab);
    await hoverMark(tab, 'sertraline');
  },
});
