import { expect } from '../../e2e/fixtures.ts';
import { expectPlaces, glanceAt, shownText } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

const names = ['sertraline', 'fluoxetine', 'St John’s wort', 'venlafaxine', 'mirtazapine', 'SSRIs'];

export default pageFixture({
  what: 'that writes an answer piece by piece',
  async check({ tab }) {
    await expect.poll(() => shownText(tab, '#state')).toBe('Written');
    await expectPlaces(tab, ['question: kratom', ...names.map((name) => `answer: ${name}`)]);
    await glanceAt(tab, 'St John’s wort', 'St John.s wort');
    await glanceAt(tab, 'mirtazapine');
  },
});
