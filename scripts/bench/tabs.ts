/** Tabs of a browser under test. */
import type { BrowserDriver, PageDriver } from '../../tests/e2e/driver.ts';

/** Until the browser has drawn a page and has nothing left to do for it. */
export const settled = (): Promise<void> =>
  new Promise((done) => {
    let frames = 20;
    const look = (): void => {
      if (frames-- > 0) requestAnimationFrame(look);
      else requestIdleCallback(() => done(), { timeout: 2000 });
    };
    look();
  });

/** Opens a page in a fresh tab, waits until it has settled, and closes it again. */
export async function inNewTab<T>(browser: BrowserDriver, address: string, use: (page: PageDriver) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  try {
    await page.goto(address);
    await page.evaluate(settled);
    return await use(page);
  } finally {
    await page.close();
  }
}
