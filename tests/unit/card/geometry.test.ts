import { describe, expect, it } from 'vitest';
import { inCorridor, whereIs } from '../../../lib/card/corridor.ts';
import { lineAt, type Rect } from '../../../lib/card/geometry.ts';

const below: Rect = { left: 80, top: 130, right: 430, bottom: 600 };
const after: Rect = { left: 200, top: 20, right: 550, bottom: 500 };
const leftAt = { x: 100, y: 110 };

describe('the safe way from a mark to its card', () => {
  it.each([
    ['straight down to a card below', below, { x: 100, y: 125 }, true],
    ['slanting to its far side', below, { x: 200, y: 125 }, true],
    ['inside the card', below, { x: 300, y: 400 }, true],
    ['along the line, away from the card', below, { x: 300, y: 110 }, false],
    ['up and away', below, { x: 100, y: 90 }, false],
    ['past the card', below, { x: 60, y: 300 }, false],
    ['along the line to a card after the word', after, { x: 160, y: 110 }, true],
    ['down from a word with its card after it', after, { x: 100, y: 200 }, false],
  ])('%s', (_, card, point, safe) => {
    expect(inCorridor(point, leftAt, card)).toBe(safe);
  });
});

describe('the strip between a mark and its card', () => {
  const line: Rect = { left: 100, top: 104, right: 170, bottom: 124 };

  it.each([
    ['just under the word', below, { x: 130, y: 127 }, 'card'],
    ['under the line, beside the word', below, { x: 300, y: 127 }, 'page'],
    ['after the word', after, { x: 185, y: 112 }, 'card'],
    ['after the word, under its line', after, { x: 185, y: 300 }, 'page'],
    ['in the card', below, { x: 300, y: 400 }, 'card'],
    ['above the word', below, { x: 130, y: 90 }, 'page'],
  ])('%s', (_, card, point, where) => {
    expect(whereIs(point, { card, line, leftAt: undefined })).toBe(where);
  });
});

describe('the line of a wrapped mark', () => {
  const lines = [
    { left: 500, top: 0, right: 560, bottom: 20 },
    { left: 0, top: 24, right: 40, bottom: 44 },
  ];

  it('is the one under the pointer, the nearest, or the first', () => {
    expect(lineAt(lines, { x: 20, y: 30 })).toBe(lines[1]);
    expect(lineAt(lines, { x: 480, y: 10 })).toBe(lines[0]);
    expect(lineAt(lines, undefined)).toBe(lines[0]);
    expect(lineAt([], { x: 0, y: 0 })).toBeUndefined();
  });
});
