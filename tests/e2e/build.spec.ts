/** What ships: the files of the build, as a store reviewer would read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builds, expect, test } from './fixtures.ts';

/** 40 KB of them for the names in all languages and the matcher (docs/adr/0002). */
const contentBudgetBytes = 90 * 1024;

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:js|css|html|json)$/.test(file));

test('the scripts in a page and their style weigh at most 90 KiB, compressed', ({ engine }) => {
  const folder = join(builds[engine], 'content-scripts');
  const bytes = readdirSync(folder).map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length);
  expect(bytes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(contentBudgetBytes);
});

test('each script in a page is declared by itself, to be compiled in a task of its own', ({ engine }) => {
  const { content_scripts } = JSON.parse(readFileSync(join(builds[engine], 'manifest.json'), 'utf8'));
  expect(content_scripts.map(({ js, run_at }: { js: string[]; run_at: string }) => [run_at, ...js])).toEqual([
    ['document_idle', 'content-scripts/card.js'],
    ['document_idle', 'content-scripts/content.js'],
    // Before any script of the page.
    ...(engine === 'firefox' ? [['document_start', 'content-scripts/guard.js']] : []),
  ]);
});

test('no code asks the network for anything, and pages can load no file', ({ engine }) => {
  const folder = builds[engine];
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  expect(manifest.manifest_version).toBe(3);
  expect(manifest).not.toHaveProperty('web_accessible_resources');
  expect(manifest).not.toHaveProperty('host_permissions');
  expect(manifest.permissions.toSorted()).toEqual(
    engine === 'chromium' ? ['activeTab', 'sidePanel', 'storage'] : ['activeTab', 'storage'],
  );
  for (const file of filesOf(folder).filter((name) => name.endsWith('.js'))) {
    const code = readFileSync(join(folder, file), 'utf8');
    expect(
      code.match(/\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|importScripts|\beval\(|new Function\b/g),
      file,
    ).toBeNull();
  }
  for (const file of filesOf(folder).filter((name) => /\.(?:css|html)$/.test(name)))
    expect(readFileSync(join(folder, file), 'utf8').match(/(?:src|href)="https?:|url\(/g), file).toBeNull();
});

test('the library stands in the panel of the browser, and does not open by itself', ({ engine }) => {
  const manifest = JSON.parse(readFileSync(join(builds[engine], 'manifest.json'), 'utf8'));
  if (engine === 'chromium') expect(manifest.side_panel).toEqual({ default_path: 'sidepanel.html' });
  else expect(manifest.sidebar_action).toMatchObject({ default_panel: 'sidepanel.html', open_at_install: false });
});
