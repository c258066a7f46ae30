import { expect } from '../../e2e/fixtures.ts';
import { marksInFrames } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

const framesWithMarks = (marks: string[][]) => marks.flatMap((texts, at) => (texts.length > 0 ? [at] : []));

export default pageFixture({
  what: 'with 50 frames, most of them tiny',
  marks: ['sertraline'],
  async check({ tab }) {
    const marked = async () => framesWithMarks(await marksInFrames(tab));
    await expect.poll(marked).toEqual([0, 10, 20, 30, 40]);
    await tab.evaluate(() => {
      const frame = document.querySelectorAll('iframe')[13];
      if (frame) Object.assign(frame, { width: '400', height: '90' });
    });
    await expect.poll(marked, 'one that grows is read').toEqual([0, 10, 13, 20, 30, 40]);
  },
});
