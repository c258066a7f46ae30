/**
 * Every state of every part, as the gallery shows it, and the menu as it ships: can it be read, pressed and found?
 *
 * No stored picture is compared pixel by pixel: fonts and their edges differ between machines, so such a test fails where nothing is
 * wrong and gets waved through where something is. What a picture would show is asserted instead (contrast, size of targets, nothing
 * outside its box at any width and spacing, patterns that differ), and pictures of every group are left in `test-results/gallery` for a
 * person to look at.
 */
import { join } from 'node:path';
import { buildGallery } from '../../scripts/gallery/build.ts';
import { pictureGroups } from '../../scripts/gallery/pictures.ts';
import type { BrowserDriver, ColorScheme, PageDriver } from './driver.ts';
import { test as base, expect, root } from './fixtures.ts';
import { findAxeProblems, findBrokenWords, findFaintText, findOverflow, findSmallTargets, spaceText } from './looks.ts';
import { serve } from './server.ts';

/** Rules for parts; those for whole pages (one main, one banner) do not hold for many menus on one page. */
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const test = base.extend<{ gallery: PageDriver }, { address: string }>({
  address: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern
    async ({}, use) => {
      const folder = join(root, '.output', 'gallery', 'site');
      await buildGallery(folder);
      const server = await serve({ folders: { gallery: folder } });
      await use(server.url('/gallery/index.html'));
      await server.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  gallery: async ({ bareBrowser, address }, use) => {
    const page = await bareBrowser.newPage();
    await page.goto(`${address}?scheme=system`);
    await use(page);
    await page.close();
  },
});

/** Looks at a page in a scheme or in forced colours; the browser is as it was afterwards. */
async function inLook(browser: BrowserDriver, look: ColorScheme | 'forced colours', run: () => Promise<void>): Promise<void> {
  await browser.setColorScheme(look === 'dark' ? 'dark' : 'light');
  await browser.setNeeds({ forcedColors: look === 'forced colours' });
  try {
    await run();
  } finally {
    await browser.setColorScheme('light');
    await browser.setNeeds({});
  }
}

const media = (page: PageDriver) =>
  page.evaluate(() => ({
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    forced: matchMedia('(forced-colors: active)').matches,
  }));

test.describe.configure({ timeout: 180_000 });

for (const look of ['light', 'dark', 'forced colours'] as const) {
  test(`the gallery, ${look}: axe finds nothing`, async ({ gallery, bareBrowser }) => {
    await inLook(bareBrowser, look, async () => {
      await expect.poll(() => media(gallery)).toEqual({ dark: look === 'dark', forced: look === 'forced colours' });
      expect(await findAxeProblems(gallery, wcag)).toEqual([]);
    });
  });

  test(`the menu as it ships, ${look}: axe finds nothing, and it fits`, async ({ browserUnderTest }) => {
    await inLook(browserUnderTest, look, async () => {
      const popup = await browserUnderTest.openExtensionPage('popup.html');
      await expect.poll(() => popup.evaluate(() => document.querySelector('h2')?.textContent)).toBeTruthy();
      await expect.poll(() => media(popup)).toEqual({ dark: look === 'dark', forced: look === 'forced colours' });
      expect(await findAxeProblems(popup)).toEqual([]);
      expect(await popup.evaluate(findSmallTargets)).toEqual([]);
      if (look !== 'forced colours') expect(await popup.evaluate(findFaintText)).toEqual([]);
      await popup.setViewport(320, 256);
      expect(await popup.evaluate(findOverflow)).toEqual([]);
      await popup.close();
    });
  });
}

for (const scheme of ['light', 'dark'] as const)
  test(`the gallery, ${scheme}: text stands out`, async ({ gallery, bareBrowser }) => {
    await inLook(bareBrowser, scheme, async () => expect(await gallery.evaluate(findFaintText)).toEqual([]));
  });

test('every state is drawn', async ({ gallery }) => {
  const empty = await gallery.evaluate(() =>
    [...document.querySelectorAll('[data-state]')]
      .filter((state) => !state.querySelector('.host')?.shadowRoot?.querySelector('.theme')?.textContent)
      .map((state) => state.getAttribute('data-state')),
  );
  expect(empty).toEqual([]);
  expect([...gallery.pageErrors(), ...gallery.consoleErrors()]).toEqual([]);
});

test('everything that can be pressed is 24 px or more', async ({ gallery }) => {
  expect(await gallery.evaluate(findSmallTargets)).toEqual([]);
});

for (const [where, width, height] of [
  ['on a desk', 1400, 900],
  ['320 px wide, as at 400 % of 1280', 320, 256],
] as const)
  test(`nothing leaves its box, ${where}, with text spaced as a reader may`, async ({ gallery }) => {
    await gallery.setViewport(width, height);
    expect(await gallery.evaluate(findOverflow)).toEqual([]);
    expect(await gallery.evaluate(findBrokenWords)).toEqual([]);
    await gallery.evaluate(spaceText);
    expect(await gallery.evaluate(findOverflow), 'with text spacing').toEqual([]);
  });

test('both sides stand side by side, row for row, and one above the other where there is no room', async ({ gallery }) => {
  const sides = () =>
    gallery.evaluate(() =>
      [...document.querySelectorAll('[data-state^="evidence:"] .host')].map((host) => {
        const columns = [...(host.shadowRoot?.querySelectorAll('.side') ?? [])];
        const tops = columns.map((column) => [...column.children].map((row) => Math.round(row.getBoundingClientRect().top)));
        return { rows: tops.map((rows) => rows.length), tops, shown: columns.length };
      }),
    );
  for (const { rows, tops } of await sides()) {
    expect(rows[0], 'as many rows on both sides').toBe(rows[1]);
    expect(tops[0], 'each row beside its own').toEqual(tops[1]);
  }
  await gallery.setViewport(375, 800);
  for (const { tops } of await sides()) expect(tops[1]?.[0]).toBeGreaterThan(tops[0]?.at(-1) ?? Number.POSITIVE_INFINITY);
});

test('certainty and law are told apart by pattern, in forced colours too', async ({ gallery, bareBrowser }) => {
  for (const look of ['light', 'forced colours'] as const)
    await inLook(bareBrowser, look, async () => {
      const { meters, patterns } = await gallery.evaluate(() => {
        const roots = (group: string) =>
          [...document.querySelectorAll(`[data-state^="${group}:"] .host`)].flatMap((host) => host.shadowRoot ?? []);
        const fillOf = (element: Element | null) => (element ? getComputedStyle(element).fill : '');
        const steps = (within: ParentNode) =>
          [...within.querySelectorAll('.certainty rect')]
            .map((step) => (fillOf(step) === 'none' ? (step.getAttribute('stroke-dasharray') ? '-' : 'o') : 'x'))
            .join('');
        const looks = (pattern: Element) =>
          `${fillOf(pattern.querySelector('.ground'))} ${[...pattern.querySelectorAll(':not(.ground)')].map((mark) => mark.outerHTML).join('')}`;
        return {
          meters: roots('certainty').map(steps),
          patterns: roots('maps').map((within) => [...within.querySelectorAll('pattern')].map(looks)),
        };
      });
      expect(meters).toEqual(['xxxx', 'xxxo', 'xxoo', 'xooo', '----']);
      for (const looks of patterns) expect(new Set(looks).size, looks.join('\n')).toBe(looks.length);
    });
});

for (const [look, width] of [
  ['light', 1640],
  ['dark', 1640],
  ['forced colours', 1640],
  ['light', 320],
] as const)
  test(`pictures of the gallery, ${look}, ${width} px wide`, async ({ bareBrowser, engine, address }) => {
    const page = await bareBrowser.newPage();
    const fileOf = (group: string) =>
      join(root, 'test-results', 'gallery', `${engine}-${look.replace(' ', '-')}-${width}-${group}.png`);
    await inLook(bareBrowser, look, async () => {
      expect(await pictureGroups(page, address, fileOf, { width, query: '&scheme=system' })).not.toEqual([]);
    });
    await page.close();
  });
