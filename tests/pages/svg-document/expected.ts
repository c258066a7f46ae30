import { expect } from '../../e2e/fixtures.ts';
import { watchCard } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

/** A picture has no text to read: it is left alone. */
export default pageFixture({
  what: 'that is an SVG picture',
  document: 'picture.svg',
  async check({ tab }) {
    await tab.move({ x: 250, y: 52 });
    expect(await watchCard(tab, 1_000)).toBe('closed');
    expect(await tab.highlightTexts('note-mention')).toEqual([]);
  },
});
