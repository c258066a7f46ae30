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

/** Until the number of marks has stood still for two seconds; answers with it. */
export const marksSettled = async (): Promise<number> => {
  let size = -1;
  for (let still = 0; still < 20; ) {
    await new Promise((later) => setTimeout(later, 100));
    const now = CSS.highlights.get('note-mention')?.size ?? 0;
    still = now === size && now > 0 ? still + 1 : 0;
    size = now;
  }
  return size;
};

/** Until there are marks, or until there are none. */
export const marksAre = async (wanted: boolean): Promise<void> => {
  while ((CSS.highlights.get('note-mention')?.size ?? 0) > 0 !== wanted) await new Promise((later) => setTimeout(later, 20));
};

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
