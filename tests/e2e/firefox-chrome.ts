/**
 * Functions that run inside Firefox's own window, where the whole browser can be seen.
 * Each must stand alone: it is sent to the browser as text.
 */
import type { Dialog, Medium, Point, RequestSeen, TextRun } from './driver.ts';

/** A thing of the accessibility tree (nsIAccessible). */
interface Accessible {
  name: string | null;
  role: number;
  childCount: number;
  getChildAt(index: number): Accessible;
  getState(state: { value?: number }, extra: { value?: number }): void;
  getBoundsInCSSPixels(x: Out, y: Out, width: Out, height: Out): void;
  scrollTo(type: number): void;
}

interface Out {
  value?: number;
}

interface AccessibilityService {
  getAccessibleFor(node: unknown): Accessible | null;
  getStringRole(role: number): string;
}

/** JSON has no undefined: null stands for it. */
export interface ReadDialog extends Omit<Dialog, 'buttons' | 'focused' | 'text'> {
  /** Pieces of text with the number of the block each stands in. */
  runs: TextRun<number>[];
  buttons: { name: string; expanded: boolean | null; size: { width: number; height: number } }[];
  focused: string | null;
}

interface ChromeWindow {
  watched: { requests: RequestSeen[]; errors: string[] };
  accessibility?: AccessibilityService;
  openDialog?: { dialog: Accessible; buttons: Accessible[] };
  gBrowser: { selectedBrowser: { browsingContext: object } };
  mozInnerScreenX: number;
  mozInnerScreenY: number;
  devicePixelRatio: number;
  windowUtils: TouchScreen;
  Cc: Record<string, { getService(kind: unknown): unknown }>;
  Ci: Record<string, unknown>;
  Services: {
    obs: {
      addObserver(observer: { observe(subject: Queryable): void }, topic: string): void;
      notifyObservers(subject: null, topic: string): void;
    };
    console: { registerListener(listener: { observe(message: Queryable): void }): void };
  };
  ChromeUtils: { importESModule(url: string): Record<string, unknown> };
  WebExtensionPolicy: { getByID(id: string): { extension: unknown } };
}

/** Part of nsIDOMWindowUtils. */
interface TouchScreen {
  TOUCH_CONTACT: number;
  TOUCH_REMOVE: number;
  sendNativeTouchPoint(id: number, state: number, x: number, y: number, pressure: number, orientation: number): void;
}

interface Queryable {
  QueryInterface(kind: unknown): Record<string, unknown>;
}

/** From now on keeps every request any page or extension makes, and every error in an extension's code. */
export function watchBrowser(): void {
  const { Ci, Services } = globalThis as unknown as ChromeWindow;
  const requests: RequestSeen[] = [];
  const errors: string[] = [];
  (globalThis as unknown as ChromeWindow).watched = { requests, errors };
  const observer = {
    observe(subject: Queryable) {
      const channel = subject.QueryInterface(Ci.nsIHttpChannel) as {
        URI: { spec: string };
        loadInfo: { triggeringPrincipal: { isSystemPrincipal: boolean; spec: string }; browsingContextID: number };
      };
      const { triggeringPrincipal, browsingContextID } = channel.loadInfo;
      // The browser's own business (lists, updates) belongs to no page.
      if (triggeringPrincipal.isSystemPrincipal && !browsingContextID) return;
      requests.push({ url: channel.URI.spec, from: triggeringPrincipal.isSystemPrincipal ? '' : triggeringPrincipal.spec });
    },
  };
  Services.obs.addObserver(observer, 'http-on-modify-request');
  Services.console.registerListener({
    observe(message) {
      let error: { sourceName?: string; errorMessage?: string; flags?: number };
      try {
        error = message.QueryInterface(Ci.nsIScriptError);
      } catch {
        return;
      }
      const isWarning = ((error.flags ?? 0) & 1) === 1;
      if (!isWarning && error.sourceName?.startsWith('moz-extension:')) errors.push(String(error.errorMessage));
    },
  });
}

/** Writes the extension's `settings` the way Firefox's own `storage.local` does, and tells those who listen for changes. */
export async function writeSettings(id: string, value: unknown): Promise<void> {
  const { ChromeUtils, WebExtensionPolicy } = globalThis as unknown as ChromeWindow;
  const { ExtensionStorageIDB } = ChromeUtils.importESModule('resource://gre/modules/ExtensionStorageIDB.sys.mjs') as {
    ExtensionStorageIDB: {
      getStoragePrincipal(extension: unknown): unknown;
      open(
        principal: unknown,
        persisted: boolean,
      ): Promise<{
        set(items: Record<string, unknown>): Promise<unknown>;
        remove(key: string): Promise<unknown>;
      }>;
      notifyListeners(id: string, changes: unknown): void;
    };
  };
  const principal = ExtensionStorageIDB.getStoragePrincipal(WebExtensionPolicy.getByID(id).extension);
  const storage = await ExtensionStorageIDB.open(principal, false);
  const changes = value === null ? await storage.remove('settings') : await storage.set({ settings: value });
  if (changes) ExtensionStorageIDB.notifyListeners(id, changes);
}

/** The first dialog in the accessibility tree of the tab in front; null when there is none. */
export async function readOpenDialog(inline: string): Promise<ReadDialog | null> {
  const window = globalThis as unknown as ChromeWindow;
  const nextMoment = () => new Promise((done) => setTimeout(done, 20));
  const start = (): AccessibilityService =>
    window.Cc['@mozilla.org/accessibilityService;1']?.getService(window.Ci.nsIAccessibilityService) as AccessibilityService;
  const service = window.accessibility ?? start();
  window.accessibility = service;
  // The tree of a tab arrives from its process a moment after the first question.
  let tab = service.getAccessibleFor(window.gBrowser.selectedBrowser);
  for (let tries = 0; tries < 100 && !(tab && tab.childCount > 0); tries++) {
    await nextMoment();
    tab = service.getAccessibleFor(window.gBrowser.selectedBrowser);
  }
  if (!tab || tab.childCount === 0) return null;

  const role = (node: Accessible) => service.getStringRole(node.role);
  const boxOf = (node: Accessible) => {
    const [x, y, width, height]: [Out, Out, Out, Out] = [{}, {}, {}, {}];
    node.getBoundsInCSSPixels(x, y, width, height);
    return { x: x.value ?? 0, y: y.value ?? 0, width: width.value ?? 0, height: height.value ?? 0 };
  };
  // The card has a name; a dialog of the page that holds it may have none.
  const find = (node: Accessible): Accessible | null => {
    if (role(node) === 'dialog' && node.name) return node;
    for (let index = 0; index < node.childCount; index++) {
      const found = find(node.getChildAt(index));
      if (found) return found;
    }
    return null;
  };
  try {
    const dialog = find(tab);
    if (!dialog) return null;
    const inside: Accessible[] = [];
    const runs: TextRun<number>[] = [];
    const inlineRoles = new RegExp(inline, 'i');
    const walk = (node: Accessible, around: number): void => {
      const block = inlineRoles.test(role(node)) ? around : inside.length;
      inside.push(node);
      if (role(node) === 'text leaf') runs.push({ block, text: node.name ?? '' });
      for (let index = 0; index < node.childCount; index++) walk(node.getChildAt(index), block);
    };
    walk(dialog, 0);
    const states = (node: Accessible) => {
      const state: { value?: number } = {};
      node.getState(state, {});
      return state.value ?? 0;
    };
    const [focusedState, expandedState, collapsedState] = [0x4, 0x200, 0x400];
    const focused = inside.find((node) => states(node) & focusedState);
    const buttons = inside.filter((node) => /button/.test(role(node)));
    window.openDialog = { dialog, buttons };
    const origin = boxOf(tab.getChildAt(0));
    const box = boxOf(dialog);
    return {
      name: dialog.name ?? '',
      runs,
      headings: inside.filter((node) => role(node) === 'heading').map((node) => node.name ?? ''),
      buttons: buttons.map((node) => ({
        name: node.name ?? '',
        expanded: states(node) & expandedState ? true : states(node) & collapsedState ? false : null,
        size: boxOf(node),
      })),
      focused: focused ? (focused.name ?? '') : null,
      box: { ...box, x: box.x - origin.x, y: box.y - origin.y },
    };
  } catch {
    // Part of the tree went while it was read: the card is closing or changing; the next reading will tell.
    return null;
  }
}

/** Scrolls one of the buttons `readOpenDialog` listed into view and answers with its middle, once it has come to rest. */
export async function clickPoint(index: number): Promise<Point> {
  const window = globalThis as unknown as ChromeWindow;
  const { dialog, buttons } = window.openDialog ?? {};
  const button = buttons?.[index];
  const tab = window.accessibility?.getAccessibleFor(window.gBrowser.selectedBrowser);
  if (!dialog || !button || !tab) throw new Error('the dialog is gone');
  const boxOf = (node: Accessible) => {
    const [x, y, width, height]: [Out, Out, Out, Out] = [{}, {}, {}, {}];
    node.getBoundsInCSSPixels(x, y, width, height);
    return { x: x.value ?? 0, y: y.value ?? 0, width: width.value ?? 0, height: height.value ?? 0 };
  };
  const middle = (): Point => {
    const { x, y, width, height } = boxOf(button);
    return { x: x + width / 2, y: y + height / 2 };
  };
  const seen = boxOf(dialog);
  let last = middle();
  const anywhere = 6;
  // Scrolling to what is in view already would scroll the page under the dialog.
  if (last.y < seen.y || last.y > seen.y + seen.height) button.scrollTo(anywhere);
  for (let same = 0; same < 3; ) {
    await new Promise((done) => setTimeout(done, 50));
    const now = middle();
    same = now.x === last.x && now.y === last.y ? same + 1 : 0;
    last = now;
  }
  const origin = boxOf(tab.getChildAt(0));
  return { x: last.x - origin.x, y: last.y - origin.y };
}

/** Has the processes of pages collect garbage: objects, then circles of them with nodes, then what those held. */
export function askForGarbage(): void {
  const { Services } = globalThis as unknown as ChromeWindow;
  for (const topic of ['child-gc-request', 'child-cc-request', 'child-gc-request']) Services.obs.notifyObservers(null, topic);
}

/** Has the page in front drawn as on paper, or in forced colours. */
export function emulateMedium(medium: Medium): void {
  Object.assign((globalThis as unknown as ChromeWindow).gBrowser.selectedBrowser.browsingContext, {
    mediumOverride: medium === 'print' ? 'print' : '',
    forcedColorsOverride: medium === 'forced-colors' ? 'active' : 'none',
  });
}

export interface ReadControls {
  /** The text in status lines. */
  status: string;
  buttons: { name: string; isFocused: boolean }[];
}

/** What the tab in front says and offers. The first question only wakes its tree. */
export function readControls(): ReadControls {
  const window = globalThis as unknown as ChromeWindow;
  const start = (): AccessibilityService =>
    window.Cc['@mozilla.org/accessibilityService;1']?.getService(window.Ci.nsIAccessibilityService) as AccessibilityService;
  const service = window.accessibility ?? start();
  window.accessibility = service;
  const tab = service.getAccessibleFor(window.gBrowser.selectedBrowser);
  const controls: ReadControls = { status: '', buttons: [] };
  const focusedState = 0x4;
  const walk = (node: Accessible, inStatus: boolean): void => {
    const role = service.getStringRole(node.role);
    if (inStatus && role === 'text leaf') controls.status += node.name ?? '';
    if (/button/.test(role)) {
      const state: { value?: number } = {};
      node.getState(state, {});
      controls.buttons.push({ name: node.name ?? '', isFocused: ((state.value ?? 0) & focusedState) !== 0 });
    }
    for (let index = 0; index < node.childCount; index++) walk(node.getChildAt(index), inStatus || role === 'statusbar');
  };
  try {
    if (tab) walk(tab, false);
  } catch {
    // Part of the tree went while it was read.
  }
  return controls;
}

/** Runs one of the extension's commands, as its keys do. */
export function runCommand(id: string, name: string): void {
  const { WebExtensionPolicy } = globalThis as unknown as ChromeWindow;
  const { extension } = WebExtensionPolicy.getByID(id) as { extension: { shortcuts: { onCommand(name: string): void } } };
  extension.shortcuts.onCommand(name);
}

/**
 * A finger that comes down at the first point of the tab in front, moves over the others and is lifted. WebDriver's own touches go
 * past the part of the browser that makes clicks of them.
 */
export async function touchAt(points: Point[]): Promise<void> {
  const window = globalThis as unknown as ChromeWindow;
  const { windowUtils: screen, devicePixelRatio, mozInnerScreenX, mozInnerScreenY } = window;
  const tab = (window.gBrowser.selectedBrowser as unknown as Element).getBoundingClientRect();
  const send = (state: number, { x, y }: Point) =>
    screen.sendNativeTouchPoint(
      0,
      state,
      Math.round((mozInnerScreenX + tab.left + x) * devicePixelRatio),
      Math.round((mozInnerScreenY + tab.top + y) * devicePixelRatio),
      1,
      90,
    );
  for (const point of points) {
    send(screen.TOUCH_CONTACT, point);
    await new Promise((done) => setTimeout(done, 16));
  }
  send(screen.TOUCH_REMOVE, points.at(-1) ?? { x: 0, y: 0 });
}
