import { join } from 'node:path';
import { expect, root, test } from './fixtures.ts';
import { hoverMark, openCard } from './reading.ts';

for (const scheme of ['light', 'dark'] as const) {
  test(`pictures of the card, ${scheme}`, async ({ tab, server, browserUnderTest, engine }) => {
    const picture = (what: string) => tab.screenshot(join(root, 'test-results', 'screens', `${engine}-${scheme}-${what}.png`));
    await browserUnderTest.setColorScheme(scheme);
    await tab.goto(server.url('/demo/vendor.html'));
    expect(await tab.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(scheme === 'dark');
    const peek = await hoverMark(tab, 'sertraline');
    await picture('peek');
    await peek.buttons.find(({ name }) => name === 'More')?.click();
    await expect.poll(async () => (await openCard(tab, 'sertraline')).box.height).toBeGreaterThan(peek.box.height);
    await picture('full');
    await browserUnderTest.setColorScheme('light');
  });
}
