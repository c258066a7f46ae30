/**
 * Time for a page under test: timers, frames and messages are kept in a queue and run when the test says so. Nothing is waited for,
 * the order is the same each time, and "settled" is an empty queue.
 */

interface Task {
  id: number;
  dueMs: number;
  run(): void;
}

const frameMs = 16;
/** A busy page's idle time: it comes late, and is short. */
const idleAfterMs = 40;
const idleMs = 5;
/** Work that is still not done after this many tasks never will be. */
const taskLimit = 20_000;

export interface Clock {
  /** How much time every look at the clock takes: 0 never ends a slice of work, 9 ends each after one step. */
  msPerLook: number;
  /** Lets the page's observers hear of what has changed. */
  turn(): Promise<void>;
  /** Runs one task, if there is one. */
  runTask(): Promise<void>;
  /** Runs all that is due up to the next frame, and that. */
  runFrame(): Promise<void>;
  /** Runs until nothing is left to do. */
  settle(): Promise<void>;
}

/** Puts the page's own clock aside, for good. */
export function installClock(): Clock {
  let nowMs = 0;
  let lastId = 0;
  let tasks: Task[] = [];
  const add = (afterMs: number, run: () => void): number => {
    const id = ++lastId;
    tasks.push({ id, dueMs: nowMs + afterMs, run });
    return id;
  };
  const cancel = (id?: number): void => {
    tasks = tasks.filter((task) => task.id !== id);
  };

  const { port1, port2 } = new MessageChannel();
  const turn = (): Promise<void> =>
    new Promise((resolve) => {
      port1.onmessage = () => resolve();
      port2.postMessage(undefined);
    });

  async function runTask(): Promise<void> {
    // Of two that are due at once, the one added first.
    const [first, ...others] = tasks;
    if (first === undefined) return;
    const next = others.reduce((soonest, task) => (task.dueMs < soonest.dueMs ? task : soonest), first);
    cancel(next.id);
    nowMs = Math.max(nowMs, next.dueMs);
    next.run();
    await turn();
  }

  const clock: Clock = {
    msPerLook: 0,
    turn,
    runTask,
    async runFrame() {
      let isDone = false;
      add(nextFrameMs(), () => {
        isDone = true;
      });
      while (!isDone) await runTask();
    },
    async settle() {
      await turn();
      for (let count = 0; tasks.length > 0; count++) {
        if (count === taskLimit) throw new Error('it does not settle');
        await runTask();
      }
    },
  };
  const nextFrameMs = (): number => frameMs - (nowMs % frameMs);

  Object.assign(window, {
    setTimeout: (run: () => void, afterMs = 0) => add(Math.max(afterMs, 1), run),
    clearTimeout: cancel,
    requestAnimationFrame: (run: FrameRequestCallback) => add(nextFrameMs(), () => run(nowMs)),
    requestIdleCallback: (run: IdleRequestCallback) =>
      add(idleAfterMs, () => {
        const endMs = nowMs + idleMs;
        run({ didTimeout: false, timeRemaining: () => Math.max(endMs - nowMs, 0) });
      }),
    MessageChannel: class {
      port1: { onmessage?: () => void; close(): void } = { close() {} };
      port2 = { postMessage: () => add(0, () => this.port1.onmessage?.()) };
    },
  });
  performance.now = () => {
    nowMs += clock.msPerLook;
    return nowMs;
  };
  return clock;
}
