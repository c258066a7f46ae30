import { join, resolve } from 'node:path';
import { build } from 'vite';
import { evenhandDataset } from '../../lib/dataset/vite-plugin.ts';

const root = join(import.meta.dirname, '..', '..');

/** Builds the gallery's page into a folder, from the parts and facts as they ship. */
export async function buildGallery(folder: string): Promise<void> {
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    // The page is opened from any folder of a server.
    base: './',
    plugins: [
      evenhandDataset(join(root, 'assets', 'dataset')),
      {
        name: 'no-page-behind',
        enforce: 'pre',
        resolveId: (id) => (/\/(?:ask|ask-page|open)\.ts$/.test(id) ? resolve(import.meta.dirname, 'no-page.ts') : undefined),
      },
    ],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: ['chrome128', 'firefox146'],
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
    },
  });
}
