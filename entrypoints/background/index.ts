/** Answers cards from the dataset, counts mentions per tab for the toolbar button, and passes commands on to the page. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerMessages, contentSender, isOwnPage } from '../../lib/messages/listen.ts';
import { pageCommands, readLibraryMessage, readPageMessage } from '../../lib/messages/messages.ts';
import { openSettings } from '../../lib/settings/store.ts';
import { openLibrary } from '../sidepanel/open.ts';
import { answerCard, answerEntry, answerMixes, answerText, readStore } from './answer-card.ts';
import { keepCounts } from './keep-counts.ts';

export default defineBackground(() => {
  const settings = openSettings(browser.storage.local);
  const counts = keepCounts(settings);
  const ownOrigin = browser.runtime.getURL('');

  answerMessages(browser.runtime.onMessage, readPageMessage, (message, sender) => {
    const from = contentSender(sender, browser.runtime.id, ownOrigin);
    if (!from) return undefined;
    switch (message.type) {
      case 'card':
        return answerCard(message, settings);
      case 'text':
        return answerText(message, browser.runtime.getManifest().version, settings);
      case 'library':
        return openLibrary({ windowId: from.windowId, entry: message.entry, pressedIn: 'page' });
      case 'found':
        if (message.count > 0) readStore().catch(() => undefined);
        return counts.report(from.tabId, from.frameId, message.count);
    }
  });

  answerMessages(browser.runtime.onMessage, readLibraryMessage, (message, sender) => {
    if (!isOwnPage(sender, browser.runtime.id, ownOrigin)) return undefined;
    return message.type === 'entry' ? answerEntry(message.entry, settings) : answerMixes(message.entries);
  });

  // Firefox for Android has no commands.
  browser.commands?.onCommand.addListener((name, tab) => {
    if (name === 'open-library' && tab?.windowId !== undefined) openLibrary({ windowId: tab.windowId, pressedIn: 'keys' });
    const command = pageCommands.find((known) => known === name);
    if (!command || tab?.id === undefined) return;
    // Where no page listens (browser pages, PDF) there is nothing to do.
    browser.tabs.sendMessage(tab.id, { type: 'command', command }, { frameId: 0 }).catch(() => undefined);
  });
});
