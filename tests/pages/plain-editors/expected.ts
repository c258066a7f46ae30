import { expect } from '../../e2e/fixtures.ts';
import { clickOn, expectPlaces, glanceAt, shownText } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

const text = ' with kratom, sertraline';

export default pageFixture({
  what: 'with fields and editors of the browser',
  async check({ tab }) {
    await expectPlaces(tab, ['above: kratom']);
    for (const [field, before] of [
      ['line', 'on fluoxetine'],
      ['area', 'on fluoxetine'],
      ['box', 'on fluoxetine and bupropion now'],
      ['plain', 'on fluoxetine'],
    ]) {
      await clickOn(tab, `#${field}`);
      await tab.press('End');
      await tab.type(text);
      await expect
        .poll(async () => (await shownText(tab, '#echo')).replaceAll('\u00a0', ' '))
        .toBe(`You wrote: ${before}${text}`);
      // What the page itself writes down is text like any other.
      const echoed = `${before}${text}`.match(/kratom|\w+ine|bupropion/g) ?? [];
      await expectPlaces(tab, ['above: kratom', ...echoed.map((name) => `echo: ${name}`)]);
    }
    await glanceAt(tab, 'kratom');
  },
});
