/** Turns what happens in the page into events for the card's machine, and its effects into a card. The only edge of the room. */
import { h, render } from 'preact';
import type { CardData, NearText } from '../dataset/card-data.ts';
import type { PageMention, PageReader } from '../page/page-mention.ts';
import { Card } from './Card.tsx';
import { actionsFor, type CardPorts } from './card-actions.ts';
import { contains, inCorridor, type Point, type Rect } from './geometry.ts';
import { createHost, viewportOf } from './host.ts';
import { createMentionWalk } from './mention-walk.ts';
import { listenToPage } from './page-events.ts';
import { type CardEvent, type CardOptions, type Effect, initialState, openCardOf } from './phases.ts';
import { isSheet, keepInView, type Placement, placeCard } from './position.ts';
import { step } from './state.ts';

export interface CardInput {
  document: Document;
  reader: PageReader;
  /**
   * The card of an entry; `onPage` names the other entries of the page, `near` is the text the mention stands in. Null, or a failure,
   * shows one line.
   */
  fetchCard(entry: string, onPage: string[], near: NearText | undefined): Promise<CardData | null>;
  options: CardOptions;
  actions: CardPorts;
  signal: AbortSignal;
}

export interface CardController {
  /** Opens a mention's card by keyboard rules: the focus goes to its heading and comes back. */
  openByKeyboard(mention: PageMention): void;
  close(): void;
  /** Goes to the next mention of the page and says which it is. */
  next(): void;
  previous(): void;
  /** Opens the card of the mention at the selection, or of the one `next` went to. */
  explain(): void;
  setOptions(options: CardOptions): void;
  /** The reader has read the page again: its mentions may have new keys or be gone. */
  mentionsChanged(): void;
}

/** Pointers rarely stop on the exact pixel; a re-read mark this near the old place is the same one. */
const samePlacePx = 4;

/** Starts the card in a document. Nothing enters the page before the pointer first rests on a mention, or a key asks for one. */
export function startCard({ document, reader, fetchCard, options, actions, signal }: CardInput): CardController {
  let state = initialState(options);
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Where the subject's mark stood when it was armed, or its card last placed. */
  let base: Rect | undefined;
  let openAt: Point | undefined;
  let leftMarkAt: Point | undefined;
  let placed: Placement | undefined;
  let sheet = false;
  let focusBefore: Element | null = null;
  let address = '';
  let host: ReturnType<typeof createHost> | undefined;

  const getHost = (): ReturnType<typeof createHost> => {
    host ??= createHost({ document, signal, onLost: () => send({ type: 'away' }), onResize: place });
    return host;
  };
  const announce = (text: string): void => getHost().announce(text);
  const now = (): number => performance.now();
  const subject = (): PageMention | undefined =>
    openCardOf(state)?.mention ?? (state.phase.name === 'armed' ? state.phase.next.mention : undefined);
  const firstLine = (mention: PageMention): Rect | undefined => reader.rectsOf(mention)[0];

  function send(event: CardEvent): void {
    if (signal.aborted) return;
    const before = subject()?.key;
    const shown = openCardOf(state);
    const result = step(state, event, now());
    state = result.state;
    const after = subject();
    if (after?.key !== before) base = after && firstLine(after);
    for (const effect of result.effects) perform(effect);
    const card = openCardOf(state);
    if (!card || card === shown) return;
    draw();
    place();
  }

  function perform(effect: Effect): void {
    switch (effect.type) {
      case 'fetch':
        // Reading its styles now keeps the first card from being late.
        getHost().prepare();
        load(effect.entry, effect.token);
        break;
      case 'schedule':
        clearTimeout(timer);
        if (effect.atMs !== undefined) timer = setTimeout(() => send({ type: 'tick' }), Math.ceil(effect.atMs - now()));
        break;
      case 'open':
        open(effect);
        break;
      case 'move':
        place();
        break;
      case 'rebase': {
        const mention = subject();
        base = mention && firstLine(mention);
        break;
      }
      case 'close':
        close(effect.restoreFocus);
        break;
      case 'announce':
        announce(effect.text);
        break;
    }
  }

  function load(entry: string, token: number): void {
    const onPage = [...new Set(reader.mentions().map((mention) => mention.entry))].filter((id) => id !== entry);
    const { phase } = state;
    const asked = 'next' in phase && phase.next?.token === token ? phase.next.mention : openCardOf(state)?.mention;
    fetchCard(entry, onPage, asked && reader.textNear(asked)).then(
      (data) => send({ type: 'answer', token, data }),
      () => send({ type: 'answer', token, data: null }),
    );
  }

  function draw(): void {
    const card = openCardOf(state);
    if (!card) return;
    const { content, size, pinned, solid, notice, mention } = card;
    render(
      h(Card, {
        key: card.token,
        content,
        size,
        pinned,
        solid,
        notice,
        sheet,
        mention,
        actions: actionsFor(mention, { document, ports: actions, send, announce }),
      }),
      getHost().mount,
    );
  }

  function open({ mention, focus, point }: Extract<Effect, { type: 'open' }>): void {
    focusBefore = deepFocus(document);
    address = document.location.href;
    openAt = point;
    leftMarkAt = point;
    placed = undefined;
    sheet = isSheet(viewportOf(document), openCardOf(state)?.by === 'tap');
    draw();
    getHost().show(reader.elementOf(mention));
    reader.setActive(mention);
    place();
    if (focus) getHost().focusHeading();
  }

  function close(restoreFocus: boolean): void {
    const hadFocus = getHost().hasFocus();
    // The next card may be drawn already: only a closed machine empties the box.
    if (!openCardOf(state)) render(null, getHost().mount);
    getHost().hide();
    reader.setActive(undefined);
    if (restoreFocus && hadFocus && focusBefore?.isConnected) (focusBefore as HTMLElement).focus?.({ preventScroll: true });
    focusBefore = null;
  }

  /** A pinned card stays where it is and only keeps within the viewport; any other stands by its mark. */
  function place(): void {
    const card = openCardOf(state);
    if (!card || !host) return;
    if (card.pinned && placed) {
      placed = keepInView(placed, host.naturalSize(), viewportOf(document));
      host.place(placed);
      return;
    }
    const lines = reader.rectsOf(card.mention);
    const touch = card.by === 'tap';
    const viewport = viewportOf(document);
    if (isSheet(viewport, touch) !== sheet) {
      sheet = !sheet;
      draw();
    }
    placed = placeCard({
      lines: lines.length > 0 || !base ? lines : [base],
      pointer: openAt,
      card: host.naturalSize(),
      viewport,
      direction: 'ltr',
      touch,
      keep: placed?.side,
    });
    host.place(placed);
  }

  // --- What happens in the page ----------------------------------------------------------------

  function pointerAt(point: Point, pressed: boolean): void {
    const card = openCardOf(state);
    const box = card && host?.box();
    // A page that swaps its content without loading, or folds away what holds the card, says nothing about it.
    const left = card !== undefined && (address !== document.location.href || (box !== undefined && box.right === box.left));
    if (left) send({ type: 'away' });
    else if (box && contains(box, point)) send({ type: 'pointer', point, where: 'card', pressed });
    else {
      const mention = reader.at(point.x, point.y);
      if (card && mention?.key === card.mention.key) leftMarkAt = point;
      const onTheWay = box !== undefined && leftMarkAt !== undefined && inCorridor(point, leftMarkAt, box);
      send({ type: 'pointer', point, where: onTheWay ? 'corridor' : 'page', mention, pressed });
    }
  }

  function scrolled(): void {
    const mention = subject();
    if (!mention) return;
    const line = firstLine(mention);
    if (!line) mentionsChanged();
    else if (base) send({ type: 'scrolled', byPx: between(line, base) });
  }

  function mentionsChanged(): void {
    const mention = subject();
    if (!mention) return;
    if (reader.mentions().some(({ key }) => key === mention.key) && firstLine(mention)) {
      place();
      return;
    }
    const same = reader.mentions().find((other) => {
      const line = other.entry === mention.entry ? firstLine(other) : undefined;
      return line && base && between(line, base) <= samePlacePx;
    });
    if (same) {
      send({ type: 'renamed', mention: same });
      reader.setActive(openCardOf(state) ? same : undefined);
    } else send({ type: 'gone' });
  }

  const walk = createMentionWalk({ document, reader, announce, signal });

  listenToPage({
    document,
    signal,
    holds: (target) => host?.holds(target) ?? false,
    isOpen: () => openCardOf(state) !== undefined,
    box: () => host?.box(),
    mentionAt: ({ x, y }) => reader.at(x, y),
    cardHasFocus: () => host?.hasFocus() ?? false,
    mount: () => host?.mount,
    send,
    onPointer: pointerAt,
    onScroll: scrolled,
    onResize: place,
  });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    reader.setActive(undefined);
    if (host) render(null, host.mount);
  });

  const openByKeyboard = (mention: PageMention): void => {
    walk.bringIntoView(mention);
    send({ type: 'command', mention });
  };

  return {
    openByKeyboard,
    close: () => send({ type: 'close' }),
    next: () => walk.go(1),
    previous: () => walk.go(-1),
    explain() {
      const mention = walk.current();
      if (mention) openByKeyboard(mention);
      else announce('No topic found here.');
    },
    setOptions: (changed) => send({ type: 'options', options: changed }),
    mentionsChanged,
  };
}

/** How far a line has moved. */
function between(line: Rect, before: Rect): number {
  return Math.hypot(line.left - before.left, line.top - before.top);
}

/** The focused element, also inside the page's open shadow roots. */
function deepFocus(document: Document): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}
