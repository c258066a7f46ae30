import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pace, Steps } from '../../../lib/page/pace.ts';
import { eachOf, sortInSlices } from '../../../lib/page/slices.ts';

/** A slice that is used up whenever it is asked. */
const hurried: Pace = { isDue: () => true };

function finish<T>(steps: Steps<T>): { value: T; breaks: number } {
  for (let breaks = 0; ; breaks++) {
    const step = steps.next();
    if (step.done) return { value: step.value, breaks };
  }
}

const byNumber = (a: number, b: number): number => a - b;

describe('loops in slices', () => {
  it('go through everything, in order, with breaks', () => {
    const seen: number[] = [];
    const all = Array.from({ length: 10_000 }, (_, index) => index);
    const { breaks } = finish(eachOf(all, hurried, (one) => seen.push(one)));
    expect(seen).toEqual(all);
    expect(breaks).toBeGreaterThan(20);
  });

  it('sort as a sort does, and keep the order of equals', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ key: fc.integer({ min: 0, max: 20 }), id: fc.nat() }), { maxLength: 200 }), (things) => {
        const { value } = finish(sortInSlices(things, (a, b) => a.key - b.key, hurried));
        expect(value).toEqual(things.toSorted((a, b) => a.key - b.key));
      }),
    );
  });

  it('compare little where little is out of order', () => {
    const count = 50_000;
    const things = Array.from({ length: count }, (_, index) => index);
    things.push(...things.splice(1_000, 10));
    let compared = 0;
    const { value, breaks } = finish(
      sortInSlices(
        things,
        (a, b) => {
          compared++;
          return byNumber(a, b);
        },
        hurried,
      ),
    );
    expect(value).toEqual(things.toSorted(byNumber));
    expect(compared).toBeLessThan(4 * count);
    expect(breaks, 'never many comparisons without a break').toBeGreaterThan(compared / 100);
  });
});
