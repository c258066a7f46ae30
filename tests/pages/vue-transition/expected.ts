import { expect } from '../../e2e/fixtures.ts';
import { clickOn, expectPlaces, hoverMark, shownText } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

const rows = (...names: string[]) => names.map((name) => `row-${name}: ${name}`);

export default pageFixture({
  what: 'where Vue lets rows glide in, out and past each other',
  async check({ tab }) {
    await expectPlaces(tab, rows('sertraline', 'fluoxetine', 'venlafaxine'));
    await clickOn(tab, '#add');
    await expectPlaces(tab, rows('mirtazapine', 'sertraline', 'fluoxetine', 'venlafaxine'));
    await clickOn(tab, '#turn');
    await clickOn(tab, '#remove');
    await expectPlaces(tab, rows('venlafaxine', 'sertraline', 'mirtazapine'));
    for (let times = 0; times < 3; times++) await clickOn(tab, '#turn');
    await expect.poll(() => shownText(tab, 'ul')).toMatch(/mirtazapine[\s\S]*sertraline[\s\S]*venlafaxine/);
    await expectPlaces(tab, rows('venlafaxine', 'sertraline', 'mirtazapine'));
    await expect.poll(() => tab.evaluate(() => document.getAnimations().length)).toBe(0);
    await hoverMark(tab, 'mirtazapine');
  },
});
