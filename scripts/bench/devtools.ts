/** What Chromium does and tells over its DevTools protocol beyond what the test driver asks of both browsers. */
import { ChromiumPage } from '../../tests/e2e/chromium-page.ts';
import type { PageDriver } from '../../tests/e2e/driver.ts';

export function inChromium(page: PageDriver): ChromiumPage {
  if (page instanceof ChromiumPage) return page;
  throw new Error('only Chromium can be asked for this');
}

/** Has a tab's processor run this many times slower. */
export async function slowDown(page: PageDriver, rate: number): Promise<void> {
  await inChromium(page).session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** What `Runtime.getHeapUsage` answers with; newer than Playwright's list of it. */
interface HeapUsage {
  /** Objects of scripts. */
  usedSize: number;
  /** What the browser keeps for them: nodes, ranges. */
  embedderHeapUsedSize: number;
  /** The bytes of typed arrays. */
  backingStorageSize: number;
}

/** All that the scripts of a tab, its page's and ours, keep in use, in bytes, after what nobody holds is cleared away. */
export async function heapInUse(page: PageDriver): Promise<number> {
  const { session } = inChromium(page);
  // Twice: the first lets go what finalizers hold.
  for (let round = 0; round < 2; round++) await session.send('HeapProfiler.collectGarbage');
  const usage = (await session.send('Runtime.getHeapUsage')) as unknown as HeapUsage;
  return usage.usedSize + usage.embedderHeapUsedSize + usage.backingStorageSize;
}

export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds: when it began, how long it lasted, and how much of that its thread was running. */
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { worldId?: number; fileName?: string; data?: { url?: string } };
}

const categories = ['devtools.timeline', 'v8', 'toplevel'];
const scripts = 'content-scripts/';

/** What Chromium wrote down of a tab's process while `use` ran. */
export async function traceOf(page: PageDriver, use: () => Promise<unknown>): Promise<Trace> {
  const { page: tab } = inChromium(page);
  const browser = tab.context().browser();
  if (!browser) throw new Error('the browser is gone');
  await browser.startTracing(tab, { categories });
  await use();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  return new Trace(traceEvents);
}

/** The main thread of the tab our scripts ran in, in ms of it at work. */
export class Trace {
  readonly #events: readonly TraceEvent[];
  readonly #run: TraceEvent;

  constructor(events: readonly TraceEvent[]) {
    const run = events.find((event) => event.name === 'v8.run' && isOurs(event));
    if (!run) throw new Error('the trace does not tell of our scripts');
    this.#run = run;
    this.#events = events.filter(({ pid, tid }) => pid === run.pid && tid === run.tid);
  }

  /** Parsing the scripts. */
  get compileMs(): number {
    return this.#sum('v8.compile');
  }

  /** Running them from top to bottom. */
  get evaluateMs(): number {
    return this.#sum('v8.run');
  }

  #sum(name: string): number {
    return this.#events.filter((event) => event.name === name && isOurs(event)).reduce((sum, event) => sum + msOf(event), 0);
  }

  /**
   * What is ours, in order, none within another: the scripts' evaluation, the calls of functions of its world, and the microtasks of the
   * thread, which are all its own where the page has no scripts.
   */
  ours(): TraceEvent[] {
    let end = 0;
    return this.#whole(
      (event) =>
        (event.name === 'EvaluateScript' && isOurs(event)) ||
        (event.name === 'v8.callFunction' && event.args?.worldId === this.#run.args?.worldId) ||
        event.name === 'BlinkScheduler_PerformMicrotaskCheckpoint',
    ).filter((event) => {
      if (event.ts < end) return false;
      end = event.ts + (event.dur ?? 0);
      return true;
    });
  }

  /** Our share of each task of the thread, longest first. */
  oursByTask(): number[] {
    const ours = this.ours();
    const shares: number[] = [];
    let at = 0;
    for (const task of this.#whole(({ name }) => name === 'ThreadControllerImpl::RunTask')) {
      const end = task.ts + (task.dur ?? 0);
      let share = 0;
      for (; at < ours.length && (ours[at]?.ts ?? 0) < end; at++) share += msOf(ours[at] as TraceEvent);
      shares.push(share);
    }
    return shares.sort((a, b) => b - a);
  }

  #whole(wanted: (event: TraceEvent) => boolean): TraceEvent[] {
    return this.#events.filter((event) => event.ph === 'X' && wanted(event)).sort((a, b) => a.ts - b.ts);
  }
}

const isOurs = ({ args }: TraceEvent): boolean => (args?.data?.url ?? args?.fileName ?? '').includes(scripts);

export const msOf = ({ dur = 0, tdur = dur }: TraceEvent): number => tdur / 1000;
