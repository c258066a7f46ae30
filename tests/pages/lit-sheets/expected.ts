import type { PageDriver } from '../../e2e/driver.ts';
import { expect } from '../../e2e/fixtures.ts';
import { clickOn, expectPlaces, glanceAt } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

/** How the mark in the note is drawn, and the colour of its text. */
const looks = (tab: PageDriver) =>
  tab.evaluate(() => {
    const text = document.querySelector('page-note')?.shadowRoot?.querySelector('p');
    if (!text) return '';
    return `${getComputedStyle(text, '::highlight(note-mention)').textDecorationStyle} on ${getComputedStyle(text).color}`;
  });

export default pageFixture({
  what: 'whose element sets its list of style sheets anew',
  async check({ tab }) {
    await expectPlaces(tab, ['text: kratom']);
    await expect.poll(() => looks(tab)).toBe('dotted on rgb(17, 34, 51)');
    for (const color of ['rgb(238, 238, 238)', 'rgb(17, 34, 51)', 'rgb(238, 238, 238)']) {
      await clickOn(tab, '#theme');
      await expect.poll(() => looks(tab)).toBe(`dotted on ${color}`);
    }
    const sheets = await tab.evaluate(() => document.querySelector('page-note')?.shadowRoot?.adoptedStyleSheets.length);
    expect(sheets, 'no more than one sheet beside its own').toBeLessThanOrEqual(2);
    await expectPlaces(tab, ['text: kratom']);
    await glanceAt(tab, 'kratom');
  },
});
