import { describe, expect, it } from 'vitest';
import { contains } from '../../../lib/card/geometry.ts';
import { viewport, words } from './paths/layout.ts';
import { pointerPaths } from './paths/path.ts';
import { replay } from './paths/replay.ts';

const paths = pointerPaths();

describe('a pointer that', () => {
  it.each(paths.map((path) => [path.what, path] as const))('%s', (_, path) => {
    const { open, placed } = replay(path);
    expect(open).toEqual(path.expect.map((moment) => moment.open));
    if (!path.near) return;
    const line = words.flatMap(({ lines }) => lines).find((one) => contains(one, path.near ?? { x: 0, y: 0 }));
    expect(placed?.y, 'the card is under that line').toBe((line?.bottom ?? 0) + 6);
  });

  it('trembles asks for its entry once', () => {
    const path = paths.find(({ name }) => name === 'trembling-hand');
    expect(path && replay(path).fetched).toEqual(['sertraline']);
  });
});

it.each(paths.map((path) => [path.name, path] as const))(
  '%s is a path in time and in the window',
  (_, { moves, expect: ends }) => {
    expect(moves.length % 3).toBe(0);
    expect(ends.length).toBeGreaterThan(0);
    for (let i = 0; i < moves.length; i += 3) {
      const [at = -1, x = -1, y = -1] = moves.slice(i, i + 3);
      if (i > 0) expect(at).toBeGreaterThan(moves[i - 3] ?? 0);
      expect(x >= 0 && x < viewport.width && y >= 0 && y < viewport.height).toBe(true);
    }
  },
);
