/** The library: search, what the page in front holds, and one entry in full. Works with no page open. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { LibraryEntry } from '../../lib/dataset/library.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { SettingsStore } from '../../lib/settings/store.ts';
import { librarySentences } from '../../lib/ui/sentences.ts';
import { askEntry, askOnPage, goToMention, type OnPage, watchPage, watchPlace } from './ask.ts';
import { EntryPage } from './EntryPage.tsx';
import { HiddenWords } from './HiddenWords.tsx';
import { OnThisPage } from './OnThisPage.tsx';
import { Search } from './Search.tsx';

interface LibraryProps {
  store: SettingsStore;
  initialSettings: Settings;
}

type Shown = { is: 'start' } | { is: 'entry'; data: LibraryEntry } | { is: 'unknown' };

/** The entry is named in the address, so that links and the browser's own way back work. */
const wantedEntry = (): string => location.hash.replace(/^#\/?/, '');

export function Library({ store, initialSettings }: LibraryProps) {
  const [settings, setSettings] = useState(initialSettings);
  const [onPage, setOnPage] = useState<OnPage>();
  const [shown, setShown] = useState<Shown>({ is: 'start' });
  const heading = useRef<HTMLHeadingElement>(null);

  const showWanted = useCallback(async () => {
    const id = wantedEntry();
    const data = id === '' ? null : await askEntry(id);
    if (id !== wantedEntry()) return;
    setShown(data ? { is: 'entry', data } : { is: id === '' ? 'start' : 'unknown' });
  }, []);

  useEffect(() => {
    const closed = new AbortController();
    const { signal } = closed;
    const askAgain = () => askOnPage().then(setOnPage);
    store.watch((changed) => {
      setSettings(changed);
      showWanted();
    }, signal);
    watchPage(askAgain, signal);
    watchPlace((entry) => {
      location.hash = entry;
    }, signal);
    addEventListener('hashchange', showWanted, { signal });
    askAgain();
    showWanted();
    return () => closed.abort();
  }, [store, showWanted]);

  const name = shown.is === 'entry' ? shown.data.name : undefined;
  useEffect(() => {
    document.title = name === undefined ? 'Evenhand library' : `${name} · Evenhand library`;
    if (name === undefined) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }, [name]);

  return (
    <>
      <header>
        <p class="brand">
          <a href="#/">Evenhand library</a>
        </p>
        <Search />
      </header>
      <OnThisPage
        onPage={onPage}
        isOpen={shown.is !== 'entry'}
        onGo={(mention) => onPage?.tabId !== undefined && goToMention(onPage.tabId, mention)}
      />
      <main>
        {shown.is === 'entry' ? <EntryPage key={shown.data.id} data={shown.data} headingRef={heading} /> : null}
        {shown.is === 'unknown' ? <p>{librarySentences.noSuchEntry}</p> : null}
        {shown.is === 'start' ? (
          <>
            <h1>What would you like to read about?</h1>
            <p class="soft">{librarySentences.searchHelp}</p>
            <HiddenWords settings={settings} onChange={(change) => store.update(change)} />
          </>
        ) : null}
      </main>
    </>
  );
}
