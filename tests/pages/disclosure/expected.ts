import { clickOn, expectPlaces, glanceAt } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'whose parts are unfolded one by one',
  async check({ tab }) {
    const places = ['article: kratom', 'one: fluoxetine', 'panel-1: mirtazapine'];
    const unfold = async (button: string, place: string): Promise<void> => {
      await clickOn(tab, button);
      places.push(place);
      await expectPlaces(tab, places);
    };
    await expectPlaces(tab, places);
    await unfold('#summary', 'details: sertraline');
    places.splice(places.indexOf('panel-1: mirtazapine'), 1);
    await unfold('#tab-2', 'panel-2: bupropion');
    await unfold('#reveal', 'found: St John’s wort');
    await unfold('#fold', 'section: SSRIs');
    await unfold('#summary-two', 'two: venlafaxine');
    await glanceAt(tab, 'sertraline');
    await glanceAt(tab, 'St John’s wort', 'St John.s wort');
    await glanceAt(tab, 'venlafaxine');
  },
});
