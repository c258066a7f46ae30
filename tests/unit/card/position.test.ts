import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rect } from '../../../lib/card/geometry.ts';
import { keepInView, type PlacementInput, placeCard } from '../../../lib/card/position.ts';

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
      'as a sheet after a tap on a phone held sideways',
      { viewport: { width: 560, height: 300 }, touch: true },
      { side: 'sheet' },
    ],
    ['beside the word after a tap on a tablet', { viewport: { width: 800, height: 900 }, touch: true }, { side: 'below' }],
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

  it('never leaves the viewport and never covers the word it stands beside', () => {
    const size = fc.record({ width: fc.integer({ min: 400, max: 2000 }), height: fc.integer({ min: 150, max: 1400 }) });
    fc.assert(
      fc.property(
        size,
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 0, max: 1300 }),
        fc.integer({ min: 80, max: 2000 }),
        (viewport, left, top, height) => {
          const word = line(Math.min(left, viewport.width - 70), Math.min(top, viewport.height - 20));
          const card = { width: Math.min(348, viewport.width - 24), height };
          const { side, x, y, maxHeight } = place({ viewport, lines: [word], card });
          const bottom = y + Math.min(height, maxHeight);
          expect(x).toBeGreaterThanOrEqual(12);
          expect(x + card.width).toBeLessThanOrEqual(viewport.width - 12);
          expect(y).toBeGreaterThanOrEqual(12);
          expect(bottom).toBeLessThanOrEqual(viewport.height - 12);
          const apart = y >= word.bottom || bottom <= word.top || x >= word.right || x + card.width <= word.left;
          expect(side === 'over' || apart).toBe(true);
        },
      ),
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
