import { describe, expect, it } from 'vitest';
import { createBudget } from '../../../lib/page/budget.ts';

/** Works whenever it may, in slices, from a time on; answers with how much of the time it worked. */
function shareOfWork(sliceMs: number, forMs: number): number {
  const budget = createBudget(0);
  let [nowMs, workedMs] = [0, 0];
  while (nowMs < forMs) {
    const waitMs = budget.waitMs(nowMs);
    nowMs += waitMs;
    if (waitMs > 0) continue;
    nowMs += sliceMs;
    workedMs += sliceMs;
    budget.spend(sliceMs, nowMs);
  }
  return workedMs / forMs;
}

describe('the budget of a busy page', () => {
  it('does not hold back the first reading', () => {
    const budget = createBudget(0);
    budget.spend(500, 500);
    expect(budget.waitMs(500)).toBe(0);
  });

  it('keeps nothing of what the first reading left', () => {
    const budget = createBudget(0);
    budget.spend(100, 100);
    budget.rest();
    budget.spend(8, 200);
    budget.spend(8, 208);
    expect(budget.waitMs(208)).toBeGreaterThan(100);
  });

  it.each([1, 3, 8])('lets slices of %d ms have a hundredth of the time in the long run', (sliceMs) => {
    const hourMs = 3_600_000;
    expect(shareOfWork(sliceMs, hourMs)).toBeGreaterThan(0.009);
    expect(shareOfWork(sliceMs, hourMs)).toBeLessThan(0.011);
  });

  it('lets a change that comes alone be read at once', () => {
    const budget = createBudget(0);
    budget.spend(2_000, 2_000);
    expect(budget.waitMs(60_000)).toBe(0);
    budget.spend(5, 60_005);
    expect(budget.waitMs(60_005), 'and one more').toBe(0);
    budget.spend(8, 60_013);
    expect(budget.waitMs(60_013), 'but not many').toBeGreaterThan(100);
  });

  it('never asks to wait much longer than two seconds, however long a slice took', () => {
    const budget = createBudget(0);
    budget.spend(60_000, 60_000);
    expect(budget.waitMs(60_000)).toBeLessThan(2_100);
    expect(budget.waitMs(60_000)).toBeGreaterThan(1_900);
  });
});
