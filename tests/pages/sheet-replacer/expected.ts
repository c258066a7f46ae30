import { expect } from '../../e2e/fixtures.ts';
import { expectMarks } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

interface SheetWindow {
  replaceSheets(): void;
  ownSheets(): number;
  sheetsInside(): number;
  underlines(): string[];
}

export default pageFixture({
  what: 'that sets its style sheets anew',
  marks: ['kratom', 'sertraline'],
  async check({ tab, setSettings }) {
    const underlines = () => tab.evaluate(() => (window as unknown as SheetWindow).underlines());
    await expect.poll(underlines).toEqual(['underline', 'underline']);
    for (const turn of [1, 2]) {
      await tab.evaluate(() => (window as unknown as SheetWindow).replaceSheets());
      await expect
        .poll(async () => {
          await tab.wheel({ x: 300, y: 300 }, turn % 2 ? 20 : -20);
          return underlines();
        })
        .toEqual(['underline', 'underline']);
      expect(await tab.evaluate(() => (window as unknown as SheetWindow).ownSheets()), 'its own are left in place').toBe(2);
    }
    await setSettings({ enabled: false });
    await expectMarks(tab, []);
    expect(await tab.evaluate(() => (window as unknown as SheetWindow).sheetsInside()), 'nothing of ours stays').toBe(1);
  },
});
