/** Pointer paths of the unit tests, walked on a real page. The words stand where `layout.ts` says. */
import { viewport, words } from '../unit/card/paths/layout.ts';
import { type PathEvent, type PointerPath, pointerPaths } from '../unit/card/paths/path.ts';
import type { PageDriver, PointerSample } from './driver.ts';
import { expect, test } from './fixtures.ts';
import { expectMarks, expectNoCard, openCard, watchCard } from './reading.ts';

const walked = [
  'pass-over',
  'overshoot-and-return',
  'diagonal-to-card',
  'fast-flick',
  'wobble-at-the-edge',
  'slow-drift-across-two-marks',
  'rest-between-mark-and-card',
  'scroll-under-a-resting-pointer',
  'press-drag-select',
  'touch-then-mouse',
];

/** The words on one line only: where a browser breaks lines is its own affair. */
const shown = words.filter(({ lines }) => lines.length === 1);
const page = `<!doctype html><html lang="en"><title>Paths</title>
<style>html { height: 3000px } p { position: absolute; margin: 0; font: 20px/20px monospace }</style>
${shown.map(({ text, lines: [at] }) => `<p style="left:${at?.left}px;top:${at?.top}px">${text}</p>`).join('\n')}</html>`;

const samplesOf = ({ moves }: PointerPath): PointerSample[] =>
  Array.from({ length: moves.length / 3 }, (_, i) => ({
    at: moves[3 * i] ?? 0,
    x: moves[3 * i + 1] ?? 0,
    y: moves[3 * i + 2] ?? 0,
  }));

async function take(tab: PageDriver, event: PathEvent, at: PointerSample): Promise<void> {
  if (event.type === 'press') await tab.button('down');
  else if (event.type === 'release') await tab.button('up');
  else if (event.type === 'scroll') await tab.wheel(at, event.by ?? 0);
  else if (event.type === 'tap') await tab.tap({ x: event.x ?? 0, y: event.y ?? 0 });
}

/** Samples and events in turn, each stretch at its own pace. */
async function walk(tab: PageDriver, path: PointerPath): Promise<void> {
  let left = samplesOf(path);
  let last = left[0] as PointerSample;
  const follow = async (samples: PointerSample[]) => {
    if (samples.length === 0) return;
    await tab.follow(samples);
    last = samples.at(-1) as PointerSample;
  };
  for (const event of path.events ?? []) {
    await follow(left.filter(({ at }) => at <= event.at));
    left = left.filter(({ at }) => at > event.at);
    await take(tab, event, last);
  }
  await follow(left);
}

/** Lets the page itself note whether a card has ever been open. */
const watchForCards = (tab: PageDriver): Promise<void> =>
  tab.evaluate(() => {
    const look = () => {
      if (document.querySelector('note-card')?.matches(':popover-open')) document.title = 'a card was open';
      requestAnimationFrame(look);
    };
    look();
  });

for (const path of pointerPaths().filter(({ name }) => walked.includes(name))) {
  test(`a pointer that ${path.what}`, async ({ tab, server }) => {
    await tab.setViewport(viewport.width, viewport.height);
    await tab.goto(server.add(`/paths/${path.name}.html`, page));
    await expectMarks(
      tab,
      shown.map(({ text }) => text),
    );
    await watchForCards(tab);
    await walk(tab, path);
    const ends = path.expect.at(-1)?.open;
    if (ends) await openCard(tab, ends);
    else expect(await watchCard(tab, 800)).toBe('closed');
    if (path.expect.every(({ open }) => open === null)) expect(await tab.evaluate(() => document.title)).toBe('Paths');
    await tab.press('Escape');
    await expectNoCard(tab);
  });
}

test('every path that is walked is there', () => {
  expect(pointerPaths().map(({ name }) => name)).toEqual(expect.arrayContaining(walked));
});
