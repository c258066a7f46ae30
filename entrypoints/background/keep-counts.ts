/** Keeps the counts in `storage.session`, so that a worker that was stopped finds them again, and paints the toolbar button. */
import { browser } from 'wxt/browser';
import { readMentionList } from '../../lib/messages/answers.ts';
import type { SettingsStore } from '../../lib/settings/store.ts';
import {
  badgeFor,
  type Counts,
  mentionsIn,
  readCounts,
  titleFor,
  unsureFrames,
  withLoading,
  withoutTab,
  withReport,
} from './counts.ts';

const key = 'counts';
const badgeColor = '#545c68';
const badgeTextColor = '#ffffff';

export function keepCounts(settings: SettingsStore) {
  let counts: Promise<Counts> = browser.storage.session.get(key).then(
    (stored) => readCounts(stored[key]),
    () => ({}),
  );

  /** One change after the other, each on what the last one left. */
  function change(next: (current: Counts) => Counts): Promise<Counts> {
    counts = counts.then(async (current) => {
      const changed = next(current);
      await browser.storage.session.set({ [key]: changed }).catch(() => undefined);
      return changed;
    });
    return counts;
  }

  async function paint(tabId: number): Promise<void> {
    const mentions = mentionsIn(await counts, tabId);
    const { enabled } = await settings.get();
    // A tab may be closed by now.
    await Promise.allSettled([
      browser.action.setBadgeText({ tabId, text: badgeFor(mentions) }),
      browser.action.setTitle({ tabId, title: titleFor(mentions, enabled) }),
    ]);
  }

  async function report(tabId: number, frameId: number, count: number): Promise<void> {
    await change((current) => withReport(current, tabId, frameId, count));
    await paint(tabId);
  }

  /** Asks the frames of an earlier page whether they are still there. */
  async function settle(tabId: number): Promise<void> {
    const unsure = unsureFrames(await counts, tabId);
    for (const frameId of unsure) {
      const answer = await browser.tabs.sendMessage(tabId, { type: 'list' }, { frameId }).catch(() => undefined);
      const count = readMentionList(answer)?.length ?? 0;
      // A report that came meanwhile is newer than this answer.
      await change((current) =>
        unsureFrames(current, tabId).includes(frameId) ? withReport(current, tabId, frameId, count) : current,
      );
    }
    if (unsure.length > 0) await paint(tabId);
  }

  async function paintEverywhere(enabled: boolean): Promise<void> {
    await Promise.allSettled([
      browser.action.setTitle({ title: titleFor(0, enabled) }),
      browser.action.setBadgeBackgroundColor({ color: badgeColor }),
      browser.action.setBadgeTextColor({ color: badgeTextColor }),
    ]);
  }

  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'loading') change((current) => withLoading(current, tabId));
    if (status === 'complete') settle(tabId);
  });
  browser.tabs.onRemoved.addListener((tabId) => change((current) => withoutTab(current, tabId)));
  settings.watch((changed) => paintEverywhere(changed.enabled), new AbortController().signal);
  settings.get().then(
    ({ enabled }) => paintEverywhere(enabled),
    () => undefined,
  );

  return { report };
}
