import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CDPSession, Frame, Page } from '@playwright/test';
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
  type TextRun,
} from './driver.ts';

/** Node of `Accessibility.getFullAXTree`, as far as it is used here. */
interface AxNode {
  nodeId: string;
  ignored: boolean;
  role?: { value?: string };
  name?: { value?: string };
  properties?: { name: string; value: { value?: unknown } }[];
  childIds?: string[];
  backendDOMNodeId?: number;
}

/** Where a frame's own viewport begins in the page's. */
async function cornerOf(frame: Frame): Promise<Point> {
  const element = await frame.frameElement();
  const { x, y } = (await element.boundingBox()) ?? { x: 0, y: 0 };
  const border = await element.evaluate((node) => ({ x: (node as Element).clientLeft, y: (node as Element).clientTop }));
  return { x: x + border.x, y: y + border.y };
}

interface FrameTree {
  frame: { id: string };
  childFrames?: FrameTree[];
}

const frameIds = ({ frame, childFrames = [] }: FrameTree): string[] => [frame.id, ...childFrames.flatMap(frameIds)];

class ChromiumFrame implements FrameDriver {
  protected readonly target: Frame;

  constructor(target: Frame) {
    this.target = target;
  }

  url(): string {
    return this.target.url();
  }

  evaluate<A extends unknown[], R>(run: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return this.target.evaluate(`(${run})(...${JSON.stringify(args)})`);
  }

  highlightTexts(name: string): Promise<string[]> {
    return this.evaluate(readHighlight, name);
  }
}

/** A tab of Chromium, driven by Playwright; the card is read over the DevTools protocol. */
export class ChromiumPage extends ChromiumFrame implements PageDriver {
  /** For what only Chromium can be asked. */
  readonly page: Page;
  readonly session: CDPSession;
  private readonly errorsLogged: string[] = [];
  private readonly errorsThrown: string[] = [];

  constructor(page: Page, session: CDPSession) {
    super(page.mainFrame());
    this.page = page;
    this.session = session;
    page.on('console', (message) => {
      if (message.type() === 'error') this.errorsLogged.push(message.text());
    });
    page.on('pageerror', (error) => this.errorsThrown.push(String(error)));
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'load' });
  }

  async frame(urlPart: string): Promise<FrameDriver | undefined> {
    const frame = this.page.frames().find((one) => one !== this.page.mainFrame() && one.url().includes(urlPart));
    return frame && new ChromiumFrame(frame);
  }

  move(to: Point, steps = 1): Promise<void> {
    return this.page.mouse.move(to.x, to.y, { steps });
  }

  click(at: Point): Promise<void> {
    return this.page.mouse.click(at.x, at.y);
  }

  async drag(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: dragSteps });
    await mouse.up();
  }

  async wheel(at: Point, deltaY: number): Promise<void> {
    await this.page.mouse.move(at.x, at.y);
    await this.page.mouse.wheel(0, deltaY);
  }

  async follow(samples: readonly PointerSample[]): Promise<void> {
    const start = performance.now();
    for (const { at, x, y } of samples) {
      const early = at - (performance.now() - start);
      if (early > 0) await new Promise((wait) => setTimeout(wait, early));
      await this.page.mouse.move(x, y);
    }
  }

  button(action: 'down' | 'up'): Promise<void> {
    return this.page.mouse[action]();
  }

  async tap(at: Point): Promise<void> {
    await this.touch('touchStart', at);
    await this.touch('touchEnd');
  }

  async swipe(from: Point, to: Point): Promise<void> {
    const steps = 8;
    await this.touch('touchStart', from);
    for (let step = 1; step <= steps; step++)
      await this.touch('touchMove', {
        x: from.x + ((to.x - from.x) * step) / steps,
        y: from.y + ((to.y - from.y) * step) / steps,
      });
    await this.touch('touchEnd');
  }

  private async touch(type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Point): Promise<void> {
    await this.session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  }

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  setViewport(width: number, height: number): Promise<void> {
    return this.page.setViewportSize({ width, height });
  }

  emulate(medium: Medium): Promise<void> {
    return this.page.emulateMedia({
      media: medium === 'print' ? 'print' : null,
      forcedColors: medium === 'forced-colors' ? 'active' : null,
    });
  }

  async screenshot(path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await this.page.screenshot({ path });
  }

  async collectGarbage(): Promise<void> {
    await this.session.send('HeapProfiler.collectGarbage');
  }

  async dialog(): Promise<Dialog | undefined> {
    const found = await this.dialogIn(this.session, undefined);
    if (found) return found;
    // Frames of other sites live in processes of their own; those of this one have no session of their own.
    for (const frame of this.page.frames()) {
      if (frame === this.page.mainFrame()) continue;
      const session = await this.page
        .context()
        .newCDPSession(frame)
        .catch(() => undefined);
      const inFrame = session && (await this.dialogIn(session, frame));
      await session?.detach();
      if (inFrame) return inFrame;
    }
    return undefined;
  }

  async status(): Promise<string> {
    const nodes = await this.nodes();
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const textIn = (node: AxNode): string =>
      node.role?.value === 'StaticText'
        ? (node.name?.value ?? '')
        : (node.childIds ?? []).map((id) => byId.get(id)).reduce((text, child) => text + (child ? textIn(child) : ''), '');
    return nodes
      .filter((node) => !node.ignored && node.role?.value === 'status')
      .map(textIn)
      .join('');
  }

  async buttons(): Promise<ExposedButton[]> {
    return (await this.nodes())
      .filter((node) => !node.ignored && node.role?.value === 'button')
      .map((node) => ({
        name: node.name?.value ?? '',
        isFocused: node.properties?.some(({ name, value }) => name === 'focused' && value.value === true) ?? false,
      }));
  }

  private async nodes(): Promise<AxNode[]> {
    const { nodes } = (await this.session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
    return nodes;
  }

  /** The dialog in one of the frames a session reaches. */
  private async dialogIn(session: CDPSession, frame: Frame | undefined): Promise<Dialog | undefined> {
    try {
      const { frameTree } = (await session.send('Page.getFrameTree')) as { frameTree: FrameTree };
      for (const frameId of frameIds(frameTree)) {
        const { nodes } = (await session.send('Accessibility.getFullAXTree', { frameId })) as { nodes: AxNode[] };
        const found = await this.readDialog(session, nodes, frame);
        if (found) return found;
      }
      return undefined;
    } catch (error) {
      // The card or its frame was going while it was read; the next reading will tell.
      if (/box model|no node|no frame|frame with the given/i.test(String(error))) return undefined;
      throw error;
    }
  }

  private async readDialog(session: CDPSession, nodes: AxNode[], frame: Frame | undefined): Promise<Dialog | undefined> {
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    // The card has a name; a dialog of the page that holds it may have none.
    const root = nodes.find((node) => !node.ignored && node.role?.value === 'dialog' && node.name?.value);
    if (!root) return undefined;
    const inside: AxNode[] = [];
    const runs: TextRun<AxNode>[] = [];
    const walk = (node: AxNode, around = node): void => {
      const block = node.ignored || inlineRoles.test(node.role?.value ?? '') ? around : node;
      inside.push(node);
      if (!node.ignored && node.role?.value === 'StaticText') runs.push({ block, text: node.name?.value ?? '' });
      for (const id of node.childIds ?? []) {
        const child = byId.get(id);
        if (child) walk(child, block);
      }
    };
    walk(root);
    const name = (node: AxNode) => node.name?.value ?? '';
    const property = (node: AxNode, key: string) => node.properties?.find((one) => one.name === key)?.value.value;
    const of = (role: string) => inside.filter((node) => !node.ignored && node.role?.value === role);
    const focused = inside.find((node) => property(node, 'focused') === true);
    const expanded = (node: AxNode) => property(node, 'expanded') as boolean | undefined;
    return {
      name: name(root),
      text: linesOf(runs),
      headings: of('heading').map(name),
      buttons: of('button').map((node) => ({
        name: name(node),
        ...(expanded(node) === undefined ? {} : { expanded: expanded(node) === true }),
        click: () => this.onNode(node, frame, (middle) => this.click(middle)),
        rest: () => this.onNode(node, frame, (middle) => this.move(middle)),
        size: () => this.boxOf(session, node, frame),
      })),
      ...(focused ? { focused: name(focused) } : {}),
      box: await this.boxOf(session, root, frame),
    };
  }

  private async boxOf(session: CDPSession, node: AxNode, frame: Frame | undefined): Promise<Dialog['box']> {
    if (node.backendDOMNodeId === undefined) throw new Error('the node has no element');
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId: node.backendDOMNodeId });
    const [x = 0, y = 0] = model.border;
    const offset = frame ? await cornerOf(frame) : { x: 0, y: 0 };
    return { x: x + offset.x, y: y + offset.y, width: model.width, height: model.height };
  }

  private async onNode(node: AxNode, frame: Frame | undefined, act: (middle: Point) => Promise<void>): Promise<void> {
    const session = frame ? await this.page.context().newCDPSession(frame) : this.session;
    if (node.backendDOMNodeId === undefined) throw new Error('the node has no element');
    await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: node.backendDOMNodeId });
    const box = await this.boxOf(session, node, frame);
    await act({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    if (frame) await session.detach();
  }

  consoleErrors(): readonly string[] {
    return this.errorsLogged;
  }

  pageErrors(): readonly string[] {
    return this.errorsThrown;
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
