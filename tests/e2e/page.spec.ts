/** What the extension does to pages, and what pages may do to it. */
import { createHash } from 'node:crypto';
import type { PageDriver } from './driver.ts';
import { expect, launchBuilt, test } from './fixtures.ts';
import {
  expectMarks,
  expectNoCard,
  hoverMark,
  isCardOpen,
  marksOf,
  moveAway,
  openCard,
  openFully,
  pointOfMark,
} from './reading.ts';

/** A fingerprint of the page's nodes, without the card's host, which is the one thing the extension adds. */
async function fingerprint(tab: PageDriver): Promise<string> {
  const html = await tab.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const host of copy.querySelectorAll('note-card')) host.remove();
    return copy.outerHTML;
  });
  return createHash('sha256').update(html).digest('hex');
}

test('the page is the same with and without the extension', async ({ tab, server, bareBrowser, setSettings }) => {
  await setSettings({ density: 'all' });
  const bare = await bareBrowser.newPage();
  await bare.goto(server.url('/demo/vendor.html'));
  const untouched = await fingerprint(bare);
  await bare.close();

  await tab.goto(server.url('/demo/vendor.html'));
  await marksOf(tab);
  expect(await fingerprint(tab), 'with marks').toBe(untouched);
  await hoverMark(tab, 'sertraline');
  expect(await fingerprint(tab), 'with an open card').toBe(untouched);
  await tab.press('Escape');
  await expectNoCard(tab);
  expect(await fingerprint(tab), 'after the card').toBe(untouched);
  expect(tab.consoleErrors()).toEqual([]);
  expect(tab.pageErrors()).toEqual([]);
});

test('no request leaves page, worker or card', async ({ server, engine }) => {
  const address = server.url('/demo/vendor.html?requests');
  const browser = await launchBuilt(engine);
  try {
    const tab = await browser.newPage();
    await tab.goto(address);
    await openFully(tab, await hoverMark(tab, 'sertraline'));
    await tab.press('Escape');
    await expectNoCard(tab);
    expect(await browser.extensionErrors()).toEqual([]);
  } finally {
    await browser.close();
  }
  // The browser itself asks for the site's icon.
  const left = browser
    .requests()
    .filter(({ url }) => !/^(?:chrome|moz)-extension:/.test(url) && url !== server.url('/favicon.ico'));
  expect(left).toEqual([{ url: address, from: '' }]);
});

test('works under the strictest content security policy', async ({ tab, server }) => {
  const headers = { 'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'" };
  await tab.goto(
    server.add('/page/csp.html', { body: '<!doctype html><title>Strict</title><p>On kratom and mood.</p>', headers }),
  );
  await expectMarks(tab, ['kratom']);
  const card = await hoverMark(tab, 'kratom');
  expect(card.box.width, 'the card has its styles').toBeLessThanOrEqual(420);
  expect(tab.consoleErrors()).toEqual([]);
  expect(tab.pageErrors()).toEqual([]);
});

test('words split by inline tags are found, words split by blocks are not', async ({ tab, server, setSettings }) => {
  await setSettings({ density: 'all' });
  await tab.goto(
    server.add(
      '/page/split.html',
      `<!doctype html><title>Split</title>
      <p>First kra<b>tom</b> comes.</p>
      <p>Not fluoxetine, but ser<b>traline</b>.</p>
      <p>Then St John’s <i>wort</i> grows.</p>
      <p>Or ser&shy;traline with a soft hyphen.</p>
      <div>mitra</div><div>gynine</div>
      <p>fl<br>uoxetine</p>
      <ul><li>mirta</li><li>zapine</li></ul>`,
    ),
  );
  await expectMarks(tab, ['kratom', 'fluoxetine', 'sertraline', 'St John’s wort', 'ser\u00adtraline']);
  await tab.move(await pointOfMark(tab, 'St John’s wort'));
  await openCard(tab, 'St John.s wort');
});

test('lines that trade parts in a storm of changes keep their marks', async ({ tab, server }) => {
  await tab.goto(
    server.add(
      '/page/storm.html',
      '<!doctype html><title>Storm</title><p><span>About kratom and </span><b>tea</b> and more.</p><p id="other">Of </p><div></div>',
    ),
  );
  await expectMarks(tab, ['kratom']);
  await tab.evaluate(() => {
    document.querySelector('#other')?.append(document.querySelector('b') ?? '');
    const rows = Array.from({ length: 2_000 }, (_, row) =>
      Object.assign(document.createElement('p'), { textContent: `Row ${row}.` }),
    );
    document.querySelector('div')?.append(...rows, 'The last speaks of sertraline.');
  });
  await expectMarks(tab, ['kratom', 'sertraline']);
});

test('a name comes and goes with what stands beside it in its line', async ({ tab, server, setSettings }) => {
  await setSettings({ density: 'all' });
  await tab.goto(
    server.add(
      '/page/beside.html',
      '<!doctype html><title>Beside</title><p>Of <i>one </i><b>kratom</b><span> and</span> tea.</p><p>Of sertraline.</p>',
    ),
  );
  await expectMarks(tab, ['kratom', 'sertraline']);
  const write = (selector: string, words: string) =>
    tab.evaluate(
      ([at, text]) => {
        (document.querySelector(at as string)?.firstChild as Text).data = text as string;
      },
      [selector, words],
    );
  await write('span', 'zel and');
  await expectMarks(tab, ['sertraline']);
  await write('span', ' and');
  await expectMarks(tab, ['kratom', 'sertraline']);
  await write('i', 'one un');
  await expectMarks(tab, ['sertraline']);
  await tab.evaluate(() => document.querySelector('i')?.remove());
  await expectMarks(tab, ['kratom', 'sertraline']);
  await tab.evaluate(() => document.querySelector('b')?.before('xy'));
  await expectMarks(tab, ['sertraline']);
});

test('a page that takes the card away or clears the marks does not win', async ({ tab, server }) => {
  await tab.goto(
    server.add(
      '/page/hostile.html',
      '<!doctype html><title>Hostile</title><p>About kratom and sertraline.</p><p style="margin-top:2000px">End.</p>',
    ),
  );
  const removeCard = () => tab.evaluate(() => document.querySelector('note-card')?.remove());
  await hoverMark(tab, 'kratom');
  await removeCard();
  await expect.poll(() => isCardOpen(tab), 'the card comes back').toBe(true);
  // A page that keeps at it has that card away, but not the next one.
  for (let times = 0; times < 5; times++) await removeCard();
  await expectNoCard(tab);
  await moveAway(tab);
  await hoverMark(tab, 'sertraline');
  await moveAway(tab);
  await expectNoCard(tab);

  await tab.evaluate(() => CSS.highlights.clear());
  await tab.wheel({ x: 300, y: 200 }, 60);
  await expectMarks(tab, ['kratom', 'sertraline']);
  await hoverMark(tab, 'kratom');
});

test('an update while the page is open leaves no trace and no error', async ({ engine, server }) => {
  const browser = await launchBuilt(engine);
  try {
    const tab = await browser.newPage();
    const address = server.add(
      '/page/update.html',
      '<!doctype html><title>Update</title><p>About kratom and sertraline.</p><p style="margin-top:2000px">End.</p>',
    );
    await tab.goto(address);
    await hoverMark(tab, 'kratom');
    await browser.updateExtension();
    // Firefox starts the new copy at once, which clears up; in Chromium the old card's lease runs out.
    await moveAway(tab);
    await expect.poll(async () => (await tab.dialog())?.name ?? 'no card', { timeout: 15_000 }).toBe('no card');
    await expectMarks(tab, ['kratom', 'sertraline']);
    expect(tab.consoleErrors()).toEqual([]);
    expect(tab.pageErrors()).toEqual([]);
    await tab.goto(address);
    await hoverMark(tab, 'sertraline');
    expect(await browser.extensionErrors()).toEqual([]);
  } finally {
    await browser.close();
  }
});

for (const rubbish of [42, 'x', { density: 7 }, [], { density: 'all', region: { a: 1 }, unknown: true }]) {
  test(`rubbish in the stored settings is no hindrance: ${JSON.stringify(rubbish)}`, async ({ tab, server, setSettings }) => {
    await setSettings(rubbish);
    await tab.goto(server.add('/page/rubbish.html', '<!doctype html><title>Rubbish</title><p>About kratom and more.</p>'));
    await expectMarks(tab, ['kratom']);
    await hoverMark(tab, 'kratom');
  });
}

test('open shadow roots are read', async ({ tab, server }) => {
  await tab.goto(
    server.add(
      '/page/shadow.html',
      `<!doctype html><title>Shadow</title><p>Outside: sertraline.</p><x-part></x-part><script>
      document.querySelector('x-part').attachShadow({ mode: 'open' }).innerHTML = '<p>Inside: kratom.</p>';</script>`,
    ),
  );
  await expectMarks(tab, ['kratom', 'sertraline']);
  await tab.move(await pointOfMark(tab, 'kratom'));
  await openCard(tab, 'kratom');
});

for (const host of ['127.0.0.1', 'localhost'] as const) {
  test(`frames of ${host === 'localhost' ? 'another' : 'the same'} site are read`, async ({ tab, server }) => {
    server.add('/page/inner.html', '<!doctype html><title>Inner</title><p>In the frame: kratom.</p>');
    await tab.goto(
      server.add(
        '/page/frames.html',
        `<!doctype html><title>Frames</title><p>Outside: sertraline.</p>
        <iframe src="${server.url('/page/inner.html', host)}" width="700" height="300"></iframe>`,
      ),
    );
    await expectMarks(tab, ['sertraline']);
    const inner = await tab.frame('/page/inner.html');
    if (!inner) throw new Error('there is no frame');
    await expectMarks(inner, ['kratom']);
    const corner = await tab.evaluate(() => {
      const frame = document.querySelector('iframe');
      const { x = 0, y = 0 } = frame?.getBoundingClientRect() ?? {};
      return { x: x + (frame?.clientLeft ?? 0), y: y + (frame?.clientTop ?? 0) };
    });
    const point = await pointOfMark(inner, 'kratom');
    await tab.move({ x: corner.x + point.x, y: corner.y + point.y });
    const { box } = await openCard(tab, 'kratom');
    expect(box.x, 'the card is drawn in the frame').toBeGreaterThanOrEqual(corner.x);
  });
}
