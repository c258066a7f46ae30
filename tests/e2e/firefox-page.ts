import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BidiClient } from './bidi.ts';
import {
  type Dialog,
  dragSteps,
  type ExposedButton,
  type FrameDriver,
  inlineRoles,
  linesOf,
  type Medium,
  type PageDriver,
  type Point,
  type PointerSample,
  readHighlight,
} from './driver.ts';
import {
  askForGarbage,
  clickPoint,
  emulateMedium,
  type ReadControls,
  type ReadDialog,
  readControls,
  readOpenDialog,
  touchAt,
} from './firefox-chrome.ts';
import { keyActions, typeActions } from './firefox-keys.ts';

export interface ContextInfo {
  context: string;
  url: string;
  children: ContextInfo[];
}

interface Evaluated {
  type: 'success' | 'exception';
  result: { value?: string };
  exceptionDetails?: { text: string };
}

/**
 * Whether an error is one of the code that runs: Firefox itself writes this line where the answer to a message was on its way when
 * its page went, was put into the page cache, or the extension was replaced (`wrapPromise` in its ExtensionCommon.sys.mjs).
 */
export const isOfCode = (message: string): boolean =>
  !/^Promise (?:resolved|rejected) (?:after context unloaded|while context is inactive)/.test(message);

/** A place where functions run: a page, a frame, or the browser's own window. */
export class Realm {
  readonly client: BidiClient;
  readonly context: string;

  constructor(client: BidiClient, context: string) {
    this.client = client;
    this.context = context;
  }

  async evaluate<A extends unknown[], R>(run: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    const answer = await this.client.send<Evaluated>('script.callFunction', {
      functionDeclaration: `async (args) => JSON.stringify([await (${run})(...JSON.parse(args))])`,
      arguments: [{ type: 'string', value: JSON.stringify(args) }],
      awaitPromise: true,
      target: { context: this.context },
      userActivation: false,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? 'the function threw');
    const [value] = JSON.parse(answer.result.value ?? '[]') as [R];
    return value;
  }
}

class FirefoxFrame extends Realm implements FrameDriver {
  protected address: string;

  constructor(client: BidiClient, context: string, url = 'about:blank') {
    super(client, context);
    this.address = url;
  }

  url(): string {
    return this.address;
  }

  highlightTexts(name: string): Promise<string[]> {
    return this.evaluate(readHighlight, name);
  }
}

/** A tab of Firefox, driven over WebDriver BiDi; the card is read from the browser's accessibility tree. */
export class FirefoxPage extends FirefoxFrame implements PageDriver {
  private readonly inBrowser: Realm;
  private readonly errorsLogged: string[] = [];
  private readonly errorsThrown: string[] = [];
  private pointer: Point = { x: 0, y: 0 };

  constructor(client: BidiClient, context: string, inBrowser: Realm) {
    super(client, context);
    this.inBrowser = inBrowser;
    client.on('log.entryAdded', (entry) => {
      const source = entry.source as { context?: string } | undefined;
      if (entry.level !== 'error' || source?.context !== context) return;
      (entry.type === 'javascript' ? this.errorsThrown : this.errorsLogged).push(String(entry.text));
    });
  }

  async goto(url: string): Promise<void> {
    const { url: reached } = await this.client.send<{ url: string }>('browsingContext.navigate', {
      context: this.context,
      url,
      wait: 'complete',
    });
    this.address = reached;
  }

  async frame(urlPart: string): Promise<FrameDriver | undefined> {
    const { contexts } = await this.client.send<{ contexts: ContextInfo[] }>('browsingContext.getTree', { root: this.context });
    const all = (nodes: ContextInfo[]): ContextInfo[] => nodes.flatMap((node) => [node, ...all(node.children)]);
    const frame = all(contexts[0]?.children ?? []).find(({ url }) => url.includes(urlPart));
    return frame && new FirefoxFrame(this.client, frame.context, frame.url);
  }

  async move(to: Point, steps = 1): Promise<void> {
    await this.mouse(this.way(this.pointer, to, steps));
    this.pointer = to;
  }

  async click(at: Point): Promise<void> {
    const press = [
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.mouse([this.moveTo(at), ...press]);
    this.pointer = at;
  }

  async drag(from: Point, to: Point): Promise<void> {
    const held = [{ type: 'pointerDown', button: 0 }, ...this.way(from, to, dragSteps), { type: 'pointerUp', button: 0 }];
    await this.mouse([this.moveTo(from), ...held]);
    this.pointer = to;
  }

  async wheel(at: Point, deltaY: number): Promise<void> {
    const { x, y } = this.moveTo(at);
    await this.act({ type: 'wheel', id: 'wheel', actions: [{ type: 'scroll', x, y, deltaX: 0, deltaY }] });
  }

  async follow(samples: readonly PointerSample[]): Promise<void> {
    const actions = samples.flatMap(({ at, x, y }, index) => {
      const pause = { type: 'pause', duration: at - (samples[index - 1]?.at ?? at) };
      return [pause, this.moveTo({ x, y })];
    });
    await this.mouse(actions);
    this.pointer = samples.at(-1) ?? this.pointer;
  }

  button(action: 'down' | 'up'): Promise<void> {
    return this.mouse([{ type: action === 'down' ? 'pointerDown' : 'pointerUp', button: 0 }]);
  }

  tap(at: Point): Promise<void> {
    return this.finger([at]);
  }

  swipe(from: Point, to: Point): Promise<void> {
    const steps = 8;
    const points = Array.from({ length: steps + 1 }, (_, step) => ({
      x: from.x + ((to.x - from.x) * step) / steps,
      y: from.y + ((to.y - from.y) * step) / steps,
    }));
    return this.finger(points);
  }

  private mouse(actions: unknown[]): Promise<void> {
    return this.act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  private async finger(points: Point[]): Promise<void> {
    await this.client.send('browsingContext.activate', { context: this.context });
    await this.inBrowser.evaluate(touchAt, points);
  }

  press(keys: string): Promise<void> {
    return this.act({ type: 'key', id: 'keyboard', actions: keyActions(keys) });
  }

  type(text: string): Promise<void> {
    return this.act({ type: 'key', id: 'keyboard', actions: typeActions(text) });
  }

  async setViewport(width: number, height: number): Promise<void> {
    await this.client.send('browsingContext.setViewport', { context: this.context, viewport: { width, height } });
  }

  async emulate(medium: Medium): Promise<void> {
    await this.client.send('browsingContext.activate', { context: this.context });
    await this.inBrowser.evaluate(emulateMedium, medium);
  }

  async screenshot(path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    const { data } = await this.client.send<{ data: string }>('browsingContext.captureScreenshot', { context: this.context });
    await writeFile(path, Buffer.from(data, 'base64'));
  }

  collectGarbage(): Promise<void> {
    return this.inBrowser.evaluate(askForGarbage);
  }

  async dialog(): Promise<Dialog | undefined> {
    await this.client.send('browsingContext.activate', { context: this.context });
    const read: ReadDialog | null = await this.inBrowser.evaluate(readOpenDialog, inlineRoles.source);
    if (!read) return undefined;
    const { focused, runs, ...rest } = read;
    return {
      ...rest,
      text: linesOf(runs),
      ...(focused === null ? {} : { focused }),
      buttons: read.buttons.map(({ name, expanded, size }, index) => ({
        name,
        ...(expanded === null ? {} : { expanded }),
        size: async () => size,
        click: async () => this.click(await this.inBrowser.evaluate(clickPoint, index)),
        rest: async () => this.move(await this.inBrowser.evaluate(clickPoint, index)),
      })),
    };
  }

  async status(): Promise<string> {
    return (await this.controls()).status;
  }

  async buttons(): Promise<ExposedButton[]> {
    return (await this.controls()).buttons;
  }

  private async controls(): Promise<ReadControls> {
    await this.client.send('browsingContext.activate', { context: this.context });
    return this.inBrowser.evaluate(readControls);
  }

  consoleErrors(): readonly string[] {
    return this.errorsLogged.filter(isOfCode);
  }

  pageErrors(): readonly string[] {
    return this.errorsThrown.filter(isOfCode);
  }

  async close(): Promise<void> {
    await this.client.send('browsingContext.close', { context: this.context });
  }

  private moveTo(to: Point): { type: 'pointerMove'; x: number; y: number } {
    return { type: 'pointerMove', x: Math.round(to.x), y: Math.round(to.y) };
  }

  private way(from: Point, to: Point, steps: number) {
    return Array.from({ length: steps }, (_, index) => {
      const part = (index + 1) / steps;
      return this.moveTo({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
    });
  }

  private async act(source: Record<string, unknown>): Promise<void> {
    await this.client.send('input.performActions', { context: this.context, actions: [source] });
  }
}
