import type { PageDriver } from '../../e2e/driver.ts';
import { expect } from '../../e2e/fixtures.ts';
import { clickOn, expectPlaces, hoverMark, watchCard } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

const even = ['title: kratom', 'bound: sertraline', 'row-venlafaxine: venlafaxine', 'row-mirtazapine: mirtazapine'];
const odd = ['title: kratom', 'bound: fluoxetine', 'row-bupropion: bupropion', 'row-venlafaxine: venlafaxine'];

/** How many marks there are in the next 40 frames. */
const markCounts = (tab: PageDriver): Promise<number[]> =>
  tab.evaluate(async () => {
    const counts = new Set<number>();
    for (let frame = 0; frame < 40; frame++) {
      counts.add(CSS.highlights.get('note-mention')?.size ?? 0);
      await new Promise(requestAnimationFrame);
    }
    return [...counts];
  });

export default pageFixture({
  what: 'that looks at all its bindings after every event and writes them anew',
  async check({ tab }) {
    await expectPlaces(tab, even);
    for (const places of [odd, even, odd]) {
      await clickOn(tab, '#next');
      await expectPlaces(tab, places);
    }
    expect(await markCounts(tab), 'marks, frame by frame').toEqual([odd.length]);
    await hoverMark(tab, 'fluoxetine');
    expect(await watchCard(tab, 600), 'a card on text that is written anew').toBe('open');
  },
});
