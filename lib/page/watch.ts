/** Listens to the page: its nodes, and only while it names something its styles. */
import { isShadowRoot, type Root } from './mention-index.ts';
import type { Job, Pace } from './pace.ts';
import type { Passage } from './passage.ts';
import { eachOf } from './slices.ts';

/** Attributes that show or hide text. */
const styleAttributes = ['class', 'style', 'hidden', 'open', 'slot', 'name'];
/** Attributes that say what text is: a link's, an editor's, in another language. They change far less often. */
const readingAttributes = ['contenteditable', 'role', 'href', 'lang'];
/** It is looked at most this often whether text is hidden or shown now. */
const styleCheckMs = 250;
/** The marks are checked at most this often. */
const tickMs = 1_000;

export interface WatchHandlers {
  /** Nodes or text have changed. */
  changed(records: readonly MutationRecord[]): void;
  /** Hidden text may be seen now, or the other way round. */
  styled(): void;
  /** The reader is here: a good time to look whether the marks still stand. */
  tick(): void;
}

export interface Watcher {
  watch(root: Root): void;
  /** Listens to what may show or hide these. */
  watchStyles(passages: readonly Passage[], pace: Pace): Job;
  /** Has `styled` called soon. */
  lookSoon(): void;
}

export function createWatcher(document: Document, signal: AbortSignal, handlers: WatchHandlers): Watcher {
  const observer = new MutationObserver((records) => handlers.changed(records));
  const styleObserver = new MutationObserver(styled);
  let watched = new Set<Node>();
  let styleTimer: ReturnType<typeof setTimeout> | undefined;
  let tickTimer: ReturnType<typeof setTimeout> | undefined;
  let lastTickMs = Number.NEGATIVE_INFINITY;

  function styled(): void {
    styleTimer ??= setTimeout(() => {
      styleTimer = undefined;
      handlers.styled();
    }, styleCheckMs);
  }

  function tick({ target }: Event): void {
    // What happens to our own card shows and hides nothing of the page.
    if ((target as Partial<Element> | null)?.localName !== 'note-card') styled();
    tickTimer ??= setTimeout(
      () => {
        tickTimer = undefined;
        lastTickMs = performance.now();
        handlers.tick();
      },
      Math.max(0, lastTickMs + tickMs - performance.now()),
    );
  }

  const listening = { capture: true, passive: true, signal } as const;
  for (const type of ['visibilitychange', 'focusin', 'scroll', 'click', 'toggle', 'transitionend', 'animationend'])
    document.addEventListener(type, tick, listening);
  for (const type of ['focus', 'resize', 'load', 'pageshow']) document.defaultView?.addEventListener(type, tick, listening);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    styleObserver.disconnect();
    clearTimeout(styleTimer);
    clearTimeout(tickTimer);
  });

  return {
    watch: (root) =>
      observer.observe(root, {
        childList: true,
        characterData: true,
        subtree: true,
        attributeFilter: readingAttributes,
        attributeOldValue: true,
      }),
    lookSoon: styled,
    *watchStyles(passages, pace) {
      const roots = new Set<Node>();
      // A list of its own: the index may change while this waits.
      yield* eachOf([...passages], pace, ({ nodes: [first] }) => {
        for (let root = first?.getRootNode(); root; root = isShadowRoot(root) ? root.host.getRootNode() : undefined)
          if (root.isConnected) roots.add(root);
      });
      if (roots.size === watched.size && [...roots].every((root) => watched.has(root))) return;
      watched = roots;
      styleObserver.disconnect();
      for (const root of roots) styleObserver.observe(root, { attributeFilter: styleAttributes, subtree: true });
    },
  };
}
