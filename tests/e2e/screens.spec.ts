import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageDriver } from './driver.ts';
import { expect, root, test } from './fixtures.ts';
import { hoverMark, openCard, openFully, pointOfMark } from './reading.ts';

const fileOf = (name: string): string => join(root, 'test-results', 'screens', `${name}.png`);
const pictureOf = (tab: PageDriver, name: string) => tab.screenshot(fileOf(name));

/** How light a picture is at some places of it: 0 is black, 255 white. */
const lightnessAt = async (tab: PageDriver, name: string, places: readonly [x: number, y: number][]): Promise<number[]> =>
  tab.evaluate(
    async (png, at) => {
      const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
      const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      canvas?.drawImage(picture, 0, 0);
      return at.map(([x, y]) => canvas?.getImageData(Math.round(x), Math.round(y), 1, 1).data[1] ?? Number.NaN);
    },
    (await readFile(fileOf(name))).toString('base64'),
    places,
  );

for (const scheme of ['light', 'dark'] as const) {
  test(`pictures of the card, ${scheme}`, async ({ tab, server, browserUnderTest, engine }) => {
    const picture = (what: string) => pictureOf(tab, `${engine}-${scheme}-${what}`);
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

test('pictures of the sheet: on a phone, and zoomed to 400%', async ({ tab, server, engine }) => {
  await tab.setViewport(390, 700);
  await tab.goto(server.url('/demo/vendor.html'));
  await tab.tap(await pointOfMark(tab, 'sertraline'));
  const sheet = await openCard(tab, 'sertraline');
  await pictureOf(tab, `${engine}-sheet`);
  await openFully(tab, sheet);
  await pictureOf(tab, `${engine}-sheet-full`);
  await tab.press('Escape');
  await tab.setViewport(320, 256);
  await tab.goto(server.url('/demo/vendor.html?zoomed'));
  const zoomed = await hoverMark(tab, 'sertraline');
  await pictureOf(tab, `${engine}-zoom`);
  await openFully(tab, zoomed);
  await pictureOf(tab, `${engine}-zoom-full`);
});

test('pictures with forced colours', async ({ tab, server, engine, browserUnderTest }) => {
  await browserUnderTest.setNeeds({ forcedColors: true, reducedMotion: true });
  await tab.goto(server.url('/demo/vendor.html'));
  expect(await tab.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  const peek = await hoverMark(tab, 'sertraline');
  await pictureOf(tab, `${engine}-forced`);
  await openFully(tab, peek);
  await pictureOf(tab, `${engine}-forced-full`);
  await browserUnderTest.setNeeds({});
});

test('pictures of a page that runs to the left, and of a button for a mark', async ({ tab, server, engine, setSettings }) => {
  await setSettings({ assistive: true });
  await tab.goto(
    server.add(
      '/screens/rtl.html',
      '<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>RTL</title><body style="margin:3em;font:20px serif"><p>يتحدث الناس عن kratom هنا. وعن sertraline.</p></html>',
    ),
  );
  await hoverMark(tab, 'kratom');
  await pictureOf(tab, `${engine}-rtl`);
  await tab.press('Escape');
  await tab.press('Tab');
  await expect
    .poll(async () => (await tab.buttons()).some(({ name, isFocused }) => isFocused && name.startsWith('About')))
    .toBe(true);
  await pictureOf(tab, `${engine}-button`);
});

test('the card throws a shadow on the page', async ({ tab, server, engine }) => {
  await tab.goto(server.add('/screens/white.html', '<!doctype html><title>White</title><body style="margin:60px">About kratom.'));
  const { box } = await hoverMark(tab, 'kratom');
  await pictureOf(tab, `${engine}-shadow`);
  const middle = box.x + box.width / 2;
  const bottom = box.y + box.height;
  const [near = 0, far] = await lightnessAt(tab, `${engine}-shadow`, [
    [middle, bottom + 4],
    [middle, bottom + 60],
  ]);
  expect(far).toBe(255);
  expect(near).toBeLessThan(252);
});
