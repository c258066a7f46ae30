/** What the library asks the background and the page in front, and how it hears of changes. */
import { browser } from 'wxt/browser';
import type { LibraryEntry, PageMix } from '../../lib/dataset/library.ts';
import { isLibraryEntry, readMixes } from '../../lib/messages/answers.ts';
import type { LibraryMessage } from '../../lib/messages/messages.ts';
import { askPage, goTo, type Page } from '../popup/ask-page.ts';
import { type FrameMention, groupByEntry, type MentionGroup } from '../popup/page-state.ts';
import { placeKey, readPlace } from './place.ts';

/** What the page in front holds. */
export interface OnPage {
  tabId: number | undefined;
  groups: MentionGroup[];
  mixes: PageMix[];
}

const ask = (message: LibraryMessage): Promise<unknown> => browser.runtime.sendMessage(message).catch(() => undefined);

export async function askEntry(entry: string): Promise<LibraryEntry | null> {
  const answer = await ask({ type: 'entry', entry });
  return isLibraryEntry(answer) ? answer : null;
}

export async function askOnPage(): Promise<OnPage> {
  const { tabId, facts } = await askPage();
  const groups = groupByEntry(facts.mentions);
  const entries = groups.map(({ entry }) => entry);
  return { tabId, groups, mixes: entries.length > 1 ? readMixes(await ask({ type: 'mixes', entries })) : [] };
}

/** Goes to a mention; where the page has been read again since it was listed, to the one that stands in its place. */
export async function goToMention(tabId: number, wanted: FrameMention): Promise<void> {
  const { facts }: Page = await askPage();
  const isSame = ({ frameId, exact, before, after }: FrameMention) =>
    frameId === wanted.frameId && exact === wanted.exact && before === wanted.before && after === wanted.after;
  const now =
    facts.mentions.find((mention) => mention.key === wanted.key && isSame(mention)) ?? facts.mentions.find(isSame) ?? wanted;
  await goTo(tabId, now);
}

/** Calls back whenever another page may be in front, or the one in front may hold other mentions. */
export function watchPage(onChange: () => void, signal: AbortSignal): void {
  const onStored = (changes: Record<string, unknown>) => {
    if ('counts' in changes) onChange();
  };
  browser.tabs.onActivated.addListener(onChange);
  browser.storage.session.onChanged.addListener(onStored);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(onChange);
    browser.storage.session.onChanged.removeListener(onStored);
  });
}

/** Calls back with the entry another part of the extension wants shown in this window, now or later. */
export function watchPlace(onPlace: (entry: string) => void, signal: AbortSignal): void {
  const take = async (stored: unknown): Promise<void> => {
    const place = readPlace(stored);
    // Firefox for Android has no windows.
    const id = (await browser.windows?.getCurrent())?.id;
    if (!place || place.windowId !== id || signal.aborted) return;
    await browser.storage.session.remove(placeKey);
    onPlace(place.entry);
  };
  const onStored = (changes: Record<string, { newValue?: unknown }>) => {
    take(changes[placeKey]?.newValue);
  };
  browser.storage.session.onChanged.addListener(onStored);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(onStored));
  browser.storage.session.get(placeKey).then((stored) => take(stored[placeKey]));
}

export const extensionVersion = (): string => browser.runtime.getManifest().version;
