/** Starts Evenhand in a page and its frames, and ends it there, as the settings say. Nothing it does may fail in the page's sight. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import '../../assets/styles/marks.css';
import { readCardAnswer } from '../../lib/messages/answers.ts';
import { answerMessages } from '../../lib/messages/listen.ts';
import { type PageMessage, readToPageMessage } from '../../lib/messages/messages.ts';
import { hiddenForm, hiddenOn, hideWord, isOffOn, type Settings, turnSiteOff } from '../../lib/settings/settings.ts';
import { openSettings } from '../../lib/settings/store.ts';
import { createMatcher } from '../../lib/text/matcher.ts';
import { browser } from './browser.ts';
import { clearLeftovers, framesToRead, hostsAround, takeOver, whenLargeEnough, whenRewritten, whenShown } from './frame.ts';
import { openSession, type PageSession, type SessionPorts } from './page-session.ts';
import { cardCode, world } from './world.ts';

export default defineContentScript({
  ...framesToRead,
  main() {
    const run = (): void => {
      start(run).catch(() => undefined);
    };
    // In a task of its own: that in which the browser has compiled all this is long enough.
    setTimeout(run);
  },
});

const xhtml = 'http://www.w3.org/1999/xhtml';

/** False once the extension has been updated, turned off or removed while the page stayed open. */
function isInstalled(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/** `startAgain` takes this copy's place. */
async function start(startAgain: () => void): Promise<void> {
  const copy = takeOver();
  const { signal } = copy;
  world.evenhandGuard?.listen();
  clearLeftovers(document);
  whenRewritten(document, signal).then(startAgain);
  await whenShown(document, signal);
  await whenLargeEnough(window, signal);
  // Pictures and data have no text to read. A page that is writing itself may have no body yet.
  if (document.documentElement?.namespaceURI !== xhtml) return;

  const settings = openSettings(browser.storage.local);
  const hosts = hostsAround(window);
  let session: PageSession | undefined;
  /** Turned off where that cannot be stored: in a private window, or on a file. */
  let isOffHere = false;
  /** Words hidden where that cannot be stored. */
  const hiddenHere: string[] = [];
  // The last is the outermost: a frame's own host is not the site the reader sees. Files have none.
  const site = hosts.at(-1);

  function endIfRemoved(): boolean {
    if (!isInstalled()) copy.abort();
    return signal.aborted;
  }

  async function send(message: PageMessage): Promise<unknown> {
    if (endIfRemoved()) return undefined;
    try {
      return await browser.runtime.sendMessage(message);
    } catch {
      endIfRemoved();
      return undefined;
    }
  }

  /** One after the other: settings can change while the names are still being read. */
  let applied: Promise<void> = Promise.resolve();
  function apply(wanted: Settings): Promise<void> {
    applied = applied.then(() => setSession(wanted)).catch(() => copy.abort());
    return applied;
  }

  async function setSession(wanted: Settings): Promise<void> {
    if (endIfRemoved()) return;
    const isOff = isOffHere || !wanted.enabled || hosts.some((host) => isOffOn(wanted, host));
    if (isOff) {
      session?.end();
      session = undefined;
    } else if (session) session.set(wanted);
    else {
      // Sites that are off never pay for reading the names.
      const { default: table } = await import('virtual:evenhand/matcher-table');
      if (signal.aborted) return;
      session = openSession(wanted, { ...ports, matcher: createMatcher(table) });
    }
  }

  /** Stores what is wanted of the site; where that cannot be stored, `keepHere` keeps it while the page is open. */
  async function setSite(change: (current: Settings, stored: string) => Partial<Settings>, keepHere: () => void): Promise<void> {
    const stored = browser.extension.inIncognitoContext ? undefined : site;
    if (stored === undefined) {
      keepHere();
      await apply(await settings.get());
    } else await settings.update((current) => change(current, stored));
  }

  const turnOffSite = () =>
    setSite(turnSiteOff, () => {
      isOffHere = true;
    });

  const hide = (word: string) =>
    setSite(
      (current, stored) => hideWord(current, stored, word),
      () => hiddenHere.push(hiddenForm(word)),
    );

  const ports: Omit<SessionPorts, 'matcher'> = {
    document,
    cardCode: cardCode().promise,
    guard: world.evenhandGuard,
    hiddenWords: (wanted) => [...hiddenHere, ...(site === undefined ? [] : hiddenOn(wanted, site))],
    fetchCard: async (entry, onPage, near) => readCardAnswer(await send({ type: 'card', entry, onPage, ...(near && { near }) })),
    report: (count, entries) => send({ type: 'found', count, entries }),
    actions: {
      openLibrary: (entry) => send({ type: 'library', entry }),
      textFor: async (of, entry, exact, claim) => {
        const text = await send({ type: 'text', of, entry, exact, ...(claim && { claim }) });
        return typeof text === 'string' ? text : undefined;
      },
      hideWord: (word) => hide(word).catch(endIfRemoved),
      turnOffSite: () => turnOffSite().catch(endIfRemoved),
      turnOffEverywhere: () => settings.update(() => ({ enabled: false })).catch(endIfRemoved),
    },
  };

  const applyStored = () => settings.get().then(apply).catch(endIfRemoved);

  signal.addEventListener('abort', () => session?.end(), { once: true });
  settings.watch(apply, signal);
  answerMessages(
    browser.runtime.onMessage,
    readToPageMessage,
    (message, sender) =>
      sender.id === browser.runtime.id ? Promise.resolve().then(() => session?.handle(message) ?? []) : undefined,
    signal,
  );
  document.addEventListener('visibilitychange', endIfRemoved, { signal });
  // Back from the browser's page cache: settings may have changed meanwhile, and the toolbar button has been reset.
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted) applyStored().then(() => session?.reportAgain());
    },
    { signal },
  );
  await applyStored();
}
