import { expect } from '../../e2e/fixtures.ts';
import { hoverMark } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

/** A mark is seen as well as the text it stands under: it has the same colour. */
export default pageFixture({
  what: 'that is dark, with pictures behind its text',
  marks: ['kratom', 'sertraline', 'venlafaxine'],
  async check({ tab }) {
    const looks = () =>
      tab.evaluate(() =>
        [...document.querySelectorAll('p')].map((text) => {
          const mark = getComputedStyle(text, '::highlight(note-mention)');
          const { color } = getComputedStyle(text);
          return {
            id: text.id,
            underlined: mark.textDecorationLine === 'underline',
            sameColor: mark.textDecorationColor === color,
            ground: mark.backgroundColor,
          };
        }),
      );
    const ground = 'rgba(0, 0, 0, 0)';
    const wanted = ['plain', 'image', 'pale'].map((id) => ({ id, underlined: true, sameColor: true, ground }));
    expect(await looks()).toEqual(wanted);
    await tab.emulate('forced-colors');
    await expect.poll(() => tab.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    expect(await looks(), 'in forced colours').toEqual(wanted);
    await tab.emulate('screen');
    await hoverMark(tab, 'sertraline');
  },
});
