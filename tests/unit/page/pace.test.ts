import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRunner, type Job } from '../../../lib/page/pace.ts';

/** What a page's first reading may take, and a little more. */
const firstReadingMs = 1_100;
const idleMs = 50;

interface IdlePage {
  document: Document;
  /** Gives the page an idle period, where one has been asked for. */
  rest(): void;
}

function idlePage(): IdlePage {
  let asked: IdleRequestCallback | undefined;
  const view = {
    requestIdleCallback(callback: IdleRequestCallback) {
      asked = callback;
    },
  };
  return {
    document: { visibilityState: 'visible', defaultView: view } as unknown as Document,
    rest() {
      const callback = asked;
      asked = undefined;
      const endMs = performance.now() + idleMs;
      callback?.({ didTimeout: false, timeRemaining: () => Math.max(endMs - performance.now(), 0) });
    },
  };
}

/** Each step takes a millisecond. */
function* stepsOf(done: (nowMs: number) => void, isDue: () => boolean): Job {
  for (;;) {
    vi.advanceTimersByTime(1);
    done(performance.now());
    if (isDue()) yield;
  }
}

const untilAllHasRun = async (): Promise<void> => {
  for (let turn = 0; turn < 2_000; turn++) await new Promise(setImmediate);
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

it('waits for idle time when it has used up its share, and then uses all of it in short slices', async () => {
  const { document, rest } = idlePage();
  const ended = new AbortController();
  const runner = createRunner(document, ended.signal, () => undefined);
  const steps: number[] = [];
  let slices = 0;
  const isDue = (): boolean => {
    const is = runner.pace.isDue();
    if (is) slices++;
    return is;
  };
  runner.add(stepsOf((nowMs) => steps.push(nowMs), isDue));
  await untilAllHasRun();
  expect(steps.length).toBeLessThan(firstReadingMs);

  const [stepsBefore, slicesBefore] = [steps.length, slices];
  rest();
  await untilAllHasRun();
  const stepsInIdleTime = steps.length - stepsBefore;
  expect(stepsInIdleTime).toBeGreaterThan(idleMs - 10);
  expect(stepsInIdleTime).toBeLessThanOrEqual(idleMs + 1);
  expect(slices - slicesBefore).toBeGreaterThanOrEqual(6);

  // Nothing more until the page rests again.
  await untilAllHasRun();
  expect(steps.length).toBe(stepsBefore + stepsInIdleTime);
  ended.abort();
});
