import { expectPlaces, glanceAt } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'with a closed shadow tree',
  async check({ tab, browser }) {
    // Only Firefox gives extensions a way in.
    const inside = (name: string) => (browser.name === 'firefox' ? [`inside: ${name}`] : []);
    const outside = ['outside: kratom', 'slotted: fluoxetine'];
    await expectPlaces(tab, [...outside, ...inside('sertraline')]);
    await tab.evaluate(() => (document.querySelector('secret-note') as HTMLElement & { press(): void }).press());
    await expectPlaces(tab, [...outside, ...inside('venlafaxine')]);
    await glanceAt(tab, 'kratom');
    await glanceAt(tab, 'fluoxetine');
  },
});
