/** The toolbar menu: what is on the page, on and off. */
import type { PageDriver } from './driver.ts';
import { expect, test } from './fixtures.ts';
import { expectMarks, expectNoCard, marksOf, openCard } from './reading.ts';

const page = `<!doctype html><html lang="en"><title>A page</title>
<p>Before <input id="name" value="typed"> after.</p><h2>Leaves</h2><p>People speak of kratom.</p>
<h2>Medicines</h2><p style="margin-top:1500px">Then of sertraline, and of kratom.</p></html>`;

const textOf = (popup: PageDriver) => popup.evaluate(() => document.body.innerText);

/** Presses the button or switch whose name starts with a text. */
async function press(popup: PageDriver, name: string): Promise<void> {
  await popup.evaluate((wanted) => {
    const nameOf = (button: Element) =>
      button.getAttribute('aria-label') ??
      document.getElementById(button.getAttribute('aria-labelledby') ?? '')?.textContent ??
      button.textContent ??
      '';
    const found = [...document.querySelectorAll('button')].find((button) => nameOf(button).startsWith(wanted));
    if (!found) throw new Error(`no button "${wanted}"`);
    found.click();
  }, name);
}

test('the menu lists the mentions of the page and goes to them', async ({ tab, server, browserUnderTest }) => {
  await tab.goto(server.add('/popup/list.html', page));
  await marksOf(tab);
  const popup = await browserUnderTest.openExtensionPage('popup.html', 'behind');
  await expect
    .poll(() => textOf(popup))
    .toMatch(/On this page: 3 mentions[\s\S]*Kratom[\s\S]*Under Leaves[\s\S]*Sertraline[\s\S]*Under Medicines/);
  await press(popup, 'Go to Sertraline');
  await openCard(tab, 'Sertraline');
  await expect.poll(async () => (await tab.dialog())?.focused, 'the focus is in the card').toBe('Sertraline');
  expect(await tab.evaluate(() => scrollY), 'the page went there').toBeGreaterThan(500);
  await tab.press('Escape');
  await expectNoCard(tab);
});

test('the menu turns Evenhand off here and everywhere, and on again', async ({ tab, server, browserUnderTest, setSettings }) => {
  await setSettings(undefined);
  await tab.goto(server.add('/popup/off.html', page));
  await marksOf(tab);
  const popup = await browserUnderTest.openExtensionPage('popup.html', 'behind');
  await expect.poll(() => textOf(popup)).toContain('On this page');
  for (const [name, words] of [
    ['This site', 'Off on this site'],
    ['All sites', 'Off everywhere'],
  ] as const) {
    await press(popup, name);
    await expectMarks(tab, []);
    await expect.poll(() => textOf(popup)).toContain(words);
    await press(popup, name);
    await expectMarks(tab, ['kratom', 'kratom', 'sertraline']);
  }
  await popup.close();
});
