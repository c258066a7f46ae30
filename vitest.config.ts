import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { evenhandDataset } from './lib/dataset/vite-plugin.ts';

export default defineConfig({
  plugins: [evenhandDataset(fileURLToPath(new URL('./assets/dataset', import.meta.url)))],
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Ends a test that hangs; no test takes times, and some compile the whole dataset on whatever machine there is.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
