import { expect } from '../../e2e/fixtures.ts';
import { clickOn, expectPlaces, glanceAt, middleOf, shownText, watchCard } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'with a field that suggests what to write',
  async check({ tab }) {
    await expectPlaces(tab, ['article: kratom']);
    await clickOn(tab, '#field');
    await tab.type('sertr');
    await expect.poll(() => shownText(tab, '#list')).toMatch(/^sertraline\s+sertraline and kratom$/);
    await tab.press('ArrowDown');
    await tab.press('ArrowDown');
    await tab.press('Enter');
    expect(await shownText(tab, '#chosen')).toBe('Chosen: sertraline and kratom.');
    // What can be chosen belongs to the field; what has been is text.
    await expectPlaces(tab, ['article: kratom', 'chosen: sertraline', 'chosen: kratom']);
    for (let times = 0; times < 21; times++) await tab.press('Backspace');
    await tab.type('ine');
    await expect.poll(() => shownText(tab, '#list')).toContain('venlafaxine');
    await expectPlaces(tab, ['article: kratom', 'chosen: sertraline', 'chosen: kratom']);
    await tab.move(await middleOf(tab, '#option-2'));
    expect(await watchCard(tab, 600), 'a card over what can be chosen').toBe('closed');
    await clickOn(tab, '#option-2');
    expect(await shownText(tab, '#chosen')).toBe('Chosen: fluoxetine.');
    await expectPlaces(tab, ['article: kratom', 'chosen: fluoxetine']);
    await glanceAt(tab, 'fluoxetine');
  },
});
