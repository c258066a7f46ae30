/** How soon a card is on the screen, on a page of five megabytes and on one of usual length: as the page itself can see it. */
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserDriver, PageDriver } from '../../tests/e2e/driver.ts';
import type { PageServer } from '../../tests/e2e/server.ts';
import { inChromium } from './devtools.ts';
import type { Figure } from './figures.ts';
import { addArticle, addLongArticle, cardIs, placeOfMark } from './living.ts';
import type { Raw } from './reading.ts';
import { inNewTab, marksSettled, settled } from './tabs.ts';

const openDelayMs = 300;
/** A card that follows another within a second comes after this. */
const soonDelayMs = 250;
const peekBudgetMs = 50;
const fullBudgetMs = 100;
const fulls = 20;
/** How long a finger holds a button. */
const pressMs = 80;
/** Who sends several cards away at once is shown no more of them by hovering. */
const keptMs = 1_100;

/** Kept by the page: what it saw of the card. */
interface HoverWindow {
  /** When the pointer last moved, and when a button was last clicked. */
  movedAt: number;
  clickedAt: number;
  /** Ends once a card is open and its size has stood still for some frames; answers with the end of the last frame that changed it. */
  cardDrawn: Promise<number>;
  watchCard(open: boolean): void;
}

const watchPage = (): void => {
  const page = window as unknown as HoverWindow;
  addEventListener('pointermove', ({ timeStamp }) => (page.movedAt = timeStamp), true);
  addEventListener('click', ({ timeStamp }) => (page.clickedAt = timeStamp), true);
  const { port1, port2 } = new MessageChannel();
  /** After the frame that is being made has been drawn. */
  const afterFrame = (): Promise<number> =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        port1.onmessage = () => done(performance.now());
        port2.postMessage(0);
      });
    });
  const stillFrames = 30;
  page.watchCard = (waitsForOpen) => {
    page.cardDrawn = new Promise((done) => {
      const follow = async (): Promise<void> => {
        let drawnAt = 0;
        let size = '';
        for (let still = 0; still < stillFrames; still++) {
          const at = await afterFrame();
          const card = document.querySelector('note-card') as HTMLElement;
          const now = `${card.offsetWidth} ${card.offsetHeight}`;
          if (now === size) continue;
          size = now;
          drawnAt = at;
          still = 0;
        }
        done(drawnAt);
      };
      if (!waitsForOpen) addEventListener('click', () => void follow(), { capture: true, once: true });
      else
        addEventListener(
          'beforetoggle',
          (event) => {
            if ((event as ToggleEvent).newState === 'open') void follow();
          },
          { capture: true, once: true },
        );
    });
  };
};

interface Stay {
  title: string;
  address: string;
  hovers: number;
}

export async function measureHover(browser: BrowserDriver, server: PageServer, raw: Raw): Promise<Figure[]> {
  await browser.setSettings({ density: 'all', openDelayMs });
  const stays: Stay[] = [
    { title: '5 MB article', address: addLongArticle(server), hovers: 200 },
    { title: 'article of usual length', address: addArticle(server), hovers: 40 },
  ];
  const figures: Figure[] = [];
  for (const stay of stays) figures.push(...(await inNewTab(browser, stay.address, (tab) => measureStay(tab, stay, raw))));
  return figures;
}

async function measureStay(tab: PageDriver, { title, hovers }: Stay, raw: Raw): Promise<Figure[]> {
  await tab.evaluate(marksSettled);
  await tab.evaluate(watchPage);
  const peeks: number[] = [];
  const full: number[] = [];
  for (let hover = 0; hover < hovers; hover++) {
    peeks.push((await peek(tab, hover / hovers)) - (hover === 0 ? openDelayMs : soonDelayMs));
    const isFull = hover % (hovers / fulls) === 0;
    if (isFull) full.push(await openFull(tab));
    await wait(keptMs);
    await (isFull ? tab.click({ x: 2, y: 2 }) : tab.move({ x: 2, y: 2 }));
    await tab.evaluate(cardIs, false);
  }
  raw[`hover, ${title}`] = { peeks, full };
  return [
    {
      title: `${title}: peek painted after its delay, 95 of 100 of ${hovers} hovers / 50 ms`,
      ratio: highOf(peeks) / peekBudgetMs,
    },
    { title: `${title}: full card painted after More, 95 of 100 of ${fulls} / 100 ms`, ratio: highOf(full) / fullBudgetMs },
  ];
}

const highOf = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;

async function peek(tab: PageDriver, share: number): Promise<number> {
  const place = await tab.evaluate(placeOfMark, share);
  await tab.evaluate(() => (window as unknown as HoverWindow).watchCard(true));
  await tab.move(place);
  const time = await tab.evaluate(async () => {
    const page = window as unknown as HoverWindow;
    return (await page.cardDrawn) - page.movedAt;
  });
  // The words of a card may come after its frame: then it was not drawn whole.
  await placeOfButton(tab, 'More');
  return time;
}

async function openFull(tab: PageDriver): Promise<number> {
  await tab.evaluate(() => (window as unknown as HoverWindow).watchCard(false));
  await tab.move(await placeOfButton(tab, 'More'));
  await tab.evaluate(settled);
  await tab.button('down');
  await wait(pressMs);
  await tab.button('up');
  return tab.evaluate(async () => {
    const page = window as unknown as HoverWindow;
    return (await page.cardDrawn) - page.clickedAt;
  });
}

interface Described {
  backendNodeId: number;
  nodeName: string;
  nodeValue: string;
  children?: Described[];
  shadowRoots?: Described[];
}

/** The middle of a button in the card: DevTools look into closed shadow trees. */
async function placeOfButton(tab: PageDriver, name: string): Promise<{ x: number; y: number }> {
  const { session } = inChromium(tab);
  const { result } = await session.send('Runtime.evaluate', { expression: 'document.querySelector("note-card")' });
  const { node } = (await session.send('DOM.describeNode', { objectId: result.objectId ?? '', depth: -1, pierce: true })) as {
    node: Described;
  };
  const within = ({ children = [], shadowRoots = [] }: Described): Described[] => [...shadowRoots, ...children];
  const all = (one: Described): Described[] => [one, ...within(one).flatMap(all)];
  const button = all(node).find(
    (one) => one.nodeName === 'BUTTON' && all(one).some(({ nodeValue }) => nodeValue.trim() === name),
  );
  if (!button) throw new Error(`the card has no button "${name}"`);
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId: button.backendNodeId });
  const [left = 0, top = 0] = model.border;
  return { x: left + model.width / 2, y: top + model.height / 2 };
}
