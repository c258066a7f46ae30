/** Every folder of `tests/pages` that has expectations, visited with the built extension. */
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageFixture } from '../pages/page-fixture.ts';
import { bundlePage, drawOnServer } from './bundle-page.ts';
import { expect, root, test } from './fixtures.ts';
import { expectMarks } from './reading.ts';
import { mediaTypeOf } from './server.ts';

const folder = join(root, 'tests', 'pages');
const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'expected.ts')));
const fixtures = await Promise.all(
  names.map(async (name) => {
    const { default: fixture } = (await import(`../pages/${name}/expected.ts`)) as { default: PageFixture };
    return { name, fixture };
  }),
);

for (const { name, fixture } of fixtures) {
  const {
    what,
    document = 'index.html',
    headers,
    settings = { density: 'all' },
    mode,
    marks,
    check,
    slow = false,
    ownErrors,
  } = fixture;
  test(`${name}: a page ${what}`, async ({ tab, browserUnderTest: browser, server, setSettings }) => {
    if (slow) test.slow();
    await setSettings(settings);
    const address = (file: string): string => server.url(`/pages/${name}/${file}`);
    const script = await bundlePage(join(folder, name), mode);
    if (script !== undefined) server.add(`/pages/${name}/main.js`, { body: script, type: 'text/javascript' });
    const drawn = await drawOnServer(join(folder, name));
    if (headers || drawn !== undefined) {
      const body = drawn ?? (await readFile(join(folder, name, document)));
      server.add(`/pages/${name}/${document}`, { body, ...(headers && { headers }), type: mediaTypeOf(document) ?? 'text/html' });
    }
    await tab.goto(address(document));
    if (marks) await expectMarks(tab, marks);
    await check?.({ tab, browser, server, address, setSettings });
    const errors = [...tab.consoleErrors(), ...tab.pageErrors()];
    expect(errors.filter((error) => !ownErrors?.test(error))).toEqual([]);
  });
}
