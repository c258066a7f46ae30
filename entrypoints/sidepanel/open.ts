/** Opens the library: Chrome's side panel, Firefox's sidebar, or a tab where a browser has neither or does not let us. */
import { browser } from 'wxt/browser';
import { type Place, placeKey } from './place.ts';

/** Firefox's own, which the types leave out; it is not on Android. */
interface Sidebar {
  open(): Promise<void>;
  isOpen(where: { windowId: number }): Promise<boolean>;
}

interface Opening {
  windowId: number;
  /** Left out: the library stays where it is. */
  entry?: string;
  /** Firefox opens its sidebar for a press in our own pages, but not for one in a web page. */
  pressedIn: 'page' | 'popup' | 'keys';
}

/** Call it at once from a press, or from the message a press in a page has sent: browsers open a panel for nothing else. */
export async function openLibrary({ windowId, entry, pressedIn }: Opening): Promise<void> {
  const isOpen = openPanel(windowId, pressedIn);
  if (await isOpen) {
    if (entry !== undefined) await browser.storage.session.set({ [placeKey]: { windowId, entry } satisfies Place });
  } else {
    const hash = entry === undefined ? '' : `#${entry}`;
    await browser.tabs.create({ url: `${browser.runtime.getURL('/sidepanel.html')}${hash}` });
  }
}

/** Whether the panel of a window is open now. */
function openPanel(windowId: number, pressedIn: Opening['pressedIn']): Promise<boolean> {
  const opened = [() => true, () => false] as const;
  if (browser.sidePanel) return browser.sidePanel.open({ windowId }).then(...opened);
  const { sidebarAction } = browser as unknown as { sidebarAction?: Sidebar };
  if (!sidebarAction) return Promise.resolve(false);
  return pressedIn === 'page' ? sidebarAction.isOpen({ windowId }) : sidebarAction.open().then(...opened);
}
