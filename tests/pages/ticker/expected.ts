import { expect } from '../../e2e/fixtures.ts';
import { expectNoCard, expectPlaces, glanceAt, hoverMark, moveAway, watchCard } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

interface TickerWindow {
  stopTicker(): void;
}

export default pageFixture({
  what: 'that draws a part of itself anew twenty times a second',
  async check({ tab }) {
    await hoverMark(tab, 'venlafaxine');
    expect(await watchCard(tab, 600), 'a card on a line that is drawn anew').toBe('open');
    await moveAway(tab);
    await expectNoCard(tab);
    await hoverMark(tab, 'kratom');
    expect(await watchCard(tab, 600), 'a card beside it').toBe('open');
    await tab.evaluate(() => (window as unknown as TickerWindow).stopTicker());
    await expectPlaces(tab, ['article: kratom', 'steady: venlafaxine', 'subject: fluoxetine']);
    await moveAway(tab);
    await expectNoCard(tab);
    await glanceAt(tab, 'fluoxetine');
  },
});
