import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { evenhandDataset } from './lib/dataset/vite-plugin.ts';

/**
 * In Chromium highlights inherit, so a rule for the root is enough. One for every element has it keep 600 bytes of style for each
 * (docs/performance.md). In Firefox they don't.
 */
const marksOnRoot: Plugin = {
  name: 'evenhand-marks-on-root',
  enforce: 'pre',
  transform: (code, id) => (/\/marks\.css(\?|$)/.test(id) ? code.replaceAll('::highlight(', ':root::highlight(') : undefined),
};

/** The files of one declaration are compiled and run in one task, which is too long on a slow processor (docs/adr/0016). */
const oneForEachFile = <Declared extends { js?: string[] | undefined; css?: string[] | undefined }>({
  css,
  ...where
}: Declared) => (where.js ?? []).map((file, at) => ({ ...where, js: [file], ...(at === 0 && css && { css }) }));

export default defineConfig({
  srcDir: '.',
  // WXT would build version 2 for Firefox.
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  vite: ({ browser }) => ({
    plugins: [evenhandDataset(resolve(import.meta.dirname, 'assets/dataset')), ...(browser === 'firefox' ? [] : [marksOnRoot])],
    // Its polyfill would be the only `fetch` in the extension.
    // terser makes the content script a kilobyte smaller than the default does; in brackets the whole is parsed once and not twice. One
    // character beyond ASCII, and the browser keeps the source in two bytes a character.
    build: {
      modulePreload: { polyfill: false },
      target: ['chrome128', 'firefox146'],
      minify: 'terser',
      terserOptions: {
        ecma: 2020,
        compress: { passes: 2, ecma: 2020, unsafe_arrows: true },
        mangle: { toplevel: true },
        format: { wrap_iife: true, ascii_only: true },
      },
    },
    resolve: {
      alias: {
        // WXT's own context announces each start with an event that a page can listen for, and ends at a page's word.
        'wxt/utils/content-script-context': resolve(import.meta.dirname, 'entrypoints/content/wxt-context.ts'),
      },
    },
  }),
  hooks: {
    'build:manifestGenerated'(_, manifest) {
      manifest.content_scripts = manifest.content_scripts?.flatMap(oneForEachFile);
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    short_name: 'Evenhand',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    // activeTab: the popup learns the address of the page it was opened on, and of no other.
    permissions: ['storage', 'activeTab'],
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+L' } },
      'next-mention': { suggested_key: { default: 'Alt+Shift+N' }, description: '__MSG_commandNext__' },
      'previous-mention': { suggested_key: { default: 'Alt+Shift+P' }, description: '__MSG_commandPrevious__' },
      explain: { suggested_key: { default: 'Alt+Shift+E' }, description: '__MSG_commandExplain__' },
      // Chrome suggests keys for four commands at most; in Firefox the sidebar has a command of its own.
      ...(browser === 'firefox'
        ? { _execute_sidebar_action: { suggested_key: { default: 'Alt+Shift+K' } } }
        : { 'open-library': { description: '__MSG_commandLibrary__' } }),
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'evenhand@example.org',
              // Underlines in highlights.
              strict_min_version: '146.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '146.0' },
          },
        }
      : { minimum_chrome_version: '128' }),
  }),
});
