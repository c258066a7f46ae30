import { beforeEach, describe, expect, it, vi } from 'vitest';

/** The part of the browser that opens panels and tabs; each test gives it what its browser has. */
const fake = vi.hoisted(() => ({
  browser: {
    runtime: { getURL: (path: string) => `extension://us${path}` },
    tabs: { create: vi.fn(async () => undefined) },
    storage: { session: { set: vi.fn(async () => undefined) } },
    sidePanel: undefined as unknown,
    sidebarAction: undefined as unknown,
  },
}));
vi.mock('wxt/browser', () => fake);
const { openLibrary } = await import('../../../entrypoints/sidepanel/open.ts');

const { browser } = fake;
const opened = () => vi.fn(async () => undefined);
const refused = () => vi.fn(() => Promise.reject(new Error('not by a press')));
const kratomInTab = { url: 'extension://us/sidepanel.html#kratom' };
const placed = { library: { windowId: 7, entry: 'kratom' } };

beforeEach(() => {
  vi.clearAllMocks();
  browser.sidePanel = undefined;
  browser.sidebarAction = undefined;
});

describe('the library', () => {
  it('is asked for at once in Chrome, before anything is waited for', () => {
    const open = opened();
    browser.sidePanel = { open };
    openLibrary({ windowId: 7, entry: 'kratom', pressedIn: 'page' });
    expect(open).toHaveBeenCalledWith({ windowId: 7 });
  });

  it('is told which entry to show once its panel is open', async () => {
    browser.sidePanel = { open: opened() };
    await openLibrary({ windowId: 7, entry: 'kratom', pressedIn: 'page' });
    expect(browser.storage.session.set).toHaveBeenCalledWith(placed);
    expect(browser.tabs.create).not.toHaveBeenCalled();
  });

  it('opens in a tab where the browser refuses a panel', async () => {
    browser.sidePanel = { open: refused() };
    await openLibrary({ windowId: 7, entry: 'kratom', pressedIn: 'page' });
    expect(browser.tabs.create).toHaveBeenCalledWith(kratomInTab);
  });

  it('uses Firefox’s sidebar for a press in a page only if it is open already', async () => {
    const open = opened();
    browser.sidebarAction = { open, isOpen: async () => true };
    await openLibrary({ windowId: 7, entry: 'kratom', pressedIn: 'page' });
    expect(browser.storage.session.set).toHaveBeenCalledWith(placed);
    browser.sidebarAction = { open, isOpen: async () => false };
    await openLibrary({ windowId: 7, entry: 'kratom', pressedIn: 'page' });
    expect(browser.tabs.create).toHaveBeenCalledWith(kratomInTab);
    expect(open).not.toHaveBeenCalled();
  });

  it('opens Firefox’s sidebar for a press in the toolbar menu', async () => {
    const open = opened();
    browser.sidebarAction = { open, isOpen: async () => false };
    await openLibrary({ windowId: 7, pressedIn: 'popup' });
    expect(open).toHaveBeenCalled();
    expect(browser.tabs.create).not.toHaveBeenCalled();
    expect(browser.storage.session.set).not.toHaveBeenCalled();
  });

  it('opens in a tab where there are no panels at all', async () => {
    await openLibrary({ windowId: 7, pressedIn: 'popup' });
    expect(browser.tabs.create).toHaveBeenCalledWith({ url: 'extension://us/sidepanel.html' });
  });
});
