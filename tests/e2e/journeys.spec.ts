/** From mark to source and back: by mouse, by key, by touch. */
import type { Dialog, PageDriver } from './driver.ts';
import { expect, launchBuilt, test } from './fixtures.ts';
import {
  expectMarks,
  expectNoCard,
  hoverMark,
  isCardOpen,
  moveAway,
  openCard,
  openFully,
  pointOfMark,
  watchCard,
} from './reading.ts';

const page = `<!doctype html><html lang="en"><title>A page</title><style>body{margin:2em;font:20px/1.6 serif}</style>
<p>Before <input id="name" value="typed"> after.</p><h2>Leaves</h2><p>People speak of kratom here.</p>
<h2>Medicines</h2><p>Others take sertraline, and read <a id="link" href="#followed">all about venlafaxine</a>.</p>
<p style="margin-top:1500px">End.</p></html>`;

const marks = ['kratom', 'sertraline', 'venlafaxine'];

const button = (card: Dialog, name: string) => {
  const found = card.buttons.find((one) => one.name.startsWith(name));
  if (!found) throw new Error(`no button "${name}" among ${card.buttons.map((one) => one.name).join(', ')}`);
  return found;
};
const section = async (tab: PageDriver, name: string) => (await tab.dialog())?.buttons.find((one) => one.name.startsWith(name));
/** Without a scroll bar, where that takes room. */
const clientWidth = (tab: PageDriver) => tab.evaluate(() => document.documentElement.clientWidth);
const focusInPage = (tab: PageDriver) => tab.evaluate(() => document.activeElement?.id ?? '');

test('by mouse: open, grow, unfold, pin, read on, close', async ({ tab, server }) => {
  await tab.goto(server.add('/journey/mouse.html', page));
  await expectMarks(tab, marks);
  const full = await openFully(tab, await hoverMark(tab, 'sertraline'));
  await button(full, 'Safety').click();
  await expect.poll(async () => (await section(tab, 'Safety'))?.expanded).toBe(true);

  await button(await openCard(tab, 'sertraline'), 'Pin').click();
  await tab.wheel({ x: 1000, y: 700 }, 900);
  await expect.poll(() => tab.evaluate(() => scrollY)).toBeGreaterThan(500);
  expect(await watchCard(tab, 500), 'a pinned card stays while the page scrolls').toBe('open');
  const { box } = await openCard(tab, 'sertraline');
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.y + box.height).toBeLessThanOrEqual(800);

  await button(await openCard(tab, 'sertraline'), 'Close').click();
  await expectNoCard(tab);
});

test('by key: go to a mark, open, Tab round, back to where the focus was', async ({ tab, server, browserUnderTest: browser }) => {
  await tab.goto(server.add('/journey/keys.html', page));
  await expectMarks(tab, marks);
  await tab.evaluate(() => document.getElementById('name')?.focus());
  await browser.command('next-mention');
  await expect.poll(() => tab.status()).toBe('1 of 3: kratom, under Leaves');
  await browser.command('next-mention');
  await expect.poll(() => tab.status()).toBe('2 of 3: sertraline, under Medicines');
  expect(await focusInPage(tab), 'going from mark to mark moves no focus').toBe('name');

  await browser.command('explain');
  const card = await openCard(tab, 'sertraline');
  const focused = async () => (await tab.dialog())?.focused;
  await expect.poll(focused, 'the focus is on the heading').toBe('Sertraline');
  const controls = card.buttons.map(({ name }) => name);
  const [first, last] = [controls[0], controls.at(-1)];
  await tab.press('Tab');
  await expect.poll(focused).toBe(first);
  for (let stop = 1; stop < controls.length; stop++) await tab.press('Tab');
  await expect.poll(focused, 'through all controls').toBe(last);
  await tab.press('Tab');
  await expect.poll(focused, 'from the last to the first').toBe(first);
  await tab.press('Shift+Tab');
  await expect.poll(focused, 'and back').toBe(last);

  await tab.press('Escape');
  await expectNoCard(tab);
  await expect.poll(() => focusInPage(tab)).toBe('name');
});

test('by key: one card after another, and the focus still knows its way home', async ({
  tab,
  server,
  browserUnderTest: browser,
}) => {
  await tab.goto(server.add('/journey/two-cards.html', page));
  await expectMarks(tab, marks);
  await tab.evaluate(() => document.getElementById('name')?.focus());
  for (const name of ['kratom', 'sertraline']) {
    await browser.command('next-mention');
    await browser.command('explain');
    await expect.poll(async () => (await openCard(tab, name)).focused).toMatch(new RegExp(name, 'i'));
  }
  await tab.press('Escape');
  await expectNoCard(tab);
  await expect.poll(() => focusInPage(tab)).toBe('name');
});

test('by key: a page without topics says so', async ({ tab, server, browserUnderTest: browser }) => {
  await tab.goto(server.add('/journey/nothing.html', '<!doctype html><title>Nothing</title><p>Nothing to explain.'));
  await tab.dialog();
  // The content script starts when the page is idle; each new command says it anew, a moment later.
  await expect
    .poll(async () => {
      const said = await tab.status();
      if (said === '') await browser.command('next-mention');
      return said;
    })
    .toBe('No topics found on this page.');
});

test('by key: a source opens in one new tab', async ({ engine, server }) => {
  const browser = await launchBuilt(engine);
  try {
    const tab = await browser.newPage();
    await tab.goto(server.add('/journey/source.html', page));
    const card = await openFully(tab, await hoverMark(tab, 'kratom'));
    await button(card, 'Sources').click();
    await expect.poll(async () => (await section(tab, 'Sources'))?.expanded).toBe(true);
    const before = await browser.openAddresses();
    await tab.press('Tab');
    await tab.press('Enter');
    const opened = async () => (await browser.openAddresses()).length - before.length;
    await expect.poll(opened).toBeGreaterThan(0);
    await tab.evaluate(() => new Promise((done) => setTimeout(done)));
    expect(await opened()).toBe(1);
  } finally {
    await browser.close();
  }
});

test('by touch: a tap opens a sheet with large targets, a drag down closes it', async ({ tab, server }) => {
  await tab.setViewport(390, 700);
  await tab.goto(server.add('/journey/touch.html', page));
  await expectMarks(tab, marks);
  await tab.tap(await pointOfMark(tab, 'kratom'));
  const sheet = await openCard(tab, 'kratom');
  expect(sheet.focused, 'a tap moves no focus').toBeUndefined();
  const { box } = sheet;
  expect(Math.round(box.width)).toBe(await clientWidth(tab));
  expect(Math.round(box.y + box.height)).toBe(700);
  for (const name of ['Pin', 'Close', 'More', 'Menu']) {
    const { width, height } = await button(sheet, name).size();
    expect(Math.min(width, height), `${name} is large enough for a finger`).toBeGreaterThanOrEqual(44);
  }

  await tab.swipe({ x: 150, y: box.y + 20 }, { x: 150, y: box.y - 120 });
  await expect.poll(async () => (await tab.dialog())?.buttons.map(({ name }) => name), 'dragged up, it grows').toContain('Less');
  const tall = await openCard(tab, 'kratom');
  await tab.swipe({ x: 150, y: tall.box.y + 20 }, { x: 150, y: tall.box.y + 150 });
  await expectNoCard(tab);
});

test('by touch: a tap beside the sheet closes it, and a link goes where it leads', async ({ tab, server }) => {
  await tab.setViewport(390, 700);
  await tab.goto(server.add('/journey/touch-link.html', page));
  await expectMarks(tab, marks);
  await tab.tap(await pointOfMark(tab, 'sertraline'));
  const { box } = await openCard(tab, 'sertraline');
  await tab.tap({ x: 360, y: box.y > 100 ? 20 : 690 });
  await expectNoCard(tab);

  await tab.tap(await pointOfMark(tab, 'venlafaxine'));
  await expect.poll(() => tab.evaluate(() => location.hash)).toBe('#followed');
  expect(await watchCard(tab, 800), 'the link wins').toBe('closed');
});

test('on a wide screen a tap opens a sheet in the middle, off the word', async ({ tab, server }) => {
  await tab.goto(server.add('/journey/touch-wide.html', page));
  await expectMarks(tab, marks);
  const at = await pointOfMark(tab, 'sertraline');
  await tab.tap(at);
  const { box } = await openCard(tab, 'sertraline');
  expect(Math.round(box.width)).toBe(560);
  expect(Math.abs(box.x + box.width / 2 - (await clientWidth(tab)) / 2)).toBeLessThanOrEqual(1);
  expect(at.y < box.y || at.y > box.y + box.height, 'the word is in sight').toBe(true);
});

for (const [hover, opens] of [
  ['click', true],
  ['off', false],
] as const) {
  test(`set to "${hover}", resting opens nothing and a click ${opens ? 'does' : 'neither'}`, async ({
    tab,
    server,
    setSettings,
  }) => {
    await setSettings({ hover });
    await tab.goto(server.add(`/journey/${hover}.html`, page));
    await expectMarks(tab, marks);
    const at = await pointOfMark(tab, 'kratom');
    await tab.move(at);
    expect(await watchCard(tab, 900)).toBe('closed');
    await tab.click(at);
    // A hand is not still while it clicks.
    for (const x of [1, 0, 1, 0]) await tab.move({ x: at.x + x, y: at.y });
    if (opens) await openCard(tab, 'kratom');
    else expect(await watchCard(tab, 600)).toBe('closed');
  });
}

test('three cards sent away at once make the page open cards on a click', async ({ tab, server }) => {
  await tab.goto(
    server.add(
      '/journey/three.html',
      `<!doctype html><title>Three</title>${['kratom', 'sertraline', 'venlafaxine', 'mirtazapine'].map((name) => `<p style="margin:60px">About ${name} today.</p>`).join('')}`,
    ),
  );
  for (const name of ['kratom', 'sertraline', 'venlafaxine']) {
    await tab.move(await pointOfMark(tab, name));
    await expect.poll(() => isCardOpen(tab), { intervals: [30] }).toBe(true);
    await tab.press('Escape');
    await expect.poll(() => isCardOpen(tab)).toBe(false);
    await moveAway(tab);
  }
  const at = await pointOfMark(tab, 'mirtazapine');
  await tab.move(at);
  expect(await watchCard(tab, 900)).toBe('closed');
  await tab.click(at);
  expect((await openCard(tab, 'mirtazapine')).text).toContain('cards on this page open on a click');
});
