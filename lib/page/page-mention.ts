import type { NearText } from '../dataset/card-data.ts';
import type { NameForm } from '../dataset/schema.ts';
import type { Matcher } from '../text/mention.ts';

export type Density = 'quiet' | 'all';

/** One mention in the page as it stands now. */
export interface PageMention {
  /** Names the mention until its block is read again. */
  readonly key: number;
  readonly entry: string;
  readonly exact: string;
  readonly form: NameForm;
  readonly inLink: boolean;
}

/** Where a mention stands, for lists. */
export interface MentionContext {
  /** Up to 40 characters before and after, within its block. */
  before: string;
  after: string;
  /** The heading it stands under, or "". */
  heading: string;
}

export interface ReadOptions {
  matcher: Matcher;
  density: Density;
  /** Whether a reader does not want a word noticed here. */
  isHidden?(word: string): boolean;
  /** Ends everything: observers, marks, sheets; the page is left as found. */
  signal: AbortSignal;
  /** The mentions have changed (at most once a frame). */
  onChange(): void;
}

/** The DOM edge: keeps an index of the mentions in a document and paints them. */
export interface PageReader {
  /** All mentions, marked or not, in document order. */
  mentions(): readonly PageMention[];
  /** The marked mention under a point of the viewport (CSS px), if nothing covers it. */
  at(x: number, y: number): PageMention | undefined;
  /** The mention that holds or follows the selection or caret, if any. */
  atSelection(): PageMention | undefined;
  /** One rectangle per line, in viewport CSS px; empty when the mention is gone or its text has changed. */
  rectsOf(mention: PageMention): DOMRect[];
  contextOf(mention: PageMention): MentionContext;
  /** The block a mention stands in, or a part of it; undefined when gone. */
  textNear(mention: PageMention): NearText | undefined;
  /** The element the mention's text is in; undefined when gone. */
  elementOf(mention: PageMention): Element | undefined;
  scrollTo(mention: PageMention): void;
  /** Paints one mention as the one a card is open for. */
  setActive(mention: PageMention | undefined): void;
  setDensity(density: Density): void;
  /** Other words are hidden than before. */
  hiddenChanged(): void;
}
