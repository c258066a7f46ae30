/** What a card says only when it is due: claims, help, the word that was matched; and what a reader takes away or hides. */
import type { Dialog, PageDriver } from './driver.ts';
import { expect, test } from './fixtures.ts';
import { expectMarks, expectNoCard, hoverMark, moveAway, openCard, openFully } from './reading.ts';

const page = (text: string) =>
  `<!doctype html><html lang="en"><title>A page</title><p>${text}</p><textarea id="paste" style="margin-top:600px"></textarea></html>`;
const claim = page('Our blog says kratom is a natural, non-addictive antidepressant.');

const press = async (card: Dialog, name: string): Promise<void> => {
  const button = card.buttons.find((one) => one.name === name);
  if (!button) throw new Error(`no button "${name}" among ${card.buttons.map((one) => one.name).join(', ')}`);
  await button.click();
};

/** Opens the menu of the open card and presses one of its items. */
async function choose(tab: PageDriver, card: Dialog, ...items: string[]): Promise<void> {
  await press(card, 'Menu');
  for (const item of items) {
    await expect.poll(async () => (await tab.dialog())?.buttons.map(({ name }) => name)).toContain(item);
    await press(await openCard(tab), item);
  }
}

/** What a paste into the page's own field gives. */
async function pasted(tab: PageDriver): Promise<string> {
  await tab.evaluate(() => document.querySelector('textarea')?.focus());
  await tab.press(process.platform === 'darwin' ? 'Meta+v' : 'Control+v');
  return tab.evaluate(() => document.querySelector('textarea')?.value ?? '');
}

test('a claim near the word is answered: the fact, a label, and the words of the page', async ({ tab, server }) => {
  await tab.goto(server.add('/blocks/claim.html', claim));
  const peek = await hoverMark(tab, 'kratom', 'Kratom');
  expect(peek.text).toMatch(/A claim near this word: not (?:supported|known)\./);
  const full = await openFully(tab, peek);
  expect(full.headings).toContainEqual(expect.stringMatching(/^About this claim Not (?:supported|known)/));
  expect(full.text).toContain('Our blog says kratom is a natural, non-addictive antidepressant.');
  const fact = full.text.indexOf('The claim:');
  expect(full.text.slice(full.text.indexOf('About this claim'), fact).length, 'the fact stands first').toBeGreaterThan(80);
});

test('a page that denies a claim gets no note on it', async ({ tab, server }) => {
  await tab.goto(server.add('/blocks/denied.html', page('It is a myth that kratom is non-addictive.')));
  expect((await hoverMark(tab, 'kratom', 'Kratom')).text).not.toContain('A claim near this word');
});

test('help is named where the text speaks of suicide, and nowhere else', async ({ tab, server, setSettings }) => {
  await setSettings({ region: 'US' });
  await tab.goto(server.add('/blocks/crisis.html', page('He took kratom and thought of suicide every day.')));
  const peek = await hoverMark(tab, 'kratom', 'Kratom');
  expect(peek.text).toContain('If you think of suicide or feel unsafe, contact 988 Suicide & Crisis Lifeline (call 988).');
  const full = await openFully(tab, peek);
  expect(full.text.split('contact 988'), 'once').toHaveLength(2);
  await tab.goto(server.add('/blocks/no-crisis.html', page('He took kratom with his tea every day.')));
  expect((await hoverMark(tab, 'kratom', 'Kratom')).text).not.toContain('988');
});

test('a card says which word it was opened for', async ({ tab, server, setSettings }) => {
  await setSettings({ region: 'US', density: 'all' });
  await tab.goto(server.add('/blocks/matched.html', page('Some take Lexapro, some spell it Lexipro, some say escitalopram.')));
  for (const word of ['Lexapro', 'Lexipro']) {
    expect((await hoverMark(tab, word, 'Escitalopram')).text).toContain(`Matched: ${word}`);
    await moveAway(tab);
    await expectNoCard(tab);
  }
  expect((await hoverMark(tab, 'escitalopram')).text).not.toContain('Matched');
});

test('a word can be hidden on a site, and stays hidden', async ({ tab, server, setSettings }) => {
  await setSettings({ density: 'all' });
  const address = server.add('/blocks/hide.html', page('Ask of Lexapro, of escitalopram, and of Lexapro again.'));
  await tab.goto(address);
  await choose(
    tab,
    await openFully(tab, await hoverMark(tab, 'Lexapro', 'Escitalopram')),
    'Wrong match?',
    'Hide “Lexapro” on this site',
  );
  await expectMarks(tab, ['escitalopram']);
  await expectNoCard(tab);
  await tab.goto(address);
  await expectMarks(tab, ['escitalopram']);
});

for (const [where, headers] of [
  ['on a page', undefined],
  ['on a page that lets nobody use the clipboard', { 'permissions-policy': 'clipboard-write=()' }],
] as const)
  test(`a card is copied with its sources ${where}`, async ({ tab, server }) => {
    const body = page('People speak of sertraline.');
    await tab.goto(server.add('/blocks/copy.html', headers ? { body, headers } : body));
    await choose(tab, await openFully(tab, await hoverMark(tab, 'sertraline')), 'Copy with citation');
    await expect.poll(async () => (await tab.dialog())?.text).toContain('Copied. Nothing was sent.');
    const text = await pasted(tab);
    expect(text).toMatch(/^Sertraline: [\s\S]* \[1\][\s\S]*May help\n[\s\S]*May harm\n[\s\S]*\nSources\n\[1\] [\s\S]*https:/);
    expect(text).toMatch(/Evenhand \d+\.\d+\.\d+\. Card checked .*\d{4}\. Copied \d+ \w+ \d{4}\.$/);
  });

test('a wrong claim is reported in words the reader can pass on', async ({ tab, server }) => {
  await tab.goto(server.add('/blocks/report.html', claim));
  const full = await openFully(tab, await hoverMark(tab, 'kratom', 'Kratom'));
  await press(full, 'Wrong match?');
  await expect.poll(() => pasted(tab)).toContain('Taken for: Kratom (kratom)\nClaim: claim-');
});

test('resting on a source number shows what the source is', async ({ tab, server }) => {
  await tab.goto(server.add('/blocks/source.html', page('People speak of sertraline.')));
  const peek = await hoverMark(tab, 'sertraline');
  expect(peek.text).not.toMatch(/abstract read|read in full|seen in a search extract/);
  await peek.buttons.find(({ name }) => name === 'Source 1')?.rest();
  await expect
    .poll(async () => (await tab.dialog())?.text)
    .toMatch(/(?:abstract read|read in full|seen in a search extract|from memory, not confirmed)\./);
});
