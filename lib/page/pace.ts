/** Work in slices: short enough that the page stays smooth, seldom while the page is busy, none while it is hidden. */
import { createBudget } from './budget.ts';

/** How long a slice may take. */
const sliceMs = 8;
/** And how many steps: some browsers blur the clock to 100 ms. */
const sliceSteps = 64;
/** Less idle time than this is left to the page. */
const shortestIdleMs = 1;

/** A piece of work that yields whenever `pace.isDue()`. */
export type Job = Steps<void>;
export type Steps<T> = Generator<undefined, T, undefined>;

export interface Pace {
  /** Whether the slice is used up; counts one step of work. */
  isDue(): boolean;
}

export interface Runner {
  pace: Pace;
  /** Adds a job at the end. */
  add(job: Job): void;
  /** Adds a job that runs before others: in the next frame before it is painted, or on a busy page when its turn comes. */
  addForFrame(job: Job): void;
  /** Asks `whenIdle` again, in the next frame. */
  wake(): void;
}

/** A slice that may run now. Idle time costs the page nothing. */
interface Turn {
  ms: number;
  isIdle: boolean;
}
const fullTurn: Turn = { ms: sliceMs, isIdle: false };

/** Runs jobs one after another until `signal` ends them. `whenIdle` is called when none is left, and may return one more. */
export function createRunner(document: Document, signal: AbortSignal, whenIdle: () => Job | undefined): Runner {
  const view = document.defaultView;
  const nextTask = createTasks(signal);
  const budget = createBudget(performance.now());
  const queue: Job[] = [];
  let idle: IdleDeadline | undefined;
  let running = false;
  let sliceEnd = 0;
  let steps = 0;
  const pace: Pace = {
    isDue() {
      steps++;
      return steps >= sliceSteps || performance.now() >= sliceEnd;
    },
  };

  /** False when nothing is left to do. */
  function runSlice({ ms, isIdle }: Turn): boolean {
    const start = performance.now();
    sliceEnd = start + ms;
    steps = 0;
    try {
      do {
        // Taken out while it runs: a job that throws is not tried again.
        const job = queue.shift() ?? whenIdle();
        if (job === undefined) return false;
        if (!job.next().done) queue.unshift(job);
      } while (!signal.aborted && performance.now() < sliceEnd && steps < sliceSteps);
      return true;
    } finally {
      const end = performance.now();
      if (!isIdle) budget.spend(end - start, end);
    }
  }

  /**
   * Without anything left to spend, the page's idle time is waited for, but not for ever. What is left of it after a slice is for the
   * next: a browser calls only once in each.
   */
  async function nextTurn(inFrame: boolean): Promise<Turn> {
    const waitMs = budget.waitMs(performance.now());
    if (waitMs === 0 || !view) {
      await (inFrame && view ? nextFrame(view) : nextTask());
      return fullTurn;
    }
    if (idle) await nextTask();
    if (!idle || idle.timeRemaining() < shortestIdleMs) idle = await idleTime(view, waitMs);
    return idle.didTimeout ? fullTurn : { ms: Math.min(idle.timeRemaining(), sliceMs), isIdle: true };
  }

  async function run(inFrame: boolean): Promise<void> {
    if (running) return;
    running = true;
    try {
      let turn = await nextTurn(inFrame);
      for (;;) {
        if (document.visibilityState === 'hidden') await untilVisible(document, signal);
        if (signal.aborted) return;
        if (!runSlice(turn)) {
          budget.rest();
          return;
        }
        turn = await nextTurn(false);
      }
    } finally {
      running = false;
    }
  }

  return {
    pace,
    add(job) {
      if (signal.aborted) return;
      queue.push(job);
      void run(false);
    },
    addForFrame(job) {
      if (signal.aborted) return;
      queue.unshift(job);
      void run(true);
    },
    wake: () => void run(true),
  };
}

const nextFrame = (view: Window): Promise<void> => new Promise((resolve) => view.requestAnimationFrame(() => resolve()));

const idleTime = (view: Window, timeout: number): Promise<IdleDeadline> =>
  new Promise((resolve) => {
    view.requestIdleCallback(resolve, { timeout });
  });

/** Lets the page have its turn: unlike `scheduler.yield()` this doesn't go before the page's own timers. */
function createTasks(signal: AbortSignal): () => Promise<void> {
  const channel = new MessageChannel();
  let resume: (() => void) | undefined;
  channel.port1.onmessage = () => resume?.();
  // An open channel would keep all that was ever found.
  signal.addEventListener('abort', () => channel.port1.close());
  return () =>
    new Promise((resolve) => {
      resume = resolve;
      channel.port2.postMessage(undefined);
    });
}

const untilVisible = (document: Document, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const ended = new AbortController();
    const check = (): void => {
      if (document.visibilityState === 'hidden' && !signal.aborted) return;
      ended.abort();
      resolve();
    };
    document.addEventListener('visibilitychange', check, { signal: ended.signal });
    signal.addEventListener('abort', check, { signal: ended.signal });
  });
