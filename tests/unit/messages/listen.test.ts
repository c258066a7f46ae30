import { describe, expect, it } from 'vitest';
import {
  answerMessages,
  contentSender,
  isOwnPage,
  type MessageEvents,
  removeQuietly,
  type Sender,
} from '../../../lib/messages/listen.ts';

type Listener = Parameters<MessageEvents['addListener']>[0];

/** Delivers messages as the browser does: the answer comes through `sendResponse` when a listener returns true. */
function events() {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => listeners.add(listener),
    removeListener: (listener: Listener) => listeners.delete(listener),
    deliver(value: unknown, sender: Sender = {}) {
      return new Promise<unknown>((resolve) => {
        const isAwaited = [...listeners].map((listener) => listener(value, sender, resolve)).includes(true);
        if (!isAwaited) resolve('nobody');
      });
    },
  };
}

const readNumber = (value: unknown) => (typeof value === 'number' ? value : undefined);

describe('answering messages', () => {
  it('answers what it understands and leaves the rest to others', async () => {
    const runtime = events();
    answerMessages(runtime, readNumber, async (value) => value * 2);
    expect(await runtime.deliver(21)).toBe(42);
    expect(await runtime.deliver('21')).toBe('nobody');
  });

  it('answers null where answering failed', async () => {
    const runtime = events();
    answerMessages(runtime, readNumber, () => Promise.reject(new Error('no')));
    expect(await runtime.deliver(1)).toBeNull();
  });

  it('leaves senders it refuses without an answer', async () => {
    const runtime = events();
    answerMessages(runtime, readNumber, (value, sender) => (sender.id === 'us' ? Promise.resolve(value) : undefined));
    expect(await runtime.deliver(1, { id: 'us' })).toBe(1);
    expect(await runtime.deliver(1, { id: 'them' })).toBe('nobody');
  });

  it('stops with its signal', async () => {
    const runtime = events();
    const listening = new AbortController();
    answerMessages(runtime, readNumber, async () => 1, listening.signal);
    listening.abort();
    expect(await runtime.deliver(1)).toBe('nobody');
  });
});

describe('an extension that was updated while a page stayed open', () => {
  it('may not take its listeners back, and says nothing', () => {
    const removeListener = () => {
      throw new Error('Extension context invalidated.');
    };
    expect(() => removeQuietly({ removeListener }, () => undefined)).not.toThrow();
  });
});

describe('who sent a message', () => {
  const fromPage: Sender = { id: 'us', tab: { id: 3, windowId: 5 }, frameId: 0, url: 'https://example.org/' };
  const senderOf = (sender: Sender) => contentSender(sender, 'us', 'chrome-extension://us/');

  it('is our content script in a tab', () => {
    expect(senderOf(fromPage)).toEqual({ tabId: 3, frameId: 0, windowId: 5 });
  });

  it.each([
    ['another extension', { ...fromPage, id: 'them' }],
    ['nobody', {}],
    ['our popup', { id: 'us', url: 'chrome-extension://us/popup.html' }],
    ['our own page in a tab', { ...fromPage, url: 'chrome-extension://us/welcome.html' }],
    ['a tab without a frame', { ...fromPage, frameId: undefined }],
  ])('is refused for %s', (_, sender) => {
    expect(senderOf(sender)).toBeUndefined();
  });

  it('is a page of our own only by its address', () => {
    const isOwn = (sender: Sender) => isOwnPage(sender, 'us', 'chrome-extension://us/');
    expect(isOwn({ id: 'us', url: 'chrome-extension://us/sidepanel.html' })).toBe(true);
    expect(isOwn({ ...fromPage, url: 'chrome-extension://us/sidepanel.html' })).toBe(true);
    expect(isOwn(fromPage)).toBe(false);
    expect(isOwn({ id: 'them', url: 'chrome-extension://us/sidepanel.html' })).toBe(false);
  });
});
