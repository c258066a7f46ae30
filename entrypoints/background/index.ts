/** Answers cards from the dataset, counts mentions per tab for the toolbar button, and passes commands on to the page. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerMessages, contentSender } from '../../lib/messages/listen.ts';
import { pageCommands, readPageMessage } from '../../lib/messages/messages.ts';
import { openSettings } from '../../lib/settings/store.ts';
import { answerCard } from './answer-card.ts';
import { keepCounts } from './keep-counts.ts';

export default defineBackground(() => {
  const settings = openSettings(browser.storage.local);
  const counts = keepCounts(settings);
  const ownOrigin = browser.runtime.getURL('');

  answerMessages(browser.runtime.onMessage, readPageMessage, (message, sender) => {
    const from = contentSender(sender, browser.runtime.id, ownOrigin);
    if (!from) return undefined;
    if (message.type === 'card') return answerCard(message.entry, message.onPage, settings);
    return counts.report(from.tabId, from.frameId, message.count);
  });

  // Firefox for Android has no commands.
  browser.commands?.onCommand.addListener((name, tab) => {
    const command = pageCommands.find((known) => known === name);
    if (!command || tab?.id === undefined) return;
    // Where no page listens (browser pages, PDF) there is nothing to do.
    browser.tabs.sendMessage(tab.id, { type: 'command', command }, { frameId: 0 }).catch(() => undefined);
  });
});
