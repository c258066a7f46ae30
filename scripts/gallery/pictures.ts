import type { PageDriver } from '../../tests/e2e/driver.ts';

/** Browsers draw no picture taller than this. */
const tallest = 8000;

/** One picture for each group of the gallery; answers with their files. */
export async function pictureGroups(
  page: PageDriver,
  address: string,
  fileOf: (group: string) => string,
  { width = 1640, query = '' } = {},
): Promise<string[]> {
  await page.setViewport(width, 900);
  await page.goto(address);
  const groups = await page.evaluate(() =>
    [...document.querySelectorAll('section')].map((one) => one.getAttribute('aria-label') ?? ''),
  );
  const files: string[] = [];
  for (const group of groups) {
    await page.setViewport(width, 900);
    await page.goto(`${address}?only=${group}${query}`);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewport(width, Math.min(height, tallest));
    const file = fileOf(group);
    await page.screenshot(file);
    files.push(file);
  }
  return files;
}
