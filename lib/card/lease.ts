/**
 * A card must not outlive the script that can close it. When an extension is updated, Chromium stops its scripts in open
 * pages without a word to them, and what they put into the page stays (https://github.com/w3c/webextensions/issues/138). So
 * an open card is only lent to the page: an animation hides it unless the script is there to begin it anew.
 */
const leaseMs = 10_000;
const renewEveryMs = 4_000;

export interface Lease {
  start(): void;
  end(): void;
}

export function createLease(element: Element, document: Document, signal: AbortSignal): Lease {
  let running: Animation | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  const renew = (): void => {
    if (running) running.currentTime = 0;
  };
  const end = (): void => {
    clearInterval(timer);
    running?.cancel();
    running = undefined;
  };
  // Timers are slow in hidden tabs.
  document.addEventListener('visibilitychange', renew, { signal });
  signal.addEventListener('abort', end);
  return {
    start() {
      end();
      // All of it is delay: while an animation runs, the browser makes a frame for each turn of the screen.
      running = element.animate({ visibility: 'hidden' }, { delay: leaseMs, duration: 1, fill: 'forwards' });
      timer = setInterval(renew, renewEveryMs);
    },
    end,
  };
}
