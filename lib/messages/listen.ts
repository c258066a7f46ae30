/** One way to answer messages that works in every browser, without naming the browser's own object here. */

/** What is known about whoever sent a message; the part of `runtime.MessageSender` used here. */
export interface Sender {
  id?: string | undefined;
  tab?: { id?: number | undefined; windowId?: number | undefined } | undefined;
  frameId?: number | undefined;
  url?: string | undefined;
}

type Listener = (value: unknown, sender: Sender, sendResponse: (answer?: unknown) => void) => true | undefined;

/** The part of `browser.runtime.onMessage` used here. */
export interface MessageEvents {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

/**
 * Answers the messages that `read` understands and `answer` takes (it returns undefined for the rest), until the signal aborts.
 * Whoever asked gets null where answering failed.
 */
export function answerMessages<Message>(
  events: MessageEvents,
  read: (value: unknown) => Message | undefined,
  answer: (message: Message, sender: Sender) => Promise<unknown> | undefined,
  signal?: AbortSignal,
): void {
  // `sendResponse` with `return true`: Chrome understands a returned promise only from version 148 on.
  const listener: Listener = (value, sender, sendResponse) => {
    const message = read(value);
    const answered = message && answer(message, sender);
    if (!answered) return undefined;
    answered.then(sendResponse, () => sendResponse(null));
    return true;
  };
  events.addListener(listener);
  signal?.addEventListener('abort', () => removeQuietly(events, listener), { once: true });
}

/** Once an extension has been updated or removed, its old pages may not even take their listeners back. */
export function removeQuietly<Listener>(events: { removeListener(listener: Listener): void }, listener: Listener): void {
  try {
    events.removeListener(listener);
  } catch {
    // Then there is nothing left to listen to.
  }
}

export interface ContentSender {
  tabId: number;
  frameId: number;
  windowId: number;
}

/** Where a message of one of our content scripts comes from; undefined for anyone else. */
export function contentSender({ id, tab, frameId, url }: Sender, ownId: string, ownOrigin: string): ContentSender | undefined {
  if (id !== ownId || tab?.id === undefined || tab.windowId === undefined || frameId === undefined) return undefined;
  if (url?.startsWith(ownOrigin)) return undefined;
  return { tabId: tab.id, frameId, windowId: tab.windowId };
}

/** Whether a message comes from a page of the extension itself. */
export const isOwnPage = (sender: Sender, ownId: string, ownOrigin: string): boolean =>
  sender.id === ownId && sender.url?.startsWith(ownOrigin) === true;
