import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Which rooms a room may import; itself is always allowed. One way only: see docs/architecture.md. */
const allowed: Record<string, readonly string[]> = {
  'lib/dataset': [],
  'lib/text': ['lib/dataset'],
  'lib/messages': ['lib/dataset'],
  'lib/settings': ['lib/messages'],
  'lib/page': ['lib/text', 'lib/dataset'],
  'lib/ui': ['lib/dataset'],
  'lib/card': ['lib/ui', 'lib/page', 'lib/dataset'],
  entrypoints: ['lib/card', 'lib/ui', 'lib/page', 'lib/settings', 'lib/messages', 'lib/text', 'lib/dataset'],
};

const files = ['entrypoints', 'lib'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
);

const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');

const roomOf = (file: string): string => (file.startsWith('lib/') ? file.split('/').slice(0, 2).join('/') : 'entrypoints');

describe('the rooms of the code', () => {
  it('are all known', () => {
    expect([...new Set(files.map(roomOf))].sort()).toEqual(Object.keys(allowed).sort());
  });

  it.each(files)('%s imports one way only', (file) => {
    const room = roomOf(file);
    for (const target of importsOf(file).filter((name) => name.startsWith('.'))) {
      const path = relative(root, resolve(root, dirname(file), target));
      if (path.startsWith('assets/')) continue;
      const other = roomOf(path);
      expect(other === room || allowed[room]?.includes(other), `${file} imports ${target}`).toBe(true);
    }
  });

  it.each(files)('%s reaches only for what its room may use', (file) => {
    const packages = importsOf(file).filter((name) => !name.startsWith('.'));
    const room = roomOf(file);
    if (room !== 'entrypoints') expect(packages.filter((name) => /^(wxt|webextension-polyfill|#imports)/.test(name))).toEqual([]);
    if (['lib/page', 'lib/text', 'lib/dataset', 'lib/messages', 'lib/settings'].includes(room))
      expect(packages.filter((name) => name.startsWith('preact'))).toEqual([]);
    if (room === 'lib/text') expect(readFileSync(join(root, file), 'utf8')).not.toMatch(/\b(?:document|window|navigator)\./);
  });
});
