/**
 * One way to drive a real browser with the built extension, whichever browser it is.
 * Nothing here knows Evenhand's code: it sees what a reader, a page or a screen reader would.
 */
import type { BrowserName, FoundBrowser } from '../../scripts/browsers.ts';

export type { BrowserName };

export type ColorScheme = 'light' | 'dark';

export type Medium = 'screen' | 'print' | 'forced-colors';
/** What a reader has set in the system; what is left out is as it is by default. */
export interface ReaderNeeds {
  forcedColors?: boolean;
  reducedMotion?: boolean;
}

/** Where a pointer is at a time, in ms from the first sample. */
export interface PointerSample extends Point {
  at: number;
}

export interface ExposedButton {
  name: string;
  isFocused: boolean;
}

export interface Point {
  /** CSS px from the left and top of the viewport. */
  x: number;
  y: number;
}

interface DialogButton {
  name: string;
  /** For a disclosure: whether its part is shown. */
  expanded?: boolean;
  /** Scrolls to the button and clicks its middle with the mouse. */
  click(): Promise<void>;
  /** Moves the mouse to its middle. */
  rest(): Promise<void>;
  /** In CSS px. */
  size(): Promise<{ width: number; height: number }>;
}

/** The open card, as assistive technology is told of it. */
export interface Dialog {
  name: string;
  /** Its text in reading order, one line for each paragraph, heading, list item or button. */
  text: string;
  headings: string[];
  buttons: DialogButton[];
  /** Name of the focused thing inside, or undefined when focus is elsewhere. */
  focused?: string;
  /** Its box in viewport CSS px. */
  box: { x: number; y: number; width: number; height: number };
}

export interface FrameDriver {
  url(): string;
  /** Runs a function in the page's own world; arguments and answer must be JSON. */
  evaluate<A extends unknown[], R>(run: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** The texts painted under a name in `CSS.highlights`, in the order they were added; [] where the name is unknown. */
  highlightTexts(name: string): Promise<string[]>;
}

export interface PageDriver extends FrameDriver {
  /** Loads a page and waits for its load event. */
  goto(url: string): Promise<void>;
  /** The frame inside the page whose address contains a text; undefined until it is there. */
  frame(urlPart: string): Promise<FrameDriver | undefined>;
  /** Moves the mouse in `steps` moves from where it was; 1 unless told. */
  move(to: Point, steps?: number): Promise<void>;
  click(at: Point): Promise<void>;
  /** Holds the main button down on the way, in a few moves. */
  drag(from: Point, to: Point): Promise<void>;
  wheel(at: Point, deltaY: number): Promise<void>;
  /** Moves the mouse as it was moved before, at the pace it had then or a little slower. */
  follow(samples: readonly PointerSample[]): Promise<void>;
  /** Presses the left button or lets it go, where the mouse is. */
  button(action: 'down' | 'up'): Promise<void>;
  /** A short touch with one finger. */
  tap(at: Point): Promise<void>;
  /** Draws a finger over the screen. */
  swipe(from: Point, to: Point): Promise<void>;
  /** One key, with modifiers before it: "Escape", "Shift+Tab", "Enter", "a". */
  press(keys: string): Promise<void>;
  type(text: string): Promise<void>;
  setViewport(width: number, height: number): Promise<void>;
  /** Has the page drawn as on paper, or in the few colours of a reader who forces them; "screen" ends it. */
  emulate(medium: Medium): Promise<void>;
  /** PNG of the viewport; the folder is made. */
  screenshot(path: string): Promise<void>;
  /** The open card, or undefined when none is exposed. Reads the accessibility tree, which may be a moment behind. */
  dialog(): Promise<Dialog | undefined>;
  /** Asks the browser to forget what nothing refers to; in Firefox it may take more than one time. */
  collectGarbage(): Promise<void>;
  /** What status lines of the page say to a screen reader now. */
  status(): Promise<string>;
  /** The buttons assistive technology is told of, in the order of the page; the card's too. */
  buttons(): Promise<ExposedButton[]>;
  /** What the page's scripts and the content script wrote to the console as errors. */
  consoleErrors(): readonly string[];
  /** Errors nobody caught. */
  pageErrors(): readonly string[];
  close(): Promise<void>;
}

export interface RequestSeen {
  url: string;
  /** The origin or page that asked; "" for a page the reader opened. */
  from: string;
}

export interface BrowserDriver {
  readonly name: BrowserName;
  readonly version: string;
  newPage(): Promise<PageDriver>;
  /**
   * A page of the extension itself, such as "popup.html", in a tab; `behind` the tab in front, which stays the active one,
   * as it does under a real popup.
   */
  openExtensionPage(path: string, behind?: 'behind'): Promise<PageDriver>;
  /** Addresses of all that is open in tabs and panels, the extension's own pages too. */
  openAddresses(): Promise<string[]>;
  setColorScheme(scheme: ColorScheme): Promise<void>;
  /** Until the next call. */
  setNeeds(needs: ReaderNeeds): Promise<void>;
  /** One of the extension's commands in the tab in front, as when its keys are pressed. */
  command(name: string): Promise<void>;
  /** Writes the value under `settings` in the extension's `storage.local`, as its own pages would; undefined removes it. */
  setSettings(value: unknown): Promise<void>;
  /**
   * Every request pages, content scripts, the extension's worker and its pages made or tried to make, from launch to
   * close; not the browser's own. To be asked of a headless browser, after `close`.
   */
  requests(): readonly RequestSeen[];
  /** Puts a fresh copy of the extension in place of the running one, as an update does. */
  updateExtension(): Promise<void>;
  /** Errors nobody caught in the extension's code, in pages or in the background. */
  extensionErrors(): Promise<string[]>;
  /** Ends when the browser has been closed, by us or by hand. */
  closed(): Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  browser: FoundBrowser;
  /** Folder of the unpacked extension; left out: none is loaded. */
  extension?: string;
  headless: boolean;
}

/** Starts a browser with a fresh profile, which is removed again on close. */
export async function launch(name: BrowserName, options: LaunchOptions): Promise<BrowserDriver> {
  const driver =
    name === 'chromium'
      ? (await import('./chromium-driver.ts')).launchChromium
      : (await import('./firefox-driver.ts')).launchFirefox;
  return driver(options);
}

/** Reads a highlight in the page world. A StaticRange has no text of its own, so a Range is laid over it. */
export function readHighlight(name: string): string[] {
  const texts: string[] = [];
  for (const found of CSS.highlights.get(name) ?? []) {
    const range = document.createRange();
    range.setStart(found.startContainer, found.startOffset);
    range.setEnd(found.endContainer, found.endOffset);
    texts.push(range.toString());
  }
  return texts;
}

/** A piece of text and the paragraph or the like it stands in. */
export interface TextRun<B> {
  block: B;
  text: string;
}

/** One line for each block. Pieces that only a style keeps apart get a space between them. */
export function linesOf<B>(runs: readonly TextRun<B>[]): string {
  const lines: string[] = [];
  let last: B | undefined;
  for (const { block, text } of runs) {
    const line = lines.at(-1);
    if (line === undefined || block !== last) lines.push(text);
    else lines[lines.length - 1] = /\s$/.test(line) || /^[\s.,;:!?)]/.test(text) ? line + text : `${line} ${text}`;
    last = block;
  }
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).join('\n');
}

/** Roles, of either browser's tree, that go on in the same line. */
export const inlineRoles =
  /^(?:none|generic|strong|emphasis|superscript|subscript|text|text leaf|text container|statictext|inlinetextbox|mark|code|time|)$/i;

/** Headless windows are this big, in CSS px. */
export const viewport = { width: 1100, height: 800 };

/** A drag is made of this many moves. */
export const dragSteps = 10;
