import { join } from 'node:path';
import { expect, root, test } from './fixtures.ts';
import { hoverMark, openFully } from './reading.ts';

for (const scheme of ['light', 'dark'] as const) {
  test(`pictures of the card, ${scheme}`, async ({ tab, server, browserUnderTest, engine }) => {
    const picture = (what: string) => tab.screenshot(join(root, 'test-results', 'screens', `${engine}-${scheme}-${what}.png`));
    await browserUnderTest.setColorScheme(scheme);
    await tab.goto(server.url('/demo/vendor.html'));
    expect(await tab.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(scheme === 'dark');
    const peek = await hoverMark(tab, 'sertraline');
    await picture('peek');
    await openFully(tab, peek);
    await picture('full');
    await browserUnderTest.setColorScheme('light');
  });
}
