import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { ChromiumPage } from './chromium-page.ts';
import {
  type BrowserDriver,
  type ColorScheme,
  type LaunchOptions,
  type PageDriver,
  type ReaderNeeds,
  type RequestSeen,
  viewport,
} from './driver.ts';

/** Headless Chromium from a found executable, with the extension loaded; see `launch`. */
export async function launchChromium(options: LaunchOptions): Promise<BrowserDriver> {
  const asRoot = process.getuid?.() === 0;
  const withSandbox = !options.headless && !asRoot;
  const log = options.headless ? join(await mkdtemp(join(tmpdir(), 'evenhand-chromium-')), 'net-log.json') : undefined;
  const context = await launchContext(options, log, withSandbox).catch((error: unknown) => {
    // Some Linux systems let only packaged browsers have a sandbox.
    if (withSandbox && /sandbox/i.test(String(error))) return launchContext(options, log, false);
    throw error;
  });
  const driver = new ChromiumDriver(context, options, log);
  if (options.extension && options.headless) await driver.keepErrors();
  return driver;
}

function launchContext(options: LaunchOptions, log: string | undefined, chromiumSandbox: boolean): Promise<BrowserContext> {
  return chromium.launchPersistentContext('', {
    executablePath: options.browser.path,
    headless: options.headless,
    viewport: options.headless ? viewport : null,
    chromiumSandbox,
    // In a window the person at the keyboard ends it, and the script cleans up.
    handleSIGINT: options.headless,
    ignoreDefaultArgs: ['--disable-extensions', '--enable-automation'],
    args: [
      ...(options.extension ? [`--disable-extensions-except=${options.extension}`, `--load-extension=${options.extension}`] : []),
      ...(options.headless ? ['--headless=new'] : []),
      '--disable-background-networking',
      '--no-first-run',
      // So that tests can press the toolbar button.
      ...(options.extension ? ['--enable-unsafe-extension-debugging'] : []),
      ...(log ? [`--log-net-log=${log}`] : []),
    ],
  });
}

const mediaFor = ({ forcedColors, reducedMotion }: ReaderNeeds) =>
  ({
    forcedColors: forcedColors ? 'active' : 'none',
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
  }) as const;

class ChromiumDriver implements BrowserDriver {
  readonly name = 'chromium';
  readonly version: string;
  private readonly context: BrowserContext;
  private readonly extension: string | undefined;
  private readonly log: string | undefined;
  private seen: RequestSeen[] | undefined;
  private readonly ended: Promise<void>;
  private readonly headless: boolean;
  private scheme: ColorScheme | null;
  private needs: ReaderNeeds = {};

  constructor(context: BrowserContext, options: LaunchOptions, log: string | undefined) {
    this.context = context;
    this.log = log;
    this.version = options.browser.version;
    this.extension = options.extension;
    this.headless = options.headless;
    this.scheme = options.headless ? 'light' : null;
    this.ended = new Promise((end) => context.once('close', () => end()));
  }

  async newPage(): Promise<PageDriver> {
    const [first] = this.context.pages();
    const page = this.headless || !first || first.url() !== 'about:blank' ? await this.context.newPage() : first;
    return this.driven(page);
  }

  async openExtensionPage(path: string, behind?: 'behind'): Promise<PageDriver> {
    const url = `chrome-extension://${this.extensionId()}/${path}`;
    const page = behind ? await this.newPageBehind() : await this.newPage();
    await page.goto(url);
    return page;
  }

  /** As after a press of the toolbar button, which lets the extension know the address of the page in front. */
  private async newPageBehind(): Promise<PageDriver> {
    const session = await this.context.browser()?.newBrowserCDPSession();
    const front = this.context.pages().at(-1);
    if (!session || !front) throw new Error('the browser is gone');
    const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const targetId = targetInfos.find(({ url }) => url === front.url())?.targetId ?? '';
    await (session as unknown as ExtensionsSession).send('Extensions.triggerAction', {
      id: this.extensionId(),
      targetId,
    });
    await session.detach();
    return this.newBackgroundPage();
  }

  private async newBackgroundPage(): Promise<PageDriver> {
    const session = await this.context.browser()?.newBrowserCDPSession();
    if (!session) throw new Error('the browser is gone');
    const opened = this.context.waitForEvent('page');
    await session.send('Target.createTarget', { url: 'about:blank', background: true });
    await session.detach();
    return this.driven(await opened);
  }

  async openAddresses(): Promise<string[]> {
    const session = await this.context.browser()?.newBrowserCDPSession();
    const { targetInfos } = (await session?.send('Target.getTargets')) ?? { targetInfos: [] };
    await session?.detach();
    return targetInfos.filter(({ type }) => !/worker/.test(type)).map(({ url }) => url);
  }

  private async driven(page: Page): Promise<PageDriver> {
    await page.emulateMedia({ colorScheme: this.scheme, ...mediaFor(this.needs) });
    return new ChromiumPage(page, await this.context.newCDPSession(page));
  }

  async setColorScheme(scheme: ColorScheme): Promise<void> {
    this.scheme = scheme;
    for (const page of this.context.pages()) await page.emulateMedia({ colorScheme: scheme });
  }

  async setNeeds(needs: ReaderNeeds): Promise<void> {
    this.needs = needs;
    for (const page of this.context.pages()) await page.emulateMedia(mediaFor(needs));
  }

  /** The keys themselves reach the browser's window, which a headless one has not. */
  async command(name: string): Promise<void> {
    const worker = this.context.serviceWorkers()[0] ?? (await this.context.waitForEvent('serviceworker'));
    await worker.evaluate(async (command) => {
      const { tabs, commands } = (globalThis as unknown as { chrome: WorkerChrome }).chrome;
      const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
      commands.onCommand.dispatch(command, tab);
    }, name);
  }

  async setSettings(value: unknown): Promise<void> {
    // A file of the extension opened as a page has its storage; the worker may be asleep.
    // It opens in the background, since a tab that is not in front draws no frames.
    const page = await this.newBackgroundPage();
    await page.goto(`chrome-extension://${this.extensionId()}/manifest.json`);
    await page.evaluate(async (settings) => {
      const storage = (globalThis as unknown as { chrome: { storage: { local: StorageArea } } }).chrome.storage.local;
      if (settings === undefined || settings === null) await storage.remove('settings');
      else await storage.set({ settings });
    }, value ?? null);
    await page.close();
  }

  requests(): readonly RequestSeen[] {
    if (!this.seen) throw new Error('requests are logged in headless browsers, and the log is whole once the browser is closed');
    return this.seen;
  }

  /** Chromium collects the errors of an extension only when told to. */
  async keepErrors(): Promise<void> {
    await this.onExtensionsPage(async (extensionId) => {
      await developerPrivate().updateProfileConfiguration({ inDeveloperMode: true });
      await developerPrivate().updateExtensionConfiguration({ extensionId, errorCollection: true });
    });
  }

  updateExtension(): Promise<void> {
    return this.onExtensionsPage((id) => developerPrivate().reload(id));
  }

  extensionErrors(): Promise<string[]> {
    return this.onExtensionsPage(async (id) => {
      const extensions = await developerPrivate().getExtensionsInfo();
      const errors = extensions.find((extension) => extension.id === id)?.runtimeErrors ?? [];
      return errors.map(({ message, source }) => `${message} (${source})`);
    });
  }

  private async onExtensionsPage<R>(run: (extensionId: string) => Promise<R>): Promise<R> {
    const page = await this.context.newPage();
    await page.goto('chrome://extensions');
    const answer: R = await page.evaluate(
      `(() => { const developerPrivate = () => chrome.developerPrivate; return (${run})('${this.extensionId()}'); })()`,
    );
    await page.close();
    return answer;
  }

  closed(): Promise<void> {
    return this.ended;
  }

  async close(): Promise<void> {
    await this.context.close();
    if (this.seen || !this.log) return;
    this.seen = requestsIn(await readFile(this.log, 'utf8'));
    await rm(dirname(this.log), { recursive: true });
  }

  /** Chromium derives the id of an unpacked extension from its folder. */
  private extensionId(): string {
    if (!this.extension) throw new Error('no extension is loaded');
    const folder = realpathSync(this.extension);
    const digest = createHash('sha256')
      .update(folder, process.platform === 'win32' ? 'utf16le' : 'utf8')
      .digest('hex');
    return [...digest.slice(0, 32)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
  }
}

/** Chromium's own network log, as far as it is used here. */
interface NetLog {
  constants: { logEventTypes: { URL_REQUEST_START_JOB: number } };
  events: { type: number; params?: { url?: string; initiator?: string; request_type?: string } }[];
}

/** The requests in a network log that a page or an extension made; the browser's own have no origin and open no page. */
function requestsIn(log: string): RequestSeen[] {
  const { constants, events } = JSON.parse(log) as NetLog;
  const nobody = 'not an origin';
  return events.flatMap(({ type, params }) => {
    if (type !== constants.logEventTypes.URL_REQUEST_START_JOB || !params?.url) return [];
    const from = params.initiator ?? nobody;
    if (from === nobody && params.request_type !== 'main frame') return [];
    return [{ url: params.url, from: from === nobody ? '' : from }];
  });
}

/** What Chromium's own page for extensions can ask; there it is `chrome.developerPrivate`. */
declare function developerPrivate(): {
  updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
  updateExtensionConfiguration(update: { extensionId: string; errorCollection: boolean }): Promise<void>;
  reload(id: string): Promise<void>;
  getExtensionsInfo(): Promise<{ id: string; runtimeErrors: { message: string; source: string }[] }[]>;
};

/** Newer than Playwright's list of what the DevTools protocol knows. */
interface ExtensionsSession {
  send(method: 'Extensions.triggerAction', parameters: { id: string; targetId: string }): Promise<void>;
}

interface WorkerChrome {
  tabs: { query(filter: Record<string, boolean>): Promise<unknown[]> };
  commands: { onCommand: { dispatch(command: string, tab: unknown): void } };
}

interface StorageArea {
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}
