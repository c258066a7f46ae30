import { expectNoCard, hoverMark, moveAway } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'with large initials, capitals, hyphens and very long words',
  marks: [
    'Kratom',
    'sertraline',
    'Venlafaxine',
    'fluoxetine',
    'mirtazapine',
    'bu\u00adpro\u00adpion',
    'duloxe\u00adtine',
    'paroxetine',
    'trazodone',
  ],
  async check({ tab }) {
    for (const [text, name] of [
      ['Kratom', 'kratom'],
      ['duloxe\u00adtine', 'duloxetine'],
      ['trazodone', 'trazodone'],
    ] as const) {
      await hoverMark(tab, text, name);
      await moveAway(tab);
      await expectNoCard(tab);
    }
  },
});
