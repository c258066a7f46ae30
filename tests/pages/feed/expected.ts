import { expect } from '../../e2e/fixtures.ts';
import { expectNoCard, expectPlaces, glanceAt, hoverMark, moveAway, shownText, watchCard } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

const subjects = ['kratom', 'sertraline', 'tea', 'fluoxetine', 'sleep'];
const places = Array.from({ length: 30 }, (_, at) => 150 + at).flatMap((line) => {
  const subject = subjects[line % subjects.length] ?? '';
  return /tea|sleep/.test(subject) ? [] : [`line-${line}: ${subject}`];
});

export default pageFixture({
  what: 'with a talk that goes on and on',
  async check({ tab }) {
    await hoverMark(tab, 'kratom');
    expect(await watchCard(tab, 500), 'a card beside a talk that goes on').toBe('open');
    await expect.poll(() => shownText(tab, '#line-179')).toBe('Reader 4: my question 179 is on sleep');
    await expectPlaces(tab, ['article: kratom', ...places]);
    await moveAway(tab);
    await expectNoCard(tab);
    await glanceAt(tab, 'sertraline');
  },
});
