import { expectMarks, openCard, pointOfMark } from '../../e2e/reading.ts';
import { type FixtureVisit, pageFixture } from '../page-fixture.ts';

async function frameOf({ tab }: FixtureVisit, file: string) {
  const frame = await tab.frame(file);
  if (!frame) throw new Error(`there is no frame ${file}`);
  return frame;
}

export default pageFixture({
  what: 'with a frame in a frame',
  marks: ['sertraline'],
  async check(visit) {
    const { tab } = visit;
    const inner = await frameOf(visit, 'inner.html');
    await expectMarks(await frameOf(visit, 'middle.html'), ['venlafaxine']);
    await expectMarks(inner, ['kratom']);
    const point = await pointOfMark(inner, 'kratom');
    const corner = await inner.evaluate(() => {
      let [x, y] = [0, 0];
      for (let view: Window = window; view.frameElement; view = view.parent) {
        const box = view.frameElement.getBoundingClientRect();
        x += box.x + view.frameElement.clientLeft;
        y += box.y + view.frameElement.clientTop;
      }
      return { x, y };
    });
    await tab.move({ x: corner.x + point.x, y: corner.y + point.y });
    await openCard(tab, 'kratom');
  },
});
