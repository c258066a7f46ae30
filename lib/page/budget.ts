/** How much work is let through on a page that is never idle. Pure: it is told the time. */

/** The share of all time that work may take for good. */
const share = 0.01;
/** So much may be saved up for changes that come alone: they are read before they are painted. */
const savedMs = 10;
/** A page's first reading is not held back. */
const firstMs = 1_000;
const longestWaitMs = 2_000;

export interface Budget {
  spend(ms: number, nowMs: number): void;
  /** How long until there is something left; 0 when there is. */
  waitMs(nowMs: number): number;
  /** All is done: what was for the first reading and is left of it is not for later. */
  rest(): void;
}

export function createBudget(nowMs: number): Budget {
  let leftMs = firstMs;
  let countedMs = nowMs;

  function earn(untilMs: number): void {
    if (leftMs < savedMs) leftMs = Math.min(savedMs, leftMs + share * (untilMs - countedMs));
    countedMs = untilMs;
  }

  return {
    spend(ms, atMs) {
      earn(atMs);
      leftMs = Math.max(leftMs - ms, -share * longestWaitMs);
    },
    waitMs(atMs) {
      earn(atMs);
      return leftMs > 0 ? 0 : Math.ceil(-leftMs / share) + 1;
    },
    rest() {
      leftMs = Math.min(leftMs, savedMs);
    },
  };
}
