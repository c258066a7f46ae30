import { expect } from '../../e2e/fixtures.ts';
import { hoverMark, openFully } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

interface FontWindow {
  asked(): string[];
}

/** A page's `@font-face` rules reach into every shadow tree of it: the card uses no font family that they can name. */
export default pageFixture({
  what: 'whose fonts would tell it what letters are drawn',
  marks: ['kratom'],
  async check({ tab }) {
    await openFully(tab, await hoverMark(tab, 'kratom'));
    expect(await tab.evaluate(() => (window as unknown as FontWindow).asked())).toEqual([]);
  },
});
