import { useEffect, useState } from 'preact/hooks';
import { isOffOn, type Settings, turnSiteOff, turnSiteOn } from '../../lib/settings/settings.ts';
import type { SettingsStore } from '../../lib/settings/store.ts';
import { openLibrary } from '../sidepanel/open.ts';
import { askForAccess, askPage, goTo, type Page } from './ask-page.ts';
import { Choices } from './Choices.tsx';
import { MentionList } from './MentionList.tsx';
import { Notice, VisitNotice } from './Notice.tsx';
import { type FrameMention, hostOf, pageStateOf } from './page-state.ts';
import { Switch } from './Switch.tsx';

interface PopupProps {
  store: SettingsStore;
  initialSettings: Settings;
  initialPage: Page;
}

/** Time for a page to read itself after it has been turned on. */
const askAgainAfterMs = [150, 600, 1500];

export function Popup({ store, initialSettings, initialPage }: PopupProps) {
  const [settings, setSettings] = useState(initialSettings);
  const [page, setPage] = useState(initialPage);
  const host = hostOf(page.facts.url);
  const state = pageStateOf(page.facts, settings);
  /** The browser lets Evenhand read this page because its button was pressed there, and only now. */
  const isForThisVisit = !page.facts.mayRead && (state.is === 'mentions' || state.is === 'no-mentions');
  const isOnHere = host !== undefined && !isOffOn(settings, host);

  useEffect(() => {
    const closed = new AbortController();
    store.watch(setSettings, closed.signal);
    return () => closed.abort();
  }, [store]);

  // A page that has just been turned on fills its list while the popup is open.
  useEffect(() => {
    if (state.is !== 'no-mentions') return;
    const timers = askAgainAfterMs.map((delayMs) => setTimeout(() => askPage().then(setPage), delayMs));
    return () => timers.forEach(clearTimeout);
  }, [state.is]);

  const update = (change: (current: Settings) => Partial<Settings>) => {
    store.update(change).then(setSettings);
  };

  /** Turning off ends what the page knew; the list is asked for anew once it is on again. */
  const turn = (change: (current: Settings) => Partial<Settings>) => {
    setPage((current) => ({ ...current, facts: { ...current.facts, mentions: [] } }));
    update(change);
  };

  /** The popup closes, so that the page has the keyboard. */
  async function go(mention: FrameMention): Promise<void> {
    if (page.tabId !== undefined) await goTo(page.tabId, mention);
    window.close();
  }

  async function giveAccess(url: string | undefined): Promise<void> {
    if (url !== undefined && (await askForAccess(url))) setPage(await askPage());
  }

  return (
    <>
      <header>
        <h1>Evenhand</h1>
        <p class="soft">Facts on kratom and antidepressants</p>
      </header>
      <section class="switches" aria-label="On or off">
        {host !== undefined && (
          <Switch
            label="This site"
            detail={page.isPrivate ? 'Choices for a site are not kept in private windows' : host}
            isOn={isOnHere}
            isDisabled={!settings.enabled || page.isPrivate}
            onToggle={() => turn((current) => (isOnHere ? turnSiteOff(current, host) : turnSiteOn(current, host)))}
          />
        )}
        <Switch
          label="All sites"
          detail={settings.enabled ? 'Turn off to stop everywhere' : 'Off everywhere'}
          isOn={settings.enabled}
          onToggle={() => turn((current) => ({ enabled: !current.enabled }))}
        />
      </section>
      <main>
        {state.is === 'mentions' ? (
          <MentionList groups={state.groups} onGo={go} />
        ) : (
          <Notice state={state} onGiveAccess={() => giveAccess(page.facts.url)} />
        )}
        {isForThisVisit && <VisitNotice onGiveAccess={() => giveAccess(page.facts.url)} />}
      </main>
      {page.windowId !== undefined && (
        <p class="library">
          <button
            type="button"
            class="action"
            onClick={() => openLibrary({ windowId: page.windowId as number, pressedIn: 'popup' }).then(() => window.close())}
          >
            Open the library
          </button>
        </p>
      )}
      <Choices settings={settings} onChange={(change) => update(() => change)} />
      <footer class="soft">Facts checked November 2026. Nothing leaves this device.</footer>
    </>
  );
}
