import { expect } from '../../e2e/fixtures.ts';
import { expectNoCard, hoverMark, watchCard } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

/** The first in each section, outside links where there is one, at most three of an entry and twelve in all. */
const quiet = ['a1', 'a3', 'b2', 'b4', 'c1', 'c2', 'c3', 'd2', 'd3', 'd4', 'e1', 'e2'];
const all = 'a1 a2 a3 b1 b2 b3 b4 b5 c1 c2 c3 d1 d2 d3 d4 e1 e2 e3 f1 f2 g1 g2'.split(' ');

export default pageFixture({
  what: 'with more mentions than are marked',
  settings: {},
  async check({ tab, setSettings }) {
    const marked = () =>
      tab.evaluate(() =>
        [...(CSS.highlights.get('note-mention') ?? [])].map(({ startContainer }) => startContainer.parentElement?.id).sort(),
      );
    await expect.poll(marked).toEqual(quiet);
    const unmarked = await tab.evaluate(() => {
      const { x, y, width, height } = document.getElementById('a2')?.getBoundingClientRect() ?? new DOMRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await tab.move(unmarked);
    expect(await watchCard(tab, 800), 'what is not marked opens nothing').toBe('closed');
    await hoverMark(tab, 'mirtazapine');
    await setSettings({ density: 'all' });
    await expect.poll(marked).toEqual(all);
    await tab.move({ x: 2, y: 2 });
    await expectNoCard(tab);
    await tab.move(unmarked);
    await expect.poll(async () => (await tab.dialog())?.name).toMatch(/^kratom/i);
    await setSettings({});
    await expect.poll(marked).toEqual(quiet);
  },
});
