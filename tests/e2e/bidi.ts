/** WebDriver BiDi over a WebSocket (https://w3c.github.io/webdriver-bidi/), as much of it as the Firefox driver needs. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Listener = (params: Record<string, unknown>) => void;

export class BidiClient {
  private readonly socket: WebSocket;
  private readonly waiting = new Map<number, (message: Record<string, unknown>) => void>();
  private readonly listeners = new Map<string, Listener[]>();
  private lastId = 0;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.addEventListener('message', ({ data }) => this.receive(JSON.parse(String(data)) as Record<string, unknown>));
    socket.addEventListener('close', () => {
      for (const answer of this.waiting.values()) answer({ type: 'error', error: 'the browser is gone', message: '' });
      this.waiting.clear();
    });
  }

  static connect(url: string): Promise<BidiClient> {
    const socket = new WebSocket(url);
    return new Promise((connected, failed) => {
      socket.addEventListener('open', () => connected(new BidiClient(socket)));
      socket.addEventListener('error', () => failed(new Error('the browser did not take the connection')));
    });
  }

  /** Sends a command and waits for its result; throws with the browser's own words when it fails. */
  send<R>(method: string, params: Record<string, unknown> = {}): Promise<R> {
    const id = ++this.lastId;
    return new Promise((done, failed) => {
      this.waiting.set(id, (message) => {
        if (message.type === 'error') failed(new Error(`${method}: ${message.error} ${message.message}`));
        else done(message.result as R);
      });
      if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify({ id, method, params }));
      else this.receive({ id, type: 'error', error: 'the browser is gone', message: '' });
    });
  }

  on(event: string, listener: Listener): void {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]);
  }

  private receive(message: Record<string, unknown>): void {
    const answer = typeof message.id === 'number' ? this.waiting.get(message.id) : undefined;
    if (answer) {
      this.waiting.delete(message.id as number);
      answer(message);
    } else if (typeof message.method === 'string') {
      for (const listener of this.listeners.get(message.method) ?? []) listener(message.params as Record<string, unknown>);
    }
  }
}

/** The browser is driven on a fresh profile: no first-run pages, no reports, no updates. */
const preferences: Record<string, string | number | boolean> = {
  'app.normandy.enabled': false,
  'remote.events.async.mouse.enabled': true,
  'remote.events.async.wheel.enabled': true,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.chrome.site_icons': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  // A touch screen, though there is none.
  'dom.w3c_touch_events.enabled': 1,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

export interface RunningFirefox {
  client: BidiClient;
  /** Ends when the browser's process has. */
  exited: Promise<void>;
  /** Closes the browser and removes its profile. */
  stop(): Promise<void>;
}

const startTimeoutMs = 30_000;
const stopTimeoutMs = 5_000;

/** Starts Firefox with a fresh profile and connects to it. Chrome scope is allowed: tests look into the browser itself. */
export async function startFirefox(path: string, headless: boolean): Promise<RunningFirefox> {
  const profile = await mkdtemp(join(tmpdir(), 'evenhand-firefox-'));
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
  const child = spawn(
    path,
    [
      // Larger than any page under test: a click beyond the window's edge is lost.
      ...(headless ? ['--headless', '--width=1600', '--height=1400'] : []),
      ...(process.platform === 'win32' ? ['--wait-for-browser'] : []),
      ...(process.platform === 'darwin' ? ['--foreground'] : []),
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port=0',
      '--remote-allow-system-access',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const exited = new Promise<void>((end) => {
    child.once('exit', () => end());
    child.once('error', () => end());
  });
  const stop = async (client?: BidiClient) => {
    await client?.send('browser.close').catch(() => undefined);
    const timer = setTimeout(kill, stopTimeoutMs);
    await exited;
    clearTimeout(timer);
    process.off('exit', kill);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const client = await BidiClient.connect(`${await listeningAt(child)}/session`);
    await client.send('session.new', { capabilities: {} });
    return { client, exited, stop: () => stop(client) };
  } catch (error) {
    kill();
    await stop();
    throw error;
  }
}

/** The address Firefox prints when it listens. */
function listeningAt(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let printed = '';
    const timer = setTimeout(() => failed(new Error(`Firefox did not start in ${startTimeoutMs / 1000} s`)), startTimeoutMs);
    child.stderr?.on('data', (part) => {
      printed += part;
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(printed)?.[1];
      if (!address) return;
      clearTimeout(timer);
      found(address);
    });
    child.once('error', failed);
    child.once('exit', (code) => {
      clearTimeout(timer);
      failed(new Error(`Firefox ended (${code}) before it listened: ${printed.trim().split('\n').at(-1) ?? ''}`));
    });
  });
}
