import type { PageDriver } from './driver.ts';
import { expect, test } from './fixtures.ts';
import {
  expectNoCard,
  hoverMark,
  isCardOpen,
  marksOf,
  moveAway,
  openCard,
  openFully,
  pointOfMark,
  uncovered,
  watchCard,
} from './reading.ts';
import { samples } from './samples.ts';

const words = /\b(?:kratom|7-hydroxymitragynine|mitragynine|antidepressants?)\b/gi;

/** The entry a word of `words` belongs to, as its card is headed. */
const cardName = (word: string) =>
  /^antidep/i.test(word)
    ? 'Antidepressants'
    : /^7/.test(word)
      ? '7-(OH|hydroxy)'
      : /^mitra/i.test(word)
        ? 'Mitragynine'
        : 'Kratom';

/** Card-design: shown after the pointer has rested this long. */
const openDelayMs = 500;
/** What the clocks of a frame and of an event may differ by. */
const oneFrameMs = 17;

interface Timed {
  msFromRestToCard: Promise<number>;
}

/** Lets a page take the time from the last move of the pointer to the first frame that finds the card open; listening when this is done. */
const startTiming = (tab: PageDriver): Promise<void> =>
  tab.evaluate(() => {
    (window as unknown as Timed).msFromRestToCard = new Promise<number>((done) => {
      let restedAt = Number.POSITIVE_INFINITY;
      const moved = (event: Event) => {
        restedAt = event.timeStamp;
      };
      document.addEventListener('pointermove', moved, true);
      const look = () => {
        if (document.querySelector('note-card')?.matches(':popover-open')) {
          document.removeEventListener('pointermove', moved, true);
          done(performance.now() - restedAt);
        } else requestAnimationFrame(look);
      };
      look();
    });
  });

const msFromRestToCard = (tab: PageDriver): Promise<number> => tab.evaluate(() => (window as unknown as Timed).msFromRestToCard);

const page = `<!doctype html><html lang="en"><title>A page</title><style>body{margin:3em;font:20px serif}</style>
<p>Before <input id="name" value="typed"> after.</p><p>People speak of kratom and sertraline here.</p><p style="margin-top:300px">End.</p></html>`;

for (const sample of samples()) {
  test(`${sample.name}: every mention is marked and has its card`, async ({ tab, server, setSettings }) => {
    await setSettings({ density: 'all' });
    await tab.goto(server.add(`/samples/${sample.name}.html`, sample.html));
    await marksOf(tab);
    await expect.poll(async () => (await uncovered(tab, words)).missed).toEqual([]);
    expect((await uncovered(tab, words)).total).toBeGreaterThan(0);

    const marked = await tab.highlightTexts('note-mention');
    const kinds = new Map(marked.filter((text) => text.match(words)?.[0] === text).map((text) => [cardName(text), text]));
    for (const [name, word] of kinds) {
      await hoverMark(tab, word, name);
      await moveAway(tab);
      await expectNoCard(tab);
    }
    expect(tab.pageErrors()).toEqual([]);
  });
}

test('a card opens after the pointer has rested half a second, and not sooner', async ({ tab, server }) => {
  const words = ['kratom', 'sertraline', 'venlafaxine', 'mirtazapine', 'tianeptine'];
  await tab.goto(
    server.add(
      '/hover/time.html',
      `<!doctype html><title>Time</title>${words.map((word) => `<p>About ${word} today.</p>`).join('')}`,
    ),
  );
  const took: number[] = [];
  for (const word of words) {
    const at = await pointOfMark(tab, word);
    await startTiming(tab);
    await tab.move(at);
    took.push(await msFromRestToCard(tab));
    await tab.move({ x: 2, y: 500 });
    await expectNoCard(tab);
    // Soon after a card closes the next one comes sooner.
    expect(await watchCard(tab, 1_100)).toBe('closed');
  }
  expect(Math.min(...took)).toBeGreaterThanOrEqual(openDelayMs - oneFrameMs);
});

test('the card stays while the pointer is on it and goes when the pointer leaves', async ({ tab, server }) => {
  await tab.goto(server.add('/hover/stay.html', page));
  const { box } = await hoverMark(tab, 'kratom');
  await tab.move({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, 10);
  expect(await watchCard(tab, 800)).toBe('open');
  await moveAway(tab);
  await expectNoCard(tab);
});

test('Escape closes the card and the focus is where it was', async ({ tab, server }) => {
  await tab.goto(server.add('/hover/focus.html', page));
  const focused = () => tab.evaluate(() => document.activeElement?.id ?? '');
  await tab.evaluate(() => document.getElementById('name')?.focus());
  await hoverMark(tab, 'kratom');
  expect(await focused(), 'hovering moves no focus').toBe('name');
  await tab.press('Escape');
  await expectNoCard(tab);
  expect(await focused()).toBe('name');

  // A card sent away with Escape does not come back by itself for a while: another one, then.
  await moveAway(tab);
  await openFully(tab, await hoverMark(tab, 'sertraline'));
  await expect.poll(async () => (await tab.dialog())?.focused, 'focus is in the card').toBeDefined();
  await tab.press('Escape');
  await expectNoCard(tab);
  await expect.poll(focused, 'focus goes back from inside the card').toBe('name');
});

test('events made by the page open nothing', async ({ tab, server }) => {
  await tab.goto(server.add('/hover/fake.html', page));
  const at = await pointOfMark(tab, 'kratom');
  await tab.evaluate(({ x, y }) => {
    const target = document.elementFromPoint(x, y) ?? document.body;
    const init = { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y, pointerType: 'mouse', pointerId: 1 };
    for (const type of ['pointerover', 'pointerenter', 'pointermove', 'pointerrawupdate', 'pointerdown', 'pointerup'])
      target.dispatchEvent(new PointerEvent(type, init));
    for (const type of ['mouseover', 'mousemove', 'mousedown', 'mouseup', 'click'])
      target.dispatchEvent(new MouseEvent(type, init));
    for (const type of ['touchstart', 'touchend', 'focusin', 'contextmenu'])
      target.dispatchEvent(new Event(type, { bubbles: true }));
  }, at);
  expect(await watchCard(tab, 2 * openDelayMs)).toBe('closed');
  await tab.move(at);
  await openCard(tab, 'kratom');
  await tab.evaluate(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
  expect(await isCardOpen(tab), 'nor does a key the page made up close the card').toBe(true);
});
