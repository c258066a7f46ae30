/** Texts people meet: the shared samples where they are at hand, our own pages where they are not. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './fixtures.ts';
import { textAsPage } from './server.ts';

export interface Sample {
  name: string;
  html: string;
}

const shared = join(root, '..', 'shared', 'sample-texts');
const own = join(root, 'scripts', 'demo');

export function samples(): Sample[] {
  const ownPages = readdirSync(own)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ name: file.replace('.html', ''), html: readFileSync(join(own, file), 'utf8') }));
  const texts = existsSync(shared) ? readdirSync(shared).filter((file) => file.endsWith('.txt')) : [];
  return [
    ...texts.map((file) => {
      const text = readFileSync(join(shared, file), 'utf8');
      return { name: file.replace('.txt', ''), html: textAsPage(file, text) };
    }),
    ...ownPages,
  ];
}
