/** What keys and assistive technology meet where marks are paint: announcements, real buttons on request, dialogs, zoom. */
import { expect, test } from './fixtures.ts';
import { expectMarks, expectNoCard, hoverMark, isCardOpen, openCard, openFully, pointOfMark } from './reading.ts';

const page = `<!doctype html><html lang="en"><title>A page</title><style>body{margin:2em;font:20px/1.6 serif}</style>
<p>Before <input id="name" value="typed"> after.</p><h2>Leaves</h2><p>People speak of kratom here, and of kratom again.</p>
<h2>Medicines</h2><p style="margin-top:1200px">Others take sertraline.</p>
<dialog style="width:500px;height:600px"><p>In a box: fluoxetine.</p><button id="shut">Shut</button></dialog></html>`;

test('announcements are heard inside an open dialog of the page too', async ({ tab, server, browserUnderTest: browser }) => {
  await tab.goto(server.add('/access/say.html', page));
  await expectMarks(tab, ['kratom', 'sertraline']);
  await tab.evaluate(() => document.querySelector('dialog')?.showModal());
  await expectMarks(tab, ['kratom', 'sertraline', 'fluoxetine']);
  await tab.dialog();
  await browser.command('previous-mention');
  await expect.poll(() => tab.status()).toMatch(/^\d of 4: /);
});

test('buttons for marks, on request: found, reached, opened, come back to', async ({ tab, server, setSettings }) => {
  await setSettings({ assistive: true });
  await tab.goto(server.add('/access/buttons.html', page));
  await expectMarks(tab, ['kratom', 'sertraline']);
  const nodesBefore = await tab.evaluate(() => document.body.outerHTML);
  await tab.dialog();
  const about = async () => (await tab.buttons()).filter(({ name }) => name.startsWith('About'));
  await expect
    .poll(async () => (await about()).map(({ name }) => name))
    .toEqual(['About kratom, under Leaves', 'About sertraline, under Medicines']);

  await tab.evaluate(() => document.getElementById('name')?.focus());
  await tab.press('Tab');
  await tab.press('Tab');
  await expect.poll(async () => (await about()).find(({ isFocused }) => isFocused)?.name).toContain('sertraline');
  expect(await tab.evaluate(() => scrollY), 'the mark is brought into view').toBeGreaterThan(300);
  await tab.press('Enter');
  await openCard(tab, 'sertraline');
  await expect.poll(async () => (await tab.dialog())?.focused).toBe('Sertraline');
  await tab.press('Escape');
  await expectNoCard(tab);
  await expect.poll(async () => (await about()).find(({ isFocused }) => isFocused)?.name, 'back').toContain('sertraline');
  expect(await tab.evaluate(() => document.body.outerHTML), 'no node of the page has changed').toBe(nodesBefore);

  await setSettings({ assistive: false });
  await expect.poll(about).toEqual([]);
});

test('a pinned card goes along into a dialog of the page, and out again', async ({ tab, server }) => {
  await tab.goto(server.add('/access/dialog.html', page));
  await expectMarks(tab, ['kratom', 'sertraline']);
  const card = await hoverMark(tab, 'kratom');
  const full = await openFully(tab, card);
  await full.buttons.find(({ name }) => name === 'Pin')?.click();
  const parent = () => tab.evaluate(() => document.querySelector('note-card')?.parentElement?.localName);
  expect(await parent()).toBe('html');
  await tab.evaluate(() => document.querySelector('dialog')?.showModal());
  await expect.poll(parent).toBe('dialog');
  await expect.poll(async () => (await tab.buttons()).map(({ name }) => name), 'within reach there').toContain('Pin');
  await tab.evaluate(() => document.querySelector('dialog')?.close());
  await expect.poll(parent).toBe('html');
  expect(await isCardOpen(tab)).toBe(true);
  await tab.press('Escape');
  await expectNoCard(tab);
});

test('a pinned card goes along into fullscreen', async ({ tab, server }) => {
  const player = `<!doctype html><title>Full</title><style>body{margin:2em;font:20px serif}</style><p>About kratom here.</p>
<div id="player" style="background:#fff"><button id="go" onclick="player.requestFullscreen()">Full</button></div>`;
  await tab.goto(server.add('/access/full.html', player));
  const full = await openFully(tab, await hoverMark(tab, 'kratom'));
  await full.buttons.find(({ name }) => name === 'Pin')?.click();
  const at = await tab.evaluate(() => {
    const { right, bottom } = (document.getElementById('go') as HTMLElement).getBoundingClientRect();
    return { x: right - 3, y: bottom - 3 };
  });
  const covered = await tab.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.localName, at);
  if (covered === 'note-card') await tab.evaluate(() => document.getElementById('go')?.focus());
  if (covered === 'note-card') await tab.press('Enter');
  else await tab.click(at);
  await expect.poll(() => tab.evaluate(() => document.fullscreenElement?.id)).toBe('player');
  await expect.poll(() => tab.evaluate(() => document.querySelector('note-card')?.parentElement?.id)).toBe('player');
  expect(await isCardOpen(tab)).toBe(true);
  await tab.evaluate(() => document.exitFullscreen());
  await expect.poll(() => tab.evaluate(() => document.querySelector('note-card')?.parentElement?.localName)).toBe('html');
});

test('zoomed to 400%, the card lies whole in the window and off the word', async ({ tab, server }) => {
  await tab.setViewport(320, 256);
  await tab.goto(server.add('/access/zoom.html', page));
  await expectMarks(tab, ['kratom', 'sertraline']);
  const at = await pointOfMark(tab, 'kratom');
  await tab.move(at);
  const { box, text } = await openCard(tab, 'kratom');
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(320);
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.y + box.height).toBeLessThanOrEqual(256);
  expect(text).toContain('More');
});

test('in text that runs to the left the card stands by its word and reads as before', async ({ tab, server }) => {
  await tab.goto(
    server.add(
      '/access/rtl.html',
      '<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>RTL</title><body style="font:20px serif"><p>يتحدث الناس عن kratom هنا.</p></html>',
    ),
  );
  const at = await pointOfMark(tab, 'kratom');
  await tab.move(at);
  const { box } = await openCard(tab, 'kratom');
  expect(box.x + box.width).toBeLessThanOrEqual(1100);
  expect(at.x, 'under the word').toBeGreaterThan(box.x);
  expect(at.x).toBeLessThan(box.x + box.width);
});
