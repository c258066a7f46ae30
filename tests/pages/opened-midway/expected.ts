import { expect } from '../../e2e/fixtures.ts';
import { pageFixture } from '../page-fixture.ts';

interface WatchingWindow {
  firstMarks: Promise<string[]>;
}

/** A reader who follows a link into the middle of a long page need not wait until all before it has been read. */
export default pageFixture({
  what: 'that is opened at its end, far down',
  async check({ tab }) {
    const first = await tab.evaluate(() => (window as unknown as WatchingWindow).firstMarks);
    expect(first).toEqual(['sertraline']);
    await expect.poll(async () => (await tab.highlightTexts('note-mention')).length, { timeout: 40_000 }).toBe(501);
  },
});
