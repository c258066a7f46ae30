import { defineConfig } from '@playwright/test';
import type { EngineOptions } from './tests/e2e/fixtures.ts';

export default defineConfig<object, EngineOptions>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // One browser each: no test takes times.
  workers: 2,
  retries: 0,
  // Both end what hangs; a slow machine is no fault of the page.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  projects: [
    { name: 'chromium', use: { engine: 'chromium' } },
    // Firefox draws no pages ahead.
    { name: 'firefox', use: { engine: 'firefox' }, testIgnore: 'prerender.spec.ts' },
  ],
});
