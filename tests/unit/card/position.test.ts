import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, type Rect } from '../../../lib/card/geometry.ts';
import { keepInView, type Placement, type PlacementInput, placeCard, sheetWidth } from '../../../lib/card/position.ts';

const line = (left: number, top: number, width = 70, height = 20): Rect => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

const place = (input: Partial<PlacementInput>) =>
  placeCard({
    lines: [line(300, 100)],
    card: { width: 348, height: 400 },
    viewport: { width: 1200, height: 800 },
    direction: 'ltr',
    ...input,
  });

describe('placeCard', () => {
  it.each<[string, Partial<PlacementInput>, object]>([
    ['below the word, its text in line with it', {}, { side: 'below', x: 283, y: 126, maxHeight: 662 }],
    ['above where there is no room below', { lines: [line(300, 600)] }, { side: 'above', x: 283, y: 194, maxHeight: 582 }],
    ['shifted in from the far edge', { lines: [line(1100, 100)] }, { side: 'below', x: 840, y: 126 }],
    ['shifted in from the near edge', { lines: [line(4, 100)] }, { side: 'below', x: 12, y: 126 }],
    ['from the right in text that runs to the left', { direction: 'rtl' }, { side: 'below', x: 39, y: 126 }],
    [
      'after the word where neither above nor below has room',
      { lines: [line(300, 350)], viewport: { width: 1200, height: 700 } },
      { side: 'after', x: 376, y: 288, maxHeight: 676 },
    ],
    [
      'before the word where there is no room after it',
      { lines: [line(800, 350)], viewport: { width: 1200, height: 700 } },
      { side: 'before', x: 446, y: 288, maxHeight: 676 },
    ],
    [
      'cut to the larger side where there is no room beside the word either',
      { lines: [line(200, 300)], viewport: { width: 500, height: 700 } },
      { side: 'below', x: 140, y: 326, maxHeight: 362 },
    ],
    [
      'over the line in a very low window',
      { lines: [line(200, 80)], viewport: { width: 500, height: 200 } },
      { side: 'over', y: 12, maxHeight: 176 },
    ],
    ['as a sheet on a narrow screen', { viewport: { width: 320, height: 640 } }, { side: 'sheet', x: 0, y: 320, maxHeight: 320 }],
    [
      'as a low sheet when it has little to say',
      { viewport: { width: 320, height: 640 }, card: { width: 320, height: 100 } },
      { side: 'sheet', y: 540 },
    ],
    [
      'as a sheet after a tap, in the middle of a wide screen',
      { viewport: { width: 800, height: 900 }, touch: true },
      { side: 'sheet', x: 120, y: 500 },
    ],
    [
      'as a sheet along the upper edge where it would lie on the word',
      { viewport: { width: 360, height: 640 }, lines: [line(40, 500)] },
      { side: 'sheet', y: 0, maxHeight: 320 },
    ],
    [
      'as a lower sheet rather than on a word in the middle',
      { viewport: { width: 360, height: 640 }, lines: [line(40, 330)] },
      { side: 'sheet', y: 0, maxHeight: 320 },
    ],
    [
      'as a sheet of more than half a low window, as on a page zoomed to 400%',
      { viewport: { width: 320, height: 256 }, lines: [line(40, 10)] },
      { side: 'sheet', y: 48, maxHeight: 208 },
    ],
    [
      'as a sheet of most of the screen once the reader asks for more',
      { viewport: { width: 360, height: 640 }, card: { width: 360, height: 2000 }, full: true },
      { side: 'sheet', y: 48, maxHeight: 592 },
    ],
    ['in the middle when the word is out of sight', { lines: [] }, { side: 'over', x: 426 }],
  ])('stands %s', (_, input, expected) => {
    expect(place(input)).toMatchObject(expected);
  });

  it('goes to the line of a wrapped word the pointer is on', () => {
    const lines = [line(900, 100), line(20, 124)];
    expect(place({ lines, pointer: { x: 40, y: 130 } })).toMatchObject({ x: 12, y: 150 });
    expect(place({ lines, pointer: { x: 940, y: 110 } })).toMatchObject({ x: 840, y: 126 });
    expect(place({ lines })).toMatchObject({ x: 840, y: 126 });
  });

  it('keeps its side when it grows and has fair room there', () => {
    const grown = { card: { width: 420, height: 900 }, lines: [line(300, 380)] };
    expect(place({ ...grown, keep: 'below' })).toMatchObject({ side: 'below', maxHeight: 382 });
    expect(place({ ...grown, lines: [line(300, 600)], keep: 'below' }).side).not.toBe('below');
  });

  const marginPx = 12;
  const gapPx = 6;
  /** A word of one or two lines somewhere in a window, the pointer on one of them, and a card of any height. */
  const scenes = fc
    .record({
      viewport: fc.record({ width: fc.integer({ min: 240, max: 2000 }), height: fc.integer({ min: 150, max: 1400 }) }),
      left: fc.nat(2000),
      top: fc.nat(1300),
      width: fc.integer({ min: 20, max: 200 }),
      secondLine: fc.boolean(),
      onSecond: fc.boolean(),
      height: fc.integer({ min: 60, max: 2000 }),
      cardWidth: fc.constantFrom(348, 420),
      direction: fc.constantFrom('ltr' as const, 'rtl' as const),
      touch: fc.boolean(),
      full: fc.boolean(),
      keep: fc.constantFrom(undefined, 'below' as const, 'above' as const, 'before' as const, 'after' as const, 'sheet' as const),
    })
    .map(({ viewport, left, top, width, secondLine, onSecond, height, cardWidth, direction, touch, full, keep }) => {
      const first = line(Math.min(left, viewport.width - width), Math.min(top, viewport.height - 44), width);
      const lines = secondLine ? [first, line(0, first.top + 24, 40)] : [first];
      const under = lines[onSecond ? lines.length - 1 : 0] ?? first;
      const pointer = { x: (under.left + under.right) / 2, y: (under.top + under.bottom) / 2 };
      const card = { width: Math.min(cardWidth, viewport.width - 24), height };
      return { viewport, lines, under, pointer, card, direction, touch, full, keep };
    });
  const boxOf = (
    scene: { viewport: { width: number; height: number }; card: { width: number; height: number } },
    placed: Placement,
  ) => {
    const width = placed.side === 'sheet' ? sheetWidth(scene.viewport) : scene.card.width;
    const height = Math.min(scene.card.height, placed.maxHeight);
    return { left: placed.x, top: placed.y, right: placed.x + width, bottom: placed.y + height };
  };
  const areApart = (a: Rect, b: Rect) => a.top >= b.bottom || a.bottom <= b.top || a.left >= b.right || a.right <= b.left;

  it('is always in the viewport whole, with a margin unless it is a sheet', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const placed = placeCard(scene);
        const box = boxOf(scene, placed);
        const margin = placed.side === 'sheet' ? 0 : marginPx;
        expect(box.left).toBeGreaterThanOrEqual(margin);
        expect(box.top).toBeGreaterThanOrEqual(margin);
        expect(box.right).toBeLessThanOrEqual(scene.viewport.width - margin);
        expect(box.bottom).toBeLessThanOrEqual(scene.viewport.height - margin);
        expect(box.bottom - box.top, 'and there is something of it to see').toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('never lies on the line under the pointer where there is room for it on any side', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { under, viewport, card, pointer } = scene;
        const placed = placeCard(scene);
        const sheet = placed.side === 'sheet';
        // A reader who asks for more on a small screen wants it read before anything else.
        fc.pre(!(sheet && scene.full));
        const margin = sheet ? 0 : marginPx;
        const height = sheet ? Math.min(card.height, Math.max(viewport.height / 2, 280), viewport.height - 48) : card.height;
        const roomBelow = viewport.height - margin - gapPx - under.bottom;
        const roomAbove = under.top - gapPx - margin;
        const fits = Math.max(roomBelow, roomAbove) >= height;
        const fitsBeside =
          !sheet &&
          Math.max(under.left, viewport.width - under.right) - gapPx - marginPx >= card.width &&
          card.height <= viewport.height - 24;
        const box = boxOf(scene, placed);
        const isOff = areApart(box, under) && !contains(box, pointer);
        if (fits || fitsBeside) expect(isOff).toBe(true);
        if (!isOff) expect(['over', 'sheet']).toContain(placed.side);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps a pinned card in the viewport, whatever the window becomes', () => {
    fc.assert(
      fc.property(scenes, scenes, (scene, later) => {
        const placed = keepInView(placeCard(scene), later.card, later.viewport, later.full);
        const box = boxOf(later, placed);
        fc.pre(placed.side === 'sheet' || later.viewport.width >= later.card.width + 24);
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(later.viewport.width);
        expect(box.bottom).toBeLessThanOrEqual(later.viewport.height);
      }),
    );
  });
});

describe('keepInView', () => {
  const placed = { side: 'below', x: 700, y: 300, maxHeight: 400 } as const;

  it('leaves a pinned card where it is', () => {
    expect(keepInView(placed, { width: 348, height: 400 }, { width: 1200, height: 800 })).toMatchObject({ x: 700, y: 300 });
  });

  it('moves it only as far as a smaller window or a longer card asks for', () => {
    expect(keepInView(placed, { width: 348, height: 400 }, { width: 900, height: 800 })).toMatchObject({ x: 540, y: 300 });
    expect(keepInView(placed, { width: 348, height: 600 }, { width: 1200, height: 800 })).toMatchObject({ x: 700, y: 188 });
  });
});
