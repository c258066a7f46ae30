/** Going from mention to mention by key. */
import type { PageMention, PageReader } from '../page/page-mention.ts';
import { viewportOf } from './host.ts';

export interface MentionWalk {
  /** Goes `by` mentions on (1) or back (-1), round the ends, and says where it is. */
  go(by: 1 | -1): void;
  /** The mention a reader means: the one last gone to, until they select elsewhere; else the one at the selection. */
  current(): PageMention | undefined;
  bringIntoView(mention: PageMention): void;
}

export interface MentionWalkInput {
  document: Document;
  reader: PageReader;
  announce(text: string): void;
  signal: AbortSignal;
}

/** "2 of 5: sertraline, under Side effects". */
export function whereWords(index: number, count: number, exact: string, heading: string): string {
  return `${index + 1} of ${count}: ${exact}${heading ? `, under ${heading}` : ''}`;
}

export function createMentionWalk({ document, reader, announce, signal }: MentionWalkInput): MentionWalk {
  let at: PageMention | undefined;
  let selectedSince = false;
  document.addEventListener(
    'selectionchange',
    () => {
      selectedSince = true;
    },
    { signal },
  );

  const indexOf = (mention: PageMention | undefined): number => reader.mentions().findIndex(({ key }) => key === mention?.key);

  /** The first mention at or below the upper edge of what is on screen: where a reader is. */
  const firstOnScreen = (): number => reader.mentions().findIndex((mention) => (reader.rectsOf(mention)[0]?.top ?? -1) >= 0);

  const bringIntoView = (mention: PageMention): void => {
    const line = reader.rectsOf(mention)[0];
    if (!line || line.top < 0 || line.bottom > viewportOf(document).height) reader.scrollTo(mention);
  };

  return {
    bringIntoView,
    go(by) {
      const mentions = reader.mentions();
      const count = mentions.length;
      if (count === 0) announce('No topics found on this page.');
      if (count === 0) return;
      const from = indexOf(at);
      const first = Math.max(0, firstOnScreen());
      const start = by === 1 ? first : (first - 1 + count) % count;
      const index = from === -1 ? start : (from + by + count) % count;
      at = mentions[index];
      if (!at) return;
      selectedSince = false;
      bringIntoView(at);
      reader.setActive(at);
      announce(whereWords(index, count, at.exact, reader.contextOf(at).heading));
    },
    current() {
      const gone = indexOf(at) === -1;
      if (!gone && !selectedSince) return at;
      return reader.atSelection() ?? (gone ? reader.mentions()[firstOnScreen()] : at);
    },
  };
}
