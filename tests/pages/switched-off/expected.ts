import { expect } from '../../e2e/fixtures.ts';
import { expectMarks, hoverMark, moveAway } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

interface PageState {
  html: string;
  [count: string]: number | string;
}

interface StateWindow {
  state(): PageState;
}

export default pageFixture({
  what: 'on which Evenhand is switched off and on again',
  marks: ['kratom', 'sertraline'],
  async check({ tab, browser, setSettings, address }) {
    const state = () => tab.evaluate(() => (window as unknown as StateWindow).state());
    await setSettings({ enabled: false });
    await tab.goto(address('index.html'));
    const untouched = await state();
    await setSettings({ density: 'all' });
    await expectMarks(tab, ['kratom', 'sertraline']);
    await hoverMark(tab, 'sertraline');
    expect((await state()).marks, browser.name).toBe(2);
    await setSettings({ density: 'all', offSites: ['127.0.0.1'] });
    await expect.poll(state).toEqual(untouched);
    await setSettings({ density: 'all' });
    await expectMarks(tab, ['kratom', 'sertraline']);
    await moveAway(tab);
    await hoverMark(tab, 'kratom');
  },
});
