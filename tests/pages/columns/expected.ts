import { expect } from '../../e2e/fixtures.ts';
import { expectNoCard, hoverMark, moveAway, openCard } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

const broken = 'St\u00a0John’s wort';

export default pageFixture({
  what: 'in columns, with a name broken across two',
  marks: [broken, 'kratom'],
  async check({ tab }) {
    const parts = await tab.evaluate(() => {
      const [mark] = CSS.highlights.get('note-mention') ?? [];
      if (!mark) return [];
      const range = document.createRange();
      range.setStart(mark.startContainer, mark.startOffset);
      range.setEnd(mark.endContainer, mark.endOffset);
      return [...range.getClientRects()].map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }));
    });
    const [first, last] = [parts[0], parts.at(-1)];
    if (!first || !last) throw new Error('the mark is not shown');
    expect(last.x, 'one part is in the next column').toBeGreaterThan(first.x + 100);
    expect(last.y, 'at its top').toBeLessThan(first.y);
    for (const part of [first, last]) {
      await tab.move(part);
      await openCard(tab, 'St John.s wort');
      await moveAway(tab);
      await expectNoCard(tab);
    }
    await tab.move({ x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 });
    await expectNoCard(tab);
    await hoverMark(tab, 'kratom');
  },
});
