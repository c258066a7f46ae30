/** What a reader does with a page, and what there is to see. */
import { expect } from '@playwright/test';
import type { Dialog, FrameDriver, PageDriver, Point } from './driver.ts';

const mentionHighlight = 'note-mention';

/** Waits until a page (or frame) has marks, and answers with their texts. */
export async function marksOf(frame: FrameDriver): Promise<string[]> {
  await expect.poll(async () => (await frame.highlightTexts(mentionHighlight)).length, 'marks on the page').toBeGreaterThan(0);
  return frame.highlightTexts(mentionHighlight);
}

/** Waits until exactly these texts are marked, in any order. */
export async function expectMarks(frame: FrameDriver, texts: string[]): Promise<void> {
  await expect.poll(async () => (await frame.highlightTexts(mentionHighlight)).sort()).toEqual([...texts].sort());
}

/** Scrolls the first mark with this text into the middle of the view and answers with the middle of its first line. */
export async function pointOfMark(frame: FrameDriver, text: string): Promise<Point> {
  await expect.poll(async () => frame.highlightTexts(mentionHighlight), `a mark on "${text}"`).toContain(text);
  let point: Point | null = null;
  const look = async (): Promise<boolean> => {
    point = await lineOfMark(frame, text);
    return point !== null;
  };
  // A page that draws itself anew may have just taken it away.
  await expect.poll(look, `"${text}" is marked and shown`).toBe(true);
  return point as unknown as Point;
}

/** The middle of the first line of a mark; null where it is not shown now. */
const lineOfMark = (frame: FrameDriver, text: string): Promise<Point | null> =>
  frame.evaluate(
    (wanted, name) => {
      for (const found of CSS.highlights.get(name) ?? []) {
        const range = document.createRange();
        range.setStart(found.startContainer, found.startOffset);
        range.setEnd(found.endContainer, found.endOffset);
        if (range.toString() !== wanted) continue;
        found.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
        let [line] = range.getClientRects();
        if (line && (line.y < 0 || line.bottom > innerHeight)) {
          scrollBy({ top: line.y - innerHeight / 2, behavior: 'instant' });
          [line] = range.getClientRects();
        }
        if (line) return { x: line.x + line.width / 2, y: line.y + line.height / 2 };
      }
      return null;
    },
    text,
    mentionHighlight,
  );

/** The texts marked in each frame of a page, as far as the page may look into it, in the order of the frames. */
export function marksInFrames(tab: PageDriver): Promise<string[][]> {
  return tab.evaluate(
    (name) =>
      [...document.querySelectorAll<HTMLIFrameElement>('iframe,frame')].map(({ contentWindow, contentDocument }) => {
        const { CSS } = contentWindow as unknown as typeof globalThis;
        return [...(CSS.highlights?.get(name) ?? [])].map((mark) => {
          const range = (contentDocument ?? document).createRange();
          range.setStart(mark.startContainer, mark.startOffset);
          range.setEnd(mark.endContainer, mark.endOffset);
          return range.toString();
        });
      }),
    mentionHighlight,
  );
}

/** The middle of the first mark with this text in any frame right in the page, in the page's own viewport. */
export async function pointOfMarkInFrame(tab: PageDriver, text: string): Promise<Point> {
  await expect.poll(async () => (await marksInFrames(tab)).flat(), `a mark on "${text}"`).toContain(text);
  const point = await tab.evaluate(
    (wanted, name) => {
      for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe,frame')) {
        const { CSS, document: inner } = frame.contentWindow as unknown as typeof globalThis;
        for (const mark of CSS.highlights?.get(name) ?? []) {
          const range = inner.createRange();
          range.setStart(mark.startContainer, mark.startOffset);
          range.setEnd(mark.endContainer, mark.endOffset);
          if (range.toString() !== wanted) continue;
          frame.scrollIntoView({ block: 'center', behavior: 'instant' });
          const { x, y, width, height } = range.getBoundingClientRect();
          const corner = frame.getBoundingClientRect();
          return { x: corner.x + frame.clientLeft + x + width / 2, y: corner.y + frame.clientTop + y + height / 2 };
        }
      }
      return null;
    },
    text,
    mentionHighlight,
  );
  if (!point) throw new Error(`"${text}" is marked but not shown`);
  return point;
}

/** Waits for a card in the accessibility tree whose name starts with a text, and for its words: the first of a browser comes before them. */
export async function openCard(tab: PageDriver, name = ''): Promise<Dialog> {
  await expect.poll(async () => (await tab.dialog())?.name, `a card named "${name}…"`).toMatch(new RegExp(`^${name}`, 'i'));
  await expect.poll(async () => (await tab.dialog())?.text, 'the words of the card').not.toContain('Loading…');
  const dialog = await tab.dialog();
  if (!dialog) throw new Error('the card went away');
  return dialog;
}

/** Rests the pointer on the first mark with this text and waits for its card. */
export async function hoverMark(tab: PageDriver, text: string, name = text): Promise<Dialog> {
  await tab.move(await pointOfMark(tab, text));
  return openCard(tab, name);
}

/** Makes the open card grow to its full size. */
export async function openFully(tab: PageDriver, card: Dialog): Promise<Dialog> {
  const { x, y, width, height } = card.box;
  // For its first moment a card lets clicks through to the page.
  await expect
    .poll(() => tab.evaluate((...at) => document.elementFromPoint(...at)?.localName, x + width / 2, y + height / 2))
    .toBe('note-card');
  await card.buttons.find(({ name }) => name === 'More')?.click();
  await expect.poll(async () => (await tab.dialog())?.buttons.map(({ name }) => name), 'the full card').toContain('Less');
  return openCard(tab, card.name);
}

/** Moves the pointer to a corner where there is nothing. */
export const moveAway = (tab: PageDriver) => tab.move({ x: 2, y: 2 });

export async function expectNoCard(tab: PageDriver): Promise<void> {
  await expect.poll(async () => (await tab.dialog())?.name ?? 'no card').toBe('no card');
}

/** Whether a card is open now, as the page itself can see. */
export const isCardOpen = (frame: FrameDriver) =>
  frame.evaluate(() => document.querySelector('note-card')?.matches(':popover-open') === true);

/** Watches the card frame by frame: "open" or "closed" if it was so all the time, otherwise "changed". */
export function watchCard(frame: FrameDriver, forMs: number): Promise<'open' | 'closed' | 'changed'> {
  return frame.evaluate(
    (duration) =>
      new Promise<'open' | 'closed' | 'changed'>((done) => {
        const seen = new Set<boolean>();
        const end = performance.now() + duration;
        const look = () => {
          seen.add(document.querySelector('note-card')?.matches(':popover-open') === true);
          if (performance.now() < end) requestAnimationFrame(look);
          else done(seen.size > 1 ? 'changed' : seen.has(true) ? 'open' : 'closed');
        };
        look();
      }),
    forMs,
  );
}

/** Every place in the page's text where a pattern matches and no mark covers it, with a little of its surroundings; and how many there are. */
export function uncovered(frame: FrameDriver, pattern: RegExp): Promise<{ total: number; missed: string[] }> {
  return frame.evaluate(
    (source, flags, name) => {
      const marks = [...(CSS.highlights.get(name) ?? [])];
      const missed: string[] = [];
      let total = 0;
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.nodeValue ?? '';
        for (const match of text.matchAll(new RegExp(source, flags))) {
          total++;
          const [start, end] = [match.index, match.index + match[0].length];
          const covered = marks.some(
            (mark) =>
              mark.startContainer === node && mark.endContainer === node && mark.startOffset <= start && mark.endOffset >= end,
          );
          if (!covered) missed.push(text.slice(Math.max(0, start - 20), end + 20));
        }
      }
      return { total, missed };
    },
    pattern.source,
    pattern.flags,
    mentionHighlight,
  );
}

/** The names in view, as far as nothing covers them, each with whether it is marked. */
export function namesInView(frame: FrameDriver, pattern: RegExp): Promise<{ name: string; marked: boolean }[]> {
  return frame.evaluate(
    (source, highlight) => {
      const marks = [...(CSS.highlights.get(highlight) ?? [])];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      const found: { name: string; marked: boolean }[] = [];
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        range.selectNodeContents(node);
        const { top, bottom } = range.getBoundingClientRect();
        if (bottom < 0 || top > innerHeight) continue;
        const own = marks.filter(({ startContainer }) => startContainer === node);
        for (const { 0: name, index } of node.data.matchAll(new RegExp(source, 'g'))) {
          range.setStart(node, index);
          range.setEnd(node, index + name.length);
          const { x, y, width, height } = range.getBoundingClientRect();
          const at = document.elementFromPoint(x + width / 2, y + height / 2);
          if (at && node.parentElement?.contains(at))
            found.push({ name, marked: own.some(({ startOffset }) => startOffset === index) });
        }
      }
      return found;
    },
    pattern.source,
    mentionHighlight,
  );
}

/**
 * Waits until exactly these places are marked, in any order: "id: text", the id being that of the closest element around the mark that
 * has one, through shadow roots; "gone: text" is a mark on text the page has taken away.
 */
export async function expectPlaces(frame: FrameDriver, places: string[]): Promise<void> {
  await expect.poll(async () => (await placesOfMarks(frame)).sort(), 'places of the marks').toEqual([...places].sort());
}

const placesOfMarks = (frame: FrameDriver): Promise<string[]> =>
  frame.evaluate(
    (name) =>
      [...(CSS.highlights.get(name) ?? [])].map((mark) => {
        const range = document.createRange();
        range.setStart(mark.startContainer, mark.startOffset);
        range.setEnd(mark.endContainer, mark.endOffset);
        let at: Node | null = mark.startContainer.isConnected ? mark.startContainer : null;
        while (at && !(at instanceof Element && at.id)) at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null);
        return `${at instanceof Element ? at.id : 'gone'}: ${range}`;
      }),
    mentionHighlight,
  );

/** The middle of an element, scrolled into view. */
export const middleOf = (frame: FrameDriver, selector: string): Promise<Point> =>
  frame.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    if (!element) throw new Error(`there is no ${wanted}`);
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, selector);

export const clickOn = async (tab: PageDriver, selector: string): Promise<void> => tab.click(await middleOf(tab, selector));

/** The text of an element as it is shown. */
export const shownText = (frame: FrameDriver, selector: string): Promise<string> =>
  frame.evaluate((wanted) => (document.querySelector(wanted) as HTMLElement | null)?.innerText ?? '', selector);

/** Rests the pointer on the first mark with this text, sees its card, and leaves it. */
export async function glanceAt(tab: PageDriver, text: string, name = text): Promise<void> {
  await hoverMark(tab, text, name);
  await moveAway(tab);
  await expectNoCard(tab);
}
