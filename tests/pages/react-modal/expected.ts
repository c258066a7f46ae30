import { expect } from '../../e2e/fixtures.ts';
import { clickOn, expectPlaces, glanceAt, shownText } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'with a modal dialog that React puts elsewhere in the page',
  async check({ tab }) {
    await expectPlaces(tab, ['article: kratom']);
    for (let times = 1; times <= 2; times++) {
      await clickOn(tab, '#open');
      await expectPlaces(tab, ['article: kratom', 'modal: sertraline']);
      await glanceAt(tab, 'sertraline');
      await clickOn(tab, '#close');
      await expectPlaces(tab, ['article: kratom']);
      expect(await shownText(tab, '#clicks'), 'clicks in the dialog reach its owner').toBe(`Clicks: ${2 * times}`);
      await glanceAt(tab, 'kratom');
    }
  },
});
