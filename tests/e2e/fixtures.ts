/** What every browser test starts from: a browser with the built extension, a server, and a fresh tab. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type BrowserName, findBrowser } from '../../scripts/browsers.ts';
import { type BrowserDriver, launch, type PageDriver } from './driver.ts';
import { type PageServer, serve } from './server.ts';

export { expect };

export const root = join(import.meta.dirname, '..', '..');

export const builds: Record<BrowserName, string> = {
  chromium: join(root, '.output', 'chrome-mv3'),
  firefox: join(root, '.output', 'firefox-mv3'),
};

export interface EngineOptions {
  engine: BrowserName;
}

interface WorkerFixtures extends EngineOptions {
  /** One browser for all tests of a worker. */
  browserUnderTest: BrowserDriver;
  /** A second browser with no extension in it, started when first asked for. */
  bareBrowser: BrowserDriver;
  server: PageServer;
}

interface TestFixtures {
  tab: PageDriver;
  /** Writes the stored settings; the defaults are back after the test. */
  setSettings: (value: unknown) => Promise<void>;
}

/** Starts a browser with the production build in it. */
export async function launchBuilt(engine: BrowserName): Promise<BrowserDriver> {
  const extension = builds[engine];
  if (!existsSync(join(extension, 'manifest.json'))) throw new Error('The extension is not built: run npm run build first.');
  return launch(engine, { browser: await findBrowser(engine), extension, headless: true });
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  engine: ['chromium', { option: true, scope: 'worker' }],
  browserUnderTest: [
    async ({ engine }, use) => {
      const browser = await launchBuilt(engine);
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  bareBrowser: [
    async ({ engine }, use) => {
      const browser = await launch(engine, { browser: await findBrowser(engine), headless: true });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern
    async ({}, use) => {
      const server = await serve({ folders: { demo: join(root, 'scripts', 'demo'), pages: join(root, 'tests', 'pages') } });
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  tab: async ({ browserUnderTest }, use) => {
    const tab = await browserUnderTest.newPage();
    await use(tab);
    await tab.close();
  },
  setSettings: async ({ browserUnderTest }, use) => {
    await use((value) => browserUnderTest.setSettings(value));
    await browserUnderTest.setSettings(undefined);
  },
});
