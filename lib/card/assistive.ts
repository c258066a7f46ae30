/**
 * Marks are paint: keys and screen readers find nothing there. For those who ask for it there is a real button for each
 * of them, kept in our own element after the page, so that not one node of the page changes (ADR 11).
 */
import type { PageMention, PageReader } from '../page/page-mention.ts';
import { type CardHost, viewportOf } from './host.ts';
import { firstLine } from './stage.ts';

export interface AssistiveButtons {
  set(on: boolean): void;
  /** The mentions of the page have changed. */
  refresh(): void;
  /** The page has moved: the focused button goes with its mark. */
  follow(): void;
}

export interface AssistiveInput {
  document: Document;
  /** False for what a script has made up. */
  isReal(event: Event): boolean;
  reader: PageReader;
  host(): CardHost;
  open(mention: PageMention): void;
}

/** A page of hundreds of mentions is read by its list instead. */
const buttonLimit = 30;
const lookLimit = 300;
const marginPx = 8;

export function createAssistiveButtons({ document, isReal, reader, host, open }: AssistiveInput): AssistiveButtons {
  let isOn = false;
  let isSaid = false;
  /** What the buttons were made from; the same words keep the same buttons, and the focus on them. */
  let made = '';
  let subjects: PageMention[] = [];

  const layer = (): HTMLElement => host().layer;
  const buttons = (): HTMLButtonElement[] => [...layer().querySelectorAll('button')];

  /** The first mention of an entry under each heading, as they are marked. */
  function wanted(): { mention: PageMention; words: string }[] {
    const found = new Map<string, { mention: PageMention; words: string }>();
    for (const mention of reader.mentions().slice(0, lookLimit)) {
      if (found.size === buttonLimit) break;
      const { heading } = reader.contextOf(mention);
      const place = `${mention.entry} ${heading}`;
      if (!found.has(place)) found.set(place, { mention, words: `About ${mention.exact}${heading && `, under ${heading}`}` });
    }
    return [...found.values()];
  }

  function refresh(): void {
    if (!isOn && made === '') return;
    const all = isOn ? wanted() : [];
    subjects = all.map(({ mention }) => mention);
    const words = all.map((one) => one.words).join('\n');
    if (words === made) return;
    made = words;
    const list = layer();
    const focused = buttons().find((button) => button.matches(':focus'))?.textContent;
    list.replaceChildren(...all.map((one, index) => buttonFor(one.words, index)));
    list.hidden = all.length === 0;
    if (all.length === 0) return;
    host().prepare();
    if (focused) (buttons().find(({ textContent }) => textContent === focused) ?? buttons()[0])?.focus();
    if (isSaid) return;
    isSaid = true;
    host().announce(`Topics explained on this page: ${all.length}. Their buttons are at its end.`);
  }

  function buttonFor(words: string, index: number): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('aria-haspopup', 'dialog');
    button.textContent = words;
    button.addEventListener('click', (event) => {
      const mention = subjects[index];
      if (isReal(event) && mention) open(mention);
    });
    button.addEventListener('focus', () => {
      const mention = subjects[index];
      const line = mention && firstLine(reader, mention);
      if (mention && (!line || line.top < 0 || line.bottom > viewportOf(document).height)) reader.scrollTo(mention);
      follow();
    });
    return button;
  }

  /** Puts the focused button, the only one to be seen, under its mark. */
  function follow(): void {
    if (made === '') return;
    const at = buttons().findIndex((button) => button.matches(':focus'));
    const mention = subjects[at];
    const button = buttons()[at];
    const line = mention && firstLine(reader, mention);
    if (!button || !line) return;
    const { width, height } = viewportOf(document);
    const within = (wish: number, size: number, most: number) => Math.max(marginPx, Math.min(wish, most - size - marginPx));
    button.style.left = `${within(line.left, button.offsetWidth, width)}px`;
    button.style.top = `${within(line.bottom + 4, button.offsetHeight, height)}px`;
  }

  return {
    set(on) {
      isOn = on;
      refresh();
    },
    refresh,
    follow,
  };
}
