/** What is expected of a page with an editor in the middle of an article. */
import { expect } from '../e2e/fixtures.ts';
import { clickOn, expectPlaces, glanceAt, shownText } from '../e2e/reading.ts';
import { type PageFixture, pageFixture } from './page-fixture.ts';

const article = ['above: kratom', 'below: sertraline'];
const start = 'Already on fluoxetine.';

/** The editor is `#editor`, undoes one letter for each Control+z, and counts in `#changes` what it was told of. */
export const edited = (editor: string): PageFixture =>
  pageFixture({
    what: `whose reader writes in ${editor}`,
    async check({ tab }) {
      const written = async () => (await shownText(tab, '#editor')).trim();
      await expectPlaces(tab, article);
      expect(await written()).toBe(start);
      await clickOn(tab, '#editor [contenteditable]');
      await tab.press('Control+End');
      let text = start;
      for (const letter of ' And kratom with sertraline') {
        await tab.type(letter);
        text += letter;
        await expect.poll(written).toBe(text.trim());
      }
      expect(await shownText(tab, '#changes')).toBe('Changes: 27');
      await expectPlaces(tab, article);
      for (let times = 0; times < 5; times++) await tab.press('Control+z');
      await expect.poll(written).toBe(`${start} And kratom with sertr`);
      await tab.type('aline!');
      await expect.poll(written).toBe(`${start} And kratom with sertraline!`);
      await expectPlaces(tab, article);
      await glanceAt(tab, 'sertraline');
      await tab.press('Backspace');
      await expect.poll(written).toBe(`${start} And kratom with sertraline`);
    },
  });
