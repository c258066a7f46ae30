/**
 * A page that Chromium draws ahead, out of sight, and then shows. It does not do so in a tab that is driven: so this one is let alone
 * until the page is shown, and only then looked into, over the bare DevTools protocol.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findBrowser } from '../../scripts/browsers.ts';
import { builds, expect, test } from './fixtures.ts';

interface Target {
  targetId: string;
  title: string;
}

type Send = <R>(method: string, params?: object, sessionId?: string) => Promise<R>;

/** Starts Chromium with the build in it, has it used, and ends it. */
async function withChromium(use: (send: Send) => Promise<void>): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'evenhand-prerender-'));
  const { path } = await findBrowser('chromium');
  const browser = spawn(
    path,
    [
      '--headless=new',
      '--no-sandbox',
      '--no-first-run',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      `--disable-extensions-except=${builds.chromium}`,
      `--load-extension=${builds.chromium}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(browser, 'exit');
  try {
    const socket = new WebSocket(await addressFrom(browser.stderr));
    await once(socket, 'open');
    await use(sender(socket));
    socket.close();
  } finally {
    browser.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function addressFrom(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('Chromium does not say where it listens');
}

function sender(socket: WebSocket): Send {
  const waiting = new Map<number, (message: { result?: unknown; error?: { message: string } }) => void>();
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data));
    waiting.get(message.id)?.(message);
  });
  let lastId = 0;
  return <R>(method: string, params = {}, sessionId?: string) =>
    new Promise<R>((done, failed) => {
      const id = ++lastId;
      waiting.set(id, ({ result, error }) => (error ? failed(new Error(`${method}: ${error.message}`)) : done(result as R)));
      socket.send(JSON.stringify({ id, method, params, sessionId }));
    });
}

const first = `<!doctype html><title>first</title><p>About kratom.</p>
  <script type="speculationrules">{ "prerender": [{ "source": "list", "urls": ["ahead.html"], "eagerness": "immediate" }] }</script>
  <script>addEventListener('storage', () => { location.href = 'ahead.html'; });</script>`;

/** Goes on to be shown once it has been drawn for a while. */
const ahead = `<!doctype html><title>ahead</title><p>About sertraline.</p>
  <script>
    const before = [];
    const look = () => {
      if (!document.prerendering) return;
      before.push(CSS.highlights.size);
      if (before.length === 5) localStorage.ahead = Date.now();
      setTimeout(look, 50);
    };
    look();
  </script>`;

test('a page that is drawn ahead is read when it is shown, and not before', async ({ server }) => {
  server.add('/prerender/ahead.html', ahead);
  const address = server.add('/prerender/first.html', first);
  await withChromium(async (send) => {
    const { targetId } = await send<{ targetId: string }>('Target.createTarget', { url: address });
    const title = async () => {
      const { targetInfos } = await send<{ targetInfos: Target[] }>('Target.getTargets');
      return targetInfos.find((target) => target.targetId === targetId)?.title;
    };
    await expect.poll(title, { timeout: 20_000 }).toBe('ahead');
    const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
    const evaluate = async (expression: string) => {
      const { result } = await send<{ result: { value: unknown } }>(
        'Runtime.evaluate',
        { expression, returnByValue: true },
        sessionId,
      );
      return result.value;
    };
    expect(await evaluate('performance.getEntriesByType("navigation")[0].activationStart'), 'it was drawn ahead').toBeGreaterThan(
      0,
    );
    await expect.poll(() => evaluate('CSS.highlights.get("note-mention")?.size')).toBe(1);
    expect(await evaluate('Math.max(...before)'), 'marks before it was shown').toBe(0);
  });
});
