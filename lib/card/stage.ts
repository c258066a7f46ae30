/** Shows the card the machine says is open: draws it, puts it in its place, and minds where the focus was. */
import { h, render } from 'preact';
import type { PageMention, PageReader } from '../page/page-mention.ts';
import { Card, type CardActions } from './Card.tsx';
import type { Point, Rect } from './geometry.ts';
import { type CardHost, viewportOf } from './host.ts';
import type { Effect, OpenCard } from './phases.ts';
import { isSheet, keepInView, type Placement, placeCard } from './position.ts';

export interface Stage {
  /**
   * Draws the card that may open next where nobody sees it, so that opening it is only showing it. `point`: where the pointer is.
   * Undefined: none will; what was drawn is taken away.
   */
  prepare(coming: OpenCard | undefined, point: Point | undefined): void;
  open(effect: Extract<Effect, { type: 'open' }>): void;
  close(restoreFocus: boolean): void;
  draw(): void;
  /** A pinned card stays where it is and only keeps within the viewport; any other stands by its mark. */
  place(): void;
  /** The page's address when the card opened. */
  address(): string;
}

export interface StageInput {
  document: Document;
  reader: PageReader;
  host(): CardHost;
  card(): OpenCard | undefined;
  /** Where the mark last stood, should it be out of sight now. */
  base(): Rect | undefined;
  actionsFor(mention: PageMention): CardActions;
}

export function createStage({ document, reader, host, card: openCard, base, actionsFor }: StageInput): Stage {
  let openAt: Point | undefined;
  let placed: Placement | undefined;
  let sheet = false;
  let focusBefore: Element | null = null;
  let address = '';
  let prepared: OpenCard | undefined;

  function draw(card: OpenCard): void {
    const { content, size, pinned, solid, notice, mention, token } = card;
    const actions = actionsFor(mention);
    render(h(Card, { key: token, content, size, pinned, solid, notice, sheet, mention, actions }), host().mount);
  }

  function place(card: OpenCard): void {
    const viewport = viewportOf(document);
    const full = card.size === 'full';
    const touch = card.by === 'tap';
    if (isSheet(viewport, touch) !== sheet) {
      sheet = !sheet;
      draw(card);
    }
    const size = host().naturalSize();
    const lines = reader.rectsOf(card.mention);
    const lastSeen = base();
    if (card.pinned && placed && (placed.side === 'sheet') === sheet) placed = keepInView(placed, size, viewport, full);
    else
      placed = placeCard({
        lines: lines.length > 0 || !lastSeen ? lines : [lastSeen],
        pointer: openAt,
        card: size,
        viewport,
        direction: 'ltr',
        touch,
        full,
        keep: placed?.side,
      });
    host().place(placed);
  }

  /** Draws a card for a pointer at `point`; it has its place yet to get. */
  function set(card: OpenCard, point: Point | undefined): void {
    openAt = point;
    placed = undefined;
    sheet = isSheet(viewportOf(document), card.by === 'tap');
    draw(card);
  }

  /** What is open, if anything, has `use` done to it. */
  const withOpen = (use: (card: OpenCard) => void) => (): void => {
    const card = openCard();
    if (card) use(card);
  };

  return {
    draw: withOpen(draw),
    place: withOpen(place),
    prepare(coming, point) {
      if (coming?.token === prepared?.token) return;
      prepared = coming;
      if (!coming) {
        render(null, host().mount);
        return;
      }
      set(coming, point);
      place(coming);
    },
    open({ mention, focus, point }) {
      const card = openCard();
      if (!card) return;
      focusBefore = host().focused() ?? deepFocus(document);
      address = document.location.href;
      const isDrawn = prepared?.token === card.token && prepared.mention === card.mention;
      prepared = undefined;
      if (isDrawn) {
        // The pointer may have moved on the mark since.
        openAt = point;
        placed = undefined;
      } else set(card, point);
      host().show(reader.elementOf(mention));
      reader.setActive(mention);
      place(card);
      if (focus) host().focusHeading();
    },
    close(restoreFocus) {
      const hadFocus = host().hasFocus();
      // The next card may be drawn already: only a closed machine empties the box.
      if (!openCard()) render(null, host().mount);
      host().hide();
      reader.setActive(undefined);
      if (restoreFocus && hadFocus && focusBefore?.isConnected) (focusBefore as HTMLElement).focus?.({ preventScroll: true });
      focusBefore = null;
    },
    address: () => address,
  };
}

/** The focused element, also inside the page's open shadow roots. */
function deepFocus(document: Document): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

/** Where a mention's first line stands. */
export const firstLine = (reader: PageReader, mention: PageMention): Rect | undefined => reader.rectsOf(mention)[0];
