import { hoverMark } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'with 3,000 elements in one another',
  marks: [...Array.from({ length: 10 }, () => 'kratom'), 'fluoxetine', 'sertraline'],
  async check({ tab }) {
    await hoverMark(tab, 'sertraline');
  },
});
