import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, root } from '../../e2e/fixtures.ts';
import { hoverMark } from '../../e2e/reading.ts';
import { type FixtureVisit, pageFixture } from '../page-fixture.ts';

/**
 * How many pixels under each paragraph's mark have the colour of its text, and how many are not the page's ground; the names have no
 * letters that reach below the line.
 */
async function inkUnderMarks({ tab, browser, server }: FixtureVisit): Promise<{ asText: number; other: number }[]> {
  const path = join(root, 'test-results', `dark-${browser.name}.png`);
  await tab.screenshot(path);
  const picture = server.add(`/pages/dark/${Date.now()}.png`, { body: await readFile(path), type: 'image/png' });
  return tab.evaluate(async (address) => {
    const image = await createImageBitmap(await (await fetch(address)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas?.drawImage(image, 0, 0);
    return [...(CSS.highlights.get('note-mention') ?? [])].map((mark) => {
      const range = document.createRange();
      range.setStart(mark.startContainer, mark.startOffset);
      range.setEnd(mark.endContainer, mark.endOffset);
      const { x, bottom, width } = range.getBoundingClientRect();
      const color =
        getComputedStyle(mark.startContainer.parentElement ?? document.body)
          .color.match(/\d+/g)
          ?.map(Number) ?? [];
      const { data } = canvas?.getImageData(x, bottom - 4, width, 8) ?? { data: [] };
      const ground = canvas?.getImageData(1, 1, 1, 1).data ?? [];
      const is = (at: number, wanted: ArrayLike<number>) =>
        [0, 1, 2].every((part) => Math.abs((data[at + part] ?? 0) - (wanted[part] ?? 0)) < 40);
      const count = { asText: 0, other: 0 };
      for (let at = 0; at < data.length; at += 4) {
        if (is(at, color)) count.asText++;
        if (!is(at, ground)) count.other++;
      }
      return count;
    });
  }, picture);
}

/** A mark is seen as well as the text it stands under: it has the same colour. */
export default pageFixture({
  what: 'that is dark, with pictures behind its text',
  marks: ['kratom', 'sertraline', 'venlafaxine'],
  async check(visit) {
    const { tab } = visit;
    const seen = [true, true, true];
    await expect.poll(async () => (await inkUnderMarks(visit)).map(({ asText }) => asText > 20)).toEqual(seen);
    await tab.emulate('forced-colors');
    await expect.poll(() => tab.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    // Chromium draws every highlight in the reader's colours for selected text there.
    await expect.poll(async () => (await inkUnderMarks(visit)).map(({ other }) => other > 20)).toEqual(seen);
    await tab.emulate('screen');
    await hoverMark(tab, 'sertraline');
  },
});
