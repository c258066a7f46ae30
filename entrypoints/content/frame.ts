/** What a content script asks about the frame it runs in. No `browser` here. */
import { world } from './world.ts';

/** In which frames our scripts run, and when. */
export const framesToRead = {
  matches: ['http://*/*', 'https://*/*', 'file:///*'],
  allFrames: true,
  // Frames without an address of their own (about:blank, srcdoc, blob:, data:) belong to the page that made them.
  matchOriginAsFallback: true,
  runAt: 'document_idle' as const,
};

/** CSS px. Frames below either are adverts, counters and buttons. */
const smallestFrame = { width: 120, height: 60 };

const hostIn = (address: string): string => (URL.canParse(address) ? new URL(address).hostname : '');

/** The hosts whose settings count for a frame: its own and those of the pages around it, as far as it may know them. */
export function hostsAround(view: Window): string[] {
  // An empty or srcdoc frame has the origin of the page that made it; a sandboxed one has the origin "null".
  const addresses = [view.origin, view.location.href];
  const { ancestorOrigins } = view.location;
  if (ancestorOrigins) addresses.push(...ancestorOrigins);
  else if (view.parent !== view) addresses.push(view.document.referrer);
  return [...new Set(addresses.map(hostIn))].filter((host) => host !== '');
}

/** Resolves once the frame is large enough to read in; at once for a whole page. Never when the signal aborts first. */
export function whenLargeEnough(view: Window, signal: AbortSignal): Promise<void> {
  const isLargeEnough = () =>
    view.parent === view || (view.innerWidth >= smallestFrame.width && view.innerHeight >= smallestFrame.height);
  return new Promise((resolve) => {
    if (isLargeEnough()) return resolve();
    const sized = new AbortController();
    const listenUntil = AbortSignal.any([signal, sized.signal]);
    const check = () => {
      if (!isLargeEnough()) return;
      sized.abort();
      resolve();
    };
    view.addEventListener('resize', check, { signal: listenUntil });
  });
}

/** Resolves once the page is shown: a page the browser loads ahead of time may never be. */
export function whenShown(document: Document & { prerendering?: boolean }, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (!document.prerendering) return resolve();
    document.addEventListener('prerenderingchange', () => resolve(), { once: true, signal });
  });
}

/** A page that writes itself anew time after time is not followed faster than this. */
const rewritePauseMs = 200;

/**
 * Resolves when the document has another root element: the page wrote itself anew with `document.open`, which takes every listener
 * off the document and its window, or put another root in place. Never when the signal aborts first.
 */
export function whenRewritten(document: Document, signal: AbortSignal): Promise<void> {
  const { documentElement } = document;
  const earliestMs = performance.now() + rewritePauseMs;
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new MutationObserver(() => {
      if (document.documentElement === documentElement) return;
      const waitMs = earliestMs - performance.now();
      if (waitMs > 0) timer ??= setTimeout(resolve, waitMs);
      else resolve();
    });
    observer.observe(document, { childList: true });
    signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(timer);
    });
  });
}

/** Ends an older copy in the same document and takes its place. */
export function takeOver(): AbortController {
  world.evenhandCopy?.abort();
  world.evenhandCopy = new AbortController();
  return world.evenhandCopy;
}

/** Names of what a page can see of us: kinds of marks, and the card's element. */
const highlightNames = ['note-mention', 'note-claim', 'note-active'];
const cardElement = 'note-card';

/** Removes the marks and card of a copy that can no longer do so: Firefox stops the scripts of an updated extension where they stand. */
export function clearLeftovers(document: Document): void {
  for (const name of highlightNames) CSS.highlights.delete(name);
  // A selector would be tried on every element of the page.
  for (const element of [...(document.documentElement?.children ?? [])]) if (element.localName === cardElement) element.remove();
}
