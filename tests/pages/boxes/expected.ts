import { hoverMark } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'whose boxes keep words apart without a space',
  marks: [
    'kratom',
    'sertraline',
    'venlafaxine',
    'mirtazapine',
    'bupropion',
    'paroxetine',
    'citalopram',
    'duloxetine',
    'trazodone',
  ],
  async check({ tab }) {
    await hoverMark(tab, 'bupropion');
  },
});
