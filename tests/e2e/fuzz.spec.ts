/** Made-up pages and changes to them, a few of those that `npm run fuzz` makes. */
import { addFuzzPage, findLeaks, fuzz, reportOf } from '../fuzz/run.ts';
import { expect, test } from './fixtures.ts';

const seed = 20_261_126;

test('after any changes a reader holds what a fresh one finds', async ({ bareBrowser, server }) => {
  const page = await bareBrowser.newPage();
  const failure = await fuzz(page, await addFuzzPage(server), { seed, runs: 300 });
  expect(failure && reportOf(failure)).toBeNull();
});

test('a reader keeps no node alive that has left the page', async ({ bareBrowser, server }) => {
  const page = await bareBrowser.newPage();
  expect(await findLeaks(page, await addFuzzPage(server), seed)).toEqual([]);
});
