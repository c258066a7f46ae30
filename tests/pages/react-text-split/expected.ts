import { clickOn, expectPlaces, glanceAt } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

const turns = [
  ['one: sertraline', 'two: kratom'],
  [],
  ['one: fluoxetine', 'two: kratom'],
  ['one: mirtazapine', 'two: kratom'],
  ['one: St John’s wort', 'two: SSRIs'],
];

export default pageFixture({
  what: 'where React keeps the halves of words in text nodes of their own',
  async check({ tab }) {
    for (const places of [...turns, ...turns.slice(0, 1)]) {
      await expectPlaces(tab, places);
      await clickOn(tab, '#next');
    }
    for (let times = 0; times < 4; times++) await clickOn(tab, '#next');
    await expectPlaces(tab, turns[0] ?? []);
    await glanceAt(tab, 'sertraline');
    await glanceAt(tab, 'kratom');
  },
});
