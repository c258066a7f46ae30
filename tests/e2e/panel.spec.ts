/** The library page, as it stands in the side panel: beside a page, or with no page at all. */
import type { BrowserDriver, PageDriver } from './driver.ts';
import { expect, test } from './fixtures.ts';
import { expectMarks, hoverMark, marksOf, openCard, openFully } from './reading.ts';

const page = `<!doctype html><html lang="en"><title>A page</title>
<h2>Leaves</h2><p>People speak of kratom.</p>
<h2>Medicines</h2><p style="margin-top:1500px">Then of sertraline, and of kratom.</p><textarea></textarea></html>`;

const textOf = (panel: PageDriver) => panel.evaluate(() => document.body.innerText);
const openPanel = (browser: BrowserDriver, hash = '') => browser.openExtensionPage(`sidepanel.html${hash}`, 'behind');

/** Presses the button or link whose name starts with a text. */
async function press(panel: PageDriver, name: string): Promise<void> {
  await panel.evaluate((wanted) => {
    const nameOf = (one: Element) => one.getAttribute('aria-label') ?? one.textContent ?? '';
    const found = [...document.querySelectorAll<HTMLElement>('button, a')].find((one) => nameOf(one).startsWith(wanted));
    if (!found) throw new Error(`nothing to press named "${wanted}"`);
    found.click();
  }, name);
}

async function search(panel: PageDriver, words: string): Promise<void> {
  await panel.evaluate((wanted) => {
    const field = document.querySelector('input');
    if (!field) throw new Error('no field');
    field.value = wanted;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, words);
}

test('the library lists what the page holds, mixes first, and goes to a mention', async ({ tab, server, browserUnderTest }) => {
  await tab.goto(server.add('/panel/list.html', page));
  await marksOf(tab);
  const panel = await openPanel(browserUnderTest);
  await expect
    .poll(() => textOf(panel))
    .toMatch(
      /On this page: 2 topics, 1 mix to know about\s+Mix: Kratom \+ Sertraline\s+.*unsure[\s\S]*Kratom\s+2 mentions[\s\S]*Under Leaves[\s\S]*Sertraline[\s\S]*Under Medicines/,
    );
  await press(panel, 'Go to Sertraline');
  await openCard(tab, 'Sertraline');
  expect(await tab.evaluate(() => scrollY), 'the page went there').toBeGreaterThan(500);
  await panel.close();
});

test('the library keeps up with the page', async ({ tab, server, browserUnderTest }) => {
  await tab.goto(server.add('/panel/change.html', page));
  await marksOf(tab);
  const panel = await openPanel(browserUnderTest);
  await expect.poll(() => textOf(panel)).toContain('On this page: 2 topics');
  await tab.evaluate(() => document.body.append('Also of phenelzine.'));
  await expect.poll(() => textOf(panel)).toContain('On this page: 3 topics');
  await panel.close();
});

for (const [words, hit] of [
  ['zolo', 'Sertraline (Zoloft)'],
  ['กระท่อม', 'Kratom (กระท่อม)'],
  ['escital', 'Escitalopram'],
] as const)
  test(`searching for "${words}" finds ${hit}`, async ({ browserUnderTest }) => {
    const panel = await browserUnderTest.openExtensionPage('sidepanel.html');
    await expect.poll(() => textOf(panel)).toContain('Search topics');
    await search(panel, words);
    await expect.poll(() => textOf(panel)).toContain(hit);
    await press(panel, hit.split(' ')[0] ?? '');
    await expect.poll(() => panel.evaluate(() => document.activeElement?.textContent)).toBe(hit.split(' ')[0]);
    await panel.close();
  });

test('an entry is there in full, with no page open', async ({ browserUnderTest, setSettings }) => {
  await setSettings({ region: 'US-OH' });
  const panel = await browserUnderTest.openExtensionPage('sidepanel.html#kratom');
  await expect.poll(() => panel.evaluate(() => document.querySelector('h1')?.textContent)).toBe('Kratom');
  const headings = await panel.evaluate(() => [...document.querySelectorAll('article h2')].map((one) => one.textContent ?? ''));
  expect(headings.map((heading) => heading.replace(/ \(\d+\)$/, ''))).toEqual([
    'Evidence',
    'Safety',
    'Mixes',
    'Claims people make',
    'Legal',
    'About',
    'Sources',
  ]);
  const text = await textOf(panel);
  expect(text).toMatch(/With\s+How serious\s+How sure/);
  expect(text).toContain('Ohio, US');
  expect(text).toMatch(/Rules elsewhere \(\d{2,}\)/);
  expect(text).toMatch(/How sure: (?:high|medium|low)/);
  const links = await panel.evaluate(() =>
    [...document.querySelectorAll('.source-list a')].map((one) => `${one.getAttribute('rel')} ${one.getAttribute('target')}`),
  );
  expect(new Set(links)).toEqual(new Set(['noopener noreferrer _blank']));
  await panel.close();
});

test('links inside the library lead from entry to entry, and the browser leads back', async ({ browserUnderTest }) => {
  const panel = await browserUnderTest.openExtensionPage('sidepanel.html#ssri');
  await expect.poll(() => textOf(panel)).toContain('In this group:');
  await press(panel, 'Sertraline');
  await expect.poll(() => panel.evaluate(() => document.title)).toMatch(/^Sertraline/);
  await panel.evaluate(() => history.back());
  await expect.poll(() => panel.evaluate(() => document.title)).toMatch(/^SSRI/);
  await panel.close();
});

test('a hidden word is listed, and can be shown again', async ({ tab, server, browserUnderTest, setSettings }) => {
  const address = server.add('/panel/hidden.html', page);
  await setSettings({ density: 'all', hiddenWords: { [new URL(address).hostname]: ['kratom'] } });
  await tab.goto(address);
  await expectMarks(tab, ['sertraline']);
  const panel = await openPanel(browserUnderTest);
  await expect.poll(() => textOf(panel)).toMatch(/Hidden words\s+kratom/);
  await press(panel, 'Show again: kratom');
  await expectMarks(tab, ['kratom', 'sertraline', 'kratom']);
  await panel.close();
});

test('the card’s menu opens its entry in the library', async ({ tab, server, browserUnderTest }) => {
  await tab.goto(server.add('/panel/open.html', page));
  const peek = await hoverMark(tab, 'kratom', 'Kratom');
  await expect.poll(async () => (await tab.dialog())?.text).toContain('Checked');
  const full = await openFully(tab, await openCard(tab, peek.name));
  await full.buttons.find(({ name }) => name === 'Menu')?.click();
  await expect.poll(async () => (await tab.dialog())?.buttons.map(({ name }) => name)).toContain('Open in library');
  await (await openCard(tab)).buttons.find(({ name }) => name === 'Open in library')?.click();
  await expect
    .poll(() => browserUnderTest.openAddresses())
    .toContainEqual(expect.stringMatching(/^(?:chrome|moz)-extension:.*\/sidepanel\.html#kratom$/));
});
