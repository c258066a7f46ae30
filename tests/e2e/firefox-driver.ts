import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BidiClient, startFirefox } from './bidi.ts';
import {
  type BrowserDriver,
  type ColorScheme,
  type LaunchOptions,
  type PageDriver,
  type ReaderNeeds,
  type RequestSeen,
  viewport,
} from './driver.ts';
import { runCommand, watchBrowser, writeSettings } from './firefox-chrome.ts';
import { type ContextInfo, FirefoxPage, isOfCode, Realm } from './firefox-page.ts';

/** Firefox from a found executable, over WebDriver BiDi, with the extension installed for the session; see `launch`. */
export async function launchFirefox(options: LaunchOptions): Promise<BrowserDriver> {
  const { client, exited, stop } = await startFirefox(options.browser.path, options.headless);
  try {
    const chrome = await client.send<{ contexts: ContextInfo[] }>('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const window = chrome.contexts[0]?.context;
    if (!window) throw new Error('Firefox opened no window');
    const inBrowser = new Realm(client, window);
    await inBrowser.evaluate(watchBrowser);
    await client.send('session.subscribe', { events: ['log.entryAdded'] });
    let id: string | undefined;
    if (options.extension) {
      await install(client, options.extension);
      const manifest = JSON.parse(await readFile(join(options.extension, 'manifest.json'), 'utf8')) as {
        browser_specific_settings: { gecko: { id: string } };
      };
      id = manifest.browser_specific_settings.gecko.id;
    }
    return new FirefoxDriver(client, inBrowser, options, id, exited, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

const install = (client: BidiClient, path: string): Promise<unknown> =>
  client.send('webExtension.install', { extensionData: { type: 'path', path } });

class FirefoxDriver implements BrowserDriver {
  readonly name = 'firefox';
  readonly version: string;
  private readonly client: BidiClient;
  private readonly inBrowser: Realm;
  private readonly extensionId: string | undefined;
  private readonly ended: Promise<void>;
  private readonly stop: () => Promise<void>;
  private readonly headless: boolean;
  private readonly extension: string | undefined;
  private seen: RequestSeen[] | undefined;

  constructor(
    client: BidiClient,
    inBrowser: Realm,
    options: LaunchOptions,
    extensionId: string | undefined,
    ended: Promise<void>,
    stop: () => Promise<void>,
  ) {
    this.client = client;
    this.inBrowser = inBrowser;
    this.version = options.browser.version;
    this.extensionId = extensionId;
    this.ended = ended;
    this.stop = stop;
    this.headless = options.headless;
    this.extension = options.extension;
  }

  async newPage(): Promise<PageDriver> {
    const context = (!this.headless && (await this.emptyTab())) || (await this.openTab());
    const page = new FirefoxPage(this.client, context, this.inBrowser);
    if (this.headless) await page.setViewport(viewport.width, viewport.height);
    return page;
  }

  private async openTab(background = false): Promise<string> {
    return (await this.client.send<{ context: string }>('browsingContext.create', { type: 'tab', background })).context;
  }

  /** The tab the browser started with, while nothing has been opened in it. */
  private async emptyTab(): Promise<string | undefined> {
    const { contexts } = await this.client.send<{ contexts: ContextInfo[] }>('browsingContext.getTree');
    return contexts.length === 1 && contexts[0]?.url === 'about:blank' ? contexts[0].context : undefined;
  }

  async openExtensionPage(path: string, behind?: 'behind'): Promise<PageDriver> {
    const origin = await this.inBrowser.evaluate(
      (id) => (globalThis as unknown as ChromeGlobals).WebExtensionPolicy.getByID(id).mozExtensionHostname,
      this.ownId(),
    );
    const page = behind ? new FirefoxPage(this.client, await this.openTab(true), this.inBrowser) : await this.newPage();
    await page.goto(`moz-extension://${origin}/${path}`);
    return page;
  }

  async openAddresses(): Promise<string[]> {
    const { contexts } = await this.client.send<{ contexts: ContextInfo[] }>('browsingContext.getTree');
    return contexts.map(({ url }) => url);
  }

  async setColorScheme(scheme: ColorScheme): Promise<void> {
    await this.inBrowser.evaluate(
      (dark) =>
        (globalThis as unknown as ChromeGlobals).Services.prefs.setIntPref(
          'layout.css.prefers-color-scheme.content-override',
          dark ? 0 : 1,
        ),
      scheme === 'dark',
    );
  }

  async setNeeds({ forcedColors, reducedMotion }: ReaderNeeds): Promise<void> {
    await this.inBrowser.evaluate(
      (forced, still) => {
        const { prefs } = (globalThis as unknown as ChromeGlobals).Services;
        // Forced colours: 2 is always, 0 as the system has it.
        prefs.setIntPref('browser.display.document_color_use', forced ? 2 : 0);
        prefs.setIntPref('ui.prefersReducedMotion', still ? 1 : 0);
      },
      forcedColors === true,
      reducedMotion === true,
    );
  }

  async command(name: string): Promise<void> {
    await this.inBrowser.evaluate(runCommand, this.ownId(), name);
  }

  async setSettings(value: unknown): Promise<void> {
    await this.inBrowser.evaluate(writeSettings, this.ownId(), value ?? null);
  }

  requests(): readonly RequestSeen[] {
    if (!this.seen) throw new Error('close the browser first');
    return this.seen;
  }

  async updateExtension(): Promise<void> {
    if (!this.extension) throw new Error('no extension is loaded');
    await install(this.client, this.extension);
  }

  async extensionErrors(): Promise<string[]> {
    const errors = await this.inBrowser.evaluate(() => (globalThis as unknown as ChromeGlobals).watched.errors);
    return errors.filter(isOfCode);
  }

  closed(): Promise<void> {
    return this.ended;
  }

  async close(): Promise<void> {
    // Closed by hand, it can't be asked any more.
    this.seen ??= await this.inBrowser
      .evaluate(() => (globalThis as unknown as ChromeGlobals).watched.requests)
      .catch((): RequestSeen[] => []);
    await this.stop();
  }

  private ownId(): string {
    if (!this.extensionId) throw new Error('no extension is loaded');
    return this.extensionId;
  }
}

/** What the browser's own window offers, as far as it is used here. */
interface ChromeGlobals {
  WebExtensionPolicy: { getByID(id: string): { mozExtensionHostname: string } };
  Services: { prefs: { setIntPref(name: string, value: number): void } };
  watched: { requests: RequestSeen[]; errors: string[] };
}
