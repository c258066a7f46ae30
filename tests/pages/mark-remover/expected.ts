import { expect } from '../../e2e/fixtures.ts';
import { expectMarks, hoverMark } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

interface ClearingWindow {
  clearFor(ms: number): Promise<number>;
}

/** Marks that are cleared, emptied or replaced come back with the reader's next step, and no contest goes on meanwhile. */
export default pageFixture({
  what: 'that takes the marks away again and again',
  marks: ['kratom', 'sertraline'],
  async check({ tab }) {
    const ways: (() => void)[] = [() => CSS.highlights.clear(), () => void CSS.highlights.set('note-mention', new Highlight())];
    for (const [turn, way] of ways.entries()) {
      await tab.evaluate(way);
      await expect
        .poll(async () => {
          await tab.wheel({ x: 300, y: 300 }, turn % 2 ? -20 : 20);
          return (await tab.highlightTexts('note-mention')).sort();
        })
        .toEqual(['kratom', 'sertraline']);
    }
    const clears = await tab.evaluate(() => (window as unknown as ClearingWindow).clearFor(1_000));
    expect(clears).toBeLessThan(10);
    // One way only: two that undo each other may not scroll at all.
    await tab.wheel({ x: 300, y: 300 }, 40);
    await expectMarks(tab, ['kratom', 'sertraline']);
    await hoverMark(tab, 'kratom');
  },
});
