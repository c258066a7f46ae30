/**
 * `npm run gallery -- [chromium|firefox] [--headless]`: every state of every part on one page, in light and dark. Where there is no
 * screen, pictures of each group are left in `.output/gallery/pictures/`.
 */
import { join, relative } from 'node:path';
import { launch, type PageDriver } from '../tests/e2e/driver.ts';
import { serve } from '../tests/e2e/server.ts';
import { type BrowserName, findBrowser, PlainError } from './browsers.ts';
import { buildGallery } from './gallery/build.ts';
import { pictureGroups } from './gallery/pictures.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, '.output', 'gallery');

interface Wish {
  browser: BrowserName;
  headless: boolean;
}

function readWish(args: readonly string[]): Wish {
  const wish: Wish = {
    browser: 'chromium',
    headless: process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY,
  };
  for (const arg of args) {
    if (arg === 'chromium' || arg === 'firefox') wish.browser = arg;
    else if (arg === '--headless') wish.headless = true;
    else throw new PlainError(`"${arg}" is not understood. Use: npm run gallery -- [chromium|firefox] [--headless]`);
  }
  return wish;
}

async function show({ browser, headless }: Wish): Promise<void> {
  const found = await findBrowser(browser);
  console.log('Building the gallery …');
  const site = join(folder, 'site');
  await buildGallery(site);
  const server = await serve({ folders: { gallery: site }, port: 4174 });
  const driver = await launch(browser, { browser: found, headless });
  try {
    const page: PageDriver = await driver.newPage();
    const address = server.url('/gallery/index.html');
    if (headless) {
      const pictures = join(folder, 'pictures');
      for (const file of await pictureGroups(page, address, (group) => join(pictures, `${browser}-${group}.png`)))
        console.log(relative(root, file));
      return;
    }
    await page.goto(address);
    console.log(`${address}\nClose the browser, or press Ctrl+C here, to end.`);
    process.once('SIGINT', () => driver.close());
    await driver.closed();
  } finally {
    await driver.close();
    await server.close();
  }
}

try {
  await show(readWish(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof PlainError ? error.message : error);
  process.exitCode = 1;
}
