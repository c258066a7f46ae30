import { expectNoCard, hoverMark, moveAway } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'written from top to bottom',
  marks: ['kratom', 'クラトム', 'sertraline'],
  async check({ tab }) {
    await hoverMark(tab, 'kratom');
    await moveAway(tab);
    await expectNoCard(tab);
    await hoverMark(tab, 'クラトム', 'kratom');
    await moveAway(tab);
    await expectNoCard(tab);
    await hoverMark(tab, 'sertraline');
  },
});
