import { expectNoCard, hoverMark, moveAway } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

const names = [
  'kratom',
  'sertraline',
  'venlafaxine',
  'mirtazapine',
  'fluoxetine',
  'bupropion',
  'paroxetine',
  'citalopram',
  'duloxetine',
  'trazodone',
];

export default pageFixture({
  what: 'with text that is zoomed, turned, scaled and mirrored',
  marks: names,
  async check({ tab }) {
    for (const name of ['mirtazapine', 'bupropion', 'citalopram']) {
      await hoverMark(tab, name);
      await moveAway(tab);
      await expectNoCard(tab);
    }
  },
});
