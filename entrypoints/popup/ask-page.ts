/** Finds out about the page the popup was opened on, and acts on it. */
import { browser } from 'wxt/browser';
import { readMentionList } from '../../lib/messages/answers.ts';
import type { ToPageMessage } from '../../lib/messages/messages.ts';
import { framesOf, readCounts } from '../background/counts.ts';
import { type FrameMention, originsOf, type PageFacts } from './page-state.ts';

export interface Page {
  tabId: number | undefined;
  windowId: number | undefined;
  isPrivate: boolean;
  facts: PageFacts;
}

export async function askPage(): Promise<Page> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const url = tab?.url;
  const mayRead = await mayReadSite(url);
  if (tab?.id === undefined)
    return { tabId: undefined, windowId: undefined, isPrivate: false, facts: { url, mayRead, isAnswering: false, mentions: [] } };
  const lists = await askFrames(tab.id);
  const mentions = lists.flatMap((list) => list ?? []);
  return {
    tabId: tab.id,
    windowId: tab.windowId,
    isPrivate: tab.incognito,
    facts: { url, mayRead, isAnswering: lists[0] !== undefined, mentions },
  };
}

async function mayReadSite(url: string | undefined): Promise<boolean> {
  const origins = originsOf(url);
  return origins.length === 0 || browser.permissions.contains({ origins }).catch(() => true);
}

/** The mentions of each frame, the top one first; undefined where nobody answers. */
async function askFrames(tabId: number): Promise<(FrameMention[] | undefined)[]> {
  const stored = await browser.storage.session.get('counts');
  const frames = new Set([0, ...framesOf(readCounts(stored.counts), tabId)]);
  return Promise.all(
    [...frames].map(async (frameId) => {
      const list = readMentionList(await tell(tabId, frameId, { type: 'list' }));
      return list?.map((mention) => ({ ...mention, frameId }));
    }),
  );
}

function tell(tabId: number, frameId: number, message: ToPageMessage): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, message, { frameId }).catch(() => undefined);
}

/** Scrolls to a mention and opens its card there. */
export async function goTo(tabId: number, { frameId, key }: FrameMention): Promise<void> {
  await tell(tabId, frameId, { type: 'go', key });
}

/** Asks for a site the reader has taken away; call it from a click. */
export function askForAccess(url: string): Promise<boolean> {
  return browser.permissions.request({ origins: originsOf(url) });
}
