/**
 * `npm start -- [chromium|firefox] [URL|FILE] [--headless]`: builds Evenhand, opens a browser with it in, and a page to
 * read. Where there is no screen it makes the same journey by itself and says what it saw.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { type BrowserDriver, launch, type PageDriver } from '../tests/e2e/driver.ts';
import { type PageServer, serve, textAsPage } from '../tests/e2e/server.ts';
import { type BrowserName, findBrowser, PlainError } from './browsers.ts';

const root = join(import.meta.dirname, '..');
const pictures = join(root, '.output', 'demo');
const firstPort = 4173;
const oldestNode = [22, 18] as const;
const cardsToOpen = 6;
const marksTimeoutMs = 10_000;
const cardTimeoutMs = 5_000;

const usage = 'Use: npm start -- [chromium|firefox] [URL|FILE] [--headless]';

interface Wish {
  browser: BrowserName;
  /** A web address or a file; our own demo page when left out. */
  target?: string;
  headless: boolean;
}

function readWish(args: readonly string[]): Wish {
  const wish: Wish = { browser: 'chromium', headless: hasNoScreen() };
  for (const arg of args) {
    if (arg === 'chromium' || arg === 'firefox') wish.browser = arg;
    else if (arg === '--headless') wish.headless = true;
    else if (arg.startsWith('-') || wish.target !== undefined) throw new PlainError(`"${arg}" is not understood. ${usage}`);
    else wish.target = arg;
  }
  return wish;
}

function hasNoScreen(): boolean {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

function checkNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = oldestNode;
  if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor))
    throw new PlainError(
      `Node ${oldestNode.join('.')} or later is needed, and this is ${process.versions.node}. Run it through npm start.`,
    );
}

/** Builds both targets; answers with the folder of the browser's own. */
function build(browser: BrowserName): string {
  console.log('Building the extension …');
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new PlainError(`The build failed:\n${(stderr || stdout || '').trim()}`);
  return join(root, '.output', browser === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
}

/** The address to open; files are served, because extensions may not read file addresses unless told to. */
function addressOf(target: string | undefined, server: PageServer): string {
  if (target === undefined) return server.url('/demo/vendor.html');
  if (/^https?:\/\//.test(target)) return target;
  const file = basename(target);
  if (extname(file) === '.txt') return server.add('/text.html', textAsPage(file, readFileSync(target, 'utf8')));
  return server.url(`/file/${encodeURIComponent(file)}`);
}

function checkTarget(target: string | undefined): void {
  if (target === undefined || /^https?:\/\//.test(target)) return;
  if (!existsSync(target) || !statSync(target).isFile())
    throw new PlainError(`There is no file ${target}. A web address starts with http:// or https://.`);
  if (!['.txt', '.html', '.htm'].includes(extname(target)))
    throw new PlainError(`${target} is neither a .txt nor an .html file.`);
}

/** Asks until there is an answer; undefined when the time is up. */
async function eventually<T>(ask: () => Promise<T | undefined>, timeoutMs: number): Promise<T | undefined> {
  for (const end = Date.now() + timeoutMs; Date.now() < end; ) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((later) => setTimeout(later, 50));
  }
  return undefined;
}

/** Scrolls to the first mark with this text and answers with the middle of its first line, in CSS px of the viewport. */
function findMark(wanted: string): { x: number; y: number } | null {
  for (const mark of CSS.highlights.get('note-mention') ?? []) {
    const range = document.createRange();
    range.setStart(mark.startContainer, mark.startOffset);
    range.setEnd(mark.endContainer, mark.endOffset);
    if (range.toString() !== wanted) continue;
    mark.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const [line] = range.getClientRects();
    if (line) return { x: line.x + line.width / 2, y: line.y + line.height / 2 };
  }
  return null;
}

/** Reads the page as a reader would, and prints what there was to see. */
async function journey(page: PageDriver): Promise<void> {
  const marks = await eventually(async () => {
    const texts = await page.highlightTexts('note-mention');
    return texts.length > 0 ? texts : undefined;
  }, marksTimeoutMs);
  if (!marks) {
    await page.screenshot(join(pictures, 'page.png'));
    console.log(`No mention was found on this page.\nPicture: ${relative(root, join(pictures, 'page.png'))}`);
    return;
  }
  await page.screenshot(join(pictures, 'page.png'));

  const words = new Map<string, string[]>();
  for (const text of marks) words.set(text.toLowerCase(), [...(words.get(text.toLowerCase()) ?? []), text]);
  console.log(`\nMarked on the page: ${[...words].map(([word, texts]) => `${word} (${texts.length})`).join(', ')}`);

  const mixes: string[] = [];
  const seen = new Set<string>();
  console.log('\nCards:');
  for (const [first = ''] of words.values()) {
    if (seen.size >= cardsToOpen) break;
    const card = await openCard(page, first, seen);
    if (!card) continue;
    seen.add(card.name);
    const file = `${card.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`;
    await page.screenshot(join(pictures, file));
    const lines = card.text.split('\n').filter((line) => line !== card.name);
    console.log(
      `  ${card.name} (from "${first}")\n${lines
        .slice(0, 2)
        .map((line) => `    ${line}`)
        .join('\n')}`,
    );
    for (const line of lines.filter((text) => text.startsWith('Also on this page'))) mixes.push(`${card.name}. ${line}`);
    await page.move({ x: 1, y: 1 });
    await eventually(async () => ((await page.dialog()) ? undefined : true), cardTimeoutMs);
  }
  if (seen.size === 0) throw new PlainError('There are marks on the page, but no card opened.');
  console.log(mixes.length > 0 ? `\nMixes shown:\n${mixes.map((mix) => `  ${mix}`).join('\n')}` : '\nNo mix shown.');
  console.log(`\nPictures: ${relative(root, pictures)}`);
}

/** Rests the pointer on a word until its card is there with all its words; undefined when its card has been seen. */
async function openCard(page: PageDriver, word: string, seen: ReadonlySet<string>) {
  const point = await page.evaluate(findMark, word);
  if (!point) return undefined;
  await page.move(point);
  const card = await eventually(async () => {
    const dialog = await page.dialog();
    return dialog?.text.includes('\n') && !/Loading…/.test(dialog.text) ? dialog : undefined;
  }, cardTimeoutMs);
  if (card && !seen.has(card.name)) return card;
  await page.move({ x: 1, y: 1 });
  await eventually(async () => ((await page.dialog()) ? undefined : true), cardTimeoutMs);
  return undefined;
}

async function start(): Promise<void> {
  checkNode();
  const wish = readWish(process.argv.slice(2));
  checkTarget(wish.target);
  const browser = await findBrowser(wish.browser);
  const extension = build(wish.browser);
  const folders = {
    demo: join(root, 'scripts', 'demo'),
    ...(wish.target === undefined ? {} : { file: resolve(dirname(wish.target)) }),
  };
  const server = await serve({ folders, port: firstPort });
  let driver: BrowserDriver | undefined;
  try {
    const address = addressOf(wish.target, server);
    driver = await launch(wish.browser, { browser, extension, headless: wish.headless });
    const page = await driver.newPage();
    console.log(`${wish.browser === 'chromium' ? 'Chromium' : 'Firefox'} ${browser.version}: ${address}`);
    await page.goto(address).catch((error: unknown) => {
      const reason = /(?:NS_ERROR|ERR)_\w+/.exec(String(error))?.[0];
      throw new PlainError(`${address} could not be opened${reason ? ` (${reason})` : ''}.`);
    });
    if (wish.headless) await journey(page);
    else {
      console.log('Rest the pointer on an underlined word. Close the browser, or press Ctrl+C here, to end.');
      const opened = driver;
      process.once('SIGINT', () => opened.close());
      await opened.closed();
    }
  } finally {
    await driver?.close();
    await server.close();
  }
}

start().catch((error: unknown) => {
  console.error(error instanceof PlainError ? error.message : String((error as Error).message ?? error).split('\n')[0]);
  process.exitCode = 1;
});
