import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (file: string) => JSON.parse(readFileSync(`${root}/${file}`, 'utf8'));
const lock: Record<string, { optionalDependencies?: Record<string, string>; resolved?: string }> =
  read('package-lock.json').packages;

it('locks the optional packages of every platform, so that npm ci works on macOS and Windows too', () => {
  const paths = Object.keys(lock);
  const missing = Object.entries(lock).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !paths.some((other) => other.endsWith(`node_modules/${name}`)))
      .map((name) => `${path} needs ${name}`),
  );
  expect(missing).toEqual([]);
});

it('names no download address in the lock', () => {
  expect(Object.values(lock).filter((entry) => entry.resolved !== undefined)).toEqual([]);
});

it('pins every dependency to one version', () => {
  const { dependencies, devDependencies } = read('package.json');
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
});
