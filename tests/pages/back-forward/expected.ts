import { expect } from '../../e2e/fixtures.ts';
import { expectMarks, hoverMark, moveAway, openFully } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

/** `no-store`, the server's habit, would keep the page out of the browser's page cache. */
export default pageFixture({
  what: 'that is left and come back to',
  headers: { 'cache-control': 'no-cache' },
  marks: ['kratom'],
  async check({ tab, browser, address, setSettings }) {
    await openFully(tab, await hoverMark(tab, 'kratom'));
    await tab.goto(address('second.html'));
    await expectMarks(tab, ['sertraline']);
    const goBack = () => tab.evaluate(() => void setTimeout(() => history.back()));
    await goBack();
    await expect.poll(() => tab.evaluate(() => document.title).catch(() => '')).toMatch(/kept|loaded/);
    // Chromium keeps no pages while it is driven.
    if (browser.name === 'firefox') expect(await tab.evaluate(() => document.title)).toBe('kept');
    await expectMarks(tab, ['kratom']);
    expect(await tab.dialog(), 'the card has not waited').toBeUndefined();
    await moveAway(tab);
    await hoverMark(tab, 'kratom');

    await tab.goto(address('second.html'));
    await expectMarks(tab, ['sertraline']);
    await setSettings({ enabled: false });
    await expectMarks(tab, []);
    await goBack();
    await expect.poll(() => tab.evaluate(() => document.title).catch(() => '')).toMatch(/kept|loaded/);
    await expectMarks(tab, []);
  },
});
