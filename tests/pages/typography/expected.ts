import { expectNoCard, hoverMark, moveAway } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

const cards: Record<string, string> = {
  Kratom: 'kratom',
  sertraline: 'sertraline',
  Venlafaxine: 'venlafaxine',
  fluoxetine: 'fluoxetine',
  mirtazapine: 'mirtazapine',
  'bu\u00adpro\u00adpion': 'bupropion',
  'duloxe\u00adtine': 'duloxetine',
  paroxetine: 'paroxetine',
  trazodone: 'trazodone',
};

export default pageFixture({
  what: 'with large initials, capitals, hyphens and very long words',
  marks: Object.keys(cards),
  async check({ tab }) {
    for (const [text, name] of Object.entries(cards)) {
      await hoverMark(tab, text, name);
      await moveAway(tab);
      await expectNoCard(tab);
    }
  },
});
