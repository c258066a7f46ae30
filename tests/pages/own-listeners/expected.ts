import { expect } from '../../e2e/fixtures.ts';
import { clickOn, expectNoCard, hoverMark, moveAway, openFully } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

export default pageFixture({
  what: 'that listens to its own field and menu while the reader goes from them to a card and back',
  marks: ['kratom'],
  async check({ tab }) {
    const heard = () => tab.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
    await clickOn(tab, '#field');
    await tab.type('s');
    const card = await hoverMark(tab, 'kratom');
    expect(await heard()).toEqual(['focus field: nothing', 'mouseenter menu: input']);
    await openFully(tab, card);
    const left: string[] = [];
    await expect
      .poll(async () => left.push(...(await heard())) && left.toSorted())
      .toEqual(['blur field: note-card', 'change field: nothing', 'focusout field: note-card', 'mouseleave menu: note-card']);
    await tab.press('Escape');
    await expectNoCard(tab);
    const back: string[] = [];
    await expect.poll(async () => back.push(...(await heard())) && back.filter((one) => one.startsWith('focus'))).toHaveLength(1);
    await tab.type('t');
    expect(await tab.evaluate(() => document.querySelector('input')?.value)).toBe('fieldst');
    await moveAway(tab);
  },
});
