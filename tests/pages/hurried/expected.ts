import { expect } from '../../e2e/fixtures.ts';
import { glanceAt } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

interface HurriedWindow {
  go(place: number): void;
}

/** Four names in each of a hundred parts. */
const namesInPlace = 400;

export default pageFixture({
  what: 'that goes from long text to long text before it can be read',
  async check({ tab }) {
    const marks = () =>
      tab.evaluate(() => {
        const marked = [...(CSS.highlights.get('note-mention') ?? [])];
        return { all: marked.length, gone: marked.filter(({ startContainer }) => !startContainer.isConnected).length };
      });
    await expect.poll(marks).toEqual({ all: namesInPlace, gone: 0 });
    for (const last of [60, 120, 180]) {
      await tab.evaluate(async (to) => {
        for (let place = to - 59; place <= to; place++) {
          (window as unknown as HurriedWindow).go(place);
          for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
        }
      }, last);
      await expect.poll(marks).toEqual({ all: namesInPlace, gone: 0 });
    }
    await glanceAt(tab, 'sertraline');
  },
});
