import { join } from 'node:path';
import { expect, root, test } from './fixtures.ts';
import { hoverMark, openFully } from './reading.ts';

const page = `<!doctype html><html lang="en"><title>A page</title><style>body{font:16px system-ui;max-width:60ch;margin:40px auto}</style>
<p>Our blog says kratom is a natural, non-addictive antidepressant.</p><p>He took Lexipro and thought of suicide.</p><p>Sertraline and phenelzine are here.</p></html>`;
for (const scheme of ['light', 'dark'] as const)
  test(`shots ${scheme}`, async ({ tab, server, browserUnderTest, engine, setSettings }) => {
    test.setTimeout(60_000);
    const shot = (what: string, of = tab) =>
      of.screenshot(join(root, 'test-results', 'shots', `${engine}-${scheme}-${what}.png`));
    await browserUnderTest.setColorScheme(scheme);
    await setSettings({ region: 'US-OH', density: 'all' });
    await tab.goto(server.add('/shots/a.html', page));
    const peek = await hoverMark(tab, 'kratom', 'Kratom');
    await shot('peek-claim');
    await peek.buttons.find(({ name }) => name.startsWith('Source'))?.rest();
    await expect.poll(async () => (await tab.dialog())?.text).toMatch(/read|seen/);
    await shot('source');
    const full = await openFully(tab, peek);
    await shot('full-claim');
    await full.buttons.find(({ name }) => name === 'Menu')?.click();
    await expect.poll(async () => (await tab.dialog())?.buttons.map(({ name }) => name)).toContain('Wrong match?');
    await (await tab.dialog())?.buttons.findLast(({ name }) => name === 'Wrong match?')?.click();
    await shot('menu');
    await tab.press('Escape');
    await hoverMark(tab, 'Lexipro', 'Escitalopram');
    await shot('peek-crisis');
    await tab.press('Escape');
    const panel = await browserUnderTest.openExtensionPage('sidepanel.html', 'behind');
    await panel.setViewport(400, 900);
    await expect.poll(() => panel.evaluate(() => document.body.innerText)).toContain('On this page');
    await shot('panel-list', panel);
    await panel.evaluate(() => {
      location.hash = 'kratom';
    });
    await expect.poll(() => panel.evaluate(() => document.querySelector('h1')?.textContent)).toBe('Kratom');
    await shot('panel-kratom', panel);
    for (const [i, heading] of ['Mixes', 'Claims', 'Legal', 'Sources'].entries()) {
      await panel.evaluate((wanted) => {
        [...document.querySelectorAll('article h2')].find((one) => one.textContent?.startsWith(wanted))?.scrollIntoView();
        document.querySelector<HTMLElement>('details.elsewhere')?.setAttribute('open', '');
      }, heading);
      await shot(`panel-${i}`, panel);
    }
    await panel.close();
    await browserUnderTest.setColorScheme('light');
  });
