/** Turns what happens in the page into events for the card's machine, and its effects into a card. The only edge of the room. */
import { render } from 'preact';
import type { CardData, NearText } from '../dataset/card-data.ts';
import type { PageMention, PageReader } from '../page/page-mention.ts';
import { createAssistiveButtons } from './assistive.ts';
import { actionsFor, type CardPorts } from './card-actions.ts';
import { whereIs } from './corridor.ts';
import { contains, lineAt, type Point, type Rect } from './geometry.ts';
import type { Guard } from './guard.ts';
import { type CardHost, createHost } from './host.ts';
import { createMentionWalk } from './mention-walk.ts';
import { listenToPage } from './page-events.ts';
import { type CardEvent, type CardOptions, type Effect, initialState, openCardOf } from './phases.ts';
import { createStage, firstLine } from './stage.ts';
import { step } from './state.ts';
import { armedIn, comingCardOf } from './turn.ts';

export interface ControllerOptions extends CardOptions {
  /** Real buttons for keyboard and screen reader, one for each mark. */
  assistive: boolean;
}

export interface CardInput {
  document: Document;
  reader: PageReader;
  /**
   * The card of an entry; `onPage` names the other entries of the page, `near` is the text the mention stands in. Null, or a failure,
   * shows one line.
   */
  fetchCard(entry: string, onPage: string[], near: NearText | undefined): Promise<CardData | null>;
  options: ControllerOptions;
  actions: CardPorts;
  /** Where events tell the page of a node in the card. */
  guard?: Guard | undefined;
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
  setOptions(options: ControllerOptions): void;
  /** The reader has read the page again: its mentions may have new keys or be gone. */
  mentionsChanged(): void;
}

/** Pointers rarely stop on the exact pixel; a re-read mark this near the old place is the same one. */
const samePlacePx = 4;
/** A page that draws a line anew has its mark back by then. */
const redrawnWithinMs = 200;

/** Starts the card in a document. Nothing enters the page before the pointer first rests on a mention, or a key asks for one. */
export function startCard({ document, reader, fetchCard, options, actions, guard, signal }: CardInput): CardController {
  let state = initialState(options);
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the last event was. */
  let lastMs = 0;
  /** Where the subject's mark stood when it was armed, or its card last placed. */
  let base: Rect | undefined;
  let leftMarkAt: Point | undefined;
  /** The pointer's last move, where it met no mark. */
  let missed: { point: Point; pressed: boolean; atMs: number } | undefined;
  let host: CardHost | undefined;

  const getHost = (): CardHost => {
    host ??= createHost({ document, guard, signal, onLost: () => send({ type: 'away' }), onResize: stage.place });
    return host;
  };
  const isReal = (event: Event): boolean => event.isTrusted || guard?.hasMade(event) === true;
  const now = (): number => performance.now();
  const card = () => openCardOf(state);
  const subject = (): PageMention | undefined =>
    card()?.mention ?? (state.phase.name === 'armed' ? state.phase.next.mention : undefined);
  const announce = (text: string): void => getHost().announce(text);
  const stage = createStage({
    document,
    reader,
    host: getHost,
    card,
    base: () => base,
    actionsFor: (mention) => actionsFor(mention, { document, hear: guard?.hear, ports: actions, send, announce }),
  });

  /** `atMs`: when it happened, where that is known better than by the clock; never before what was sent last. */
  function send(event: CardEvent, atMs = now()): void {
    if (signal.aborted) return;
    if (event.type !== 'pointer') missed = undefined;
    const before = subject()?.key;
    const shown = card();
    lastMs = Math.max(lastMs, Math.min(atMs, now()));
    const result = step(state, event, lastMs);
    state = result.state;
    const after = subject();
    if (after?.key !== before) base = after && firstLine(reader, after);
    for (const effect of result.effects) perform(effect);
    if (!card()) stage.prepare(comingCardOf(state), armedIn(state.phase)?.point);
    else if (card() !== shown && !result.effects.some(({ type }) => type === 'open')) {
      stage.draw();
      stage.place();
    }
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
        leftMarkAt = effect.point;
        stage.open(effect);
        break;
      case 'move':
        stage.place();
        break;
      case 'rebase': {
        const mention = subject();
        base = mention && firstLine(reader, mention);
        break;
      }
      case 'close':
        stage.close(effect.restoreFocus);
        break;
      case 'announce':
        announce(effect.text);
        break;
    }
  }

  function load(entry: string, token: number): void {
    const onPage = [...new Set(reader.mentions().map((mention) => mention.entry))].filter((id) => id !== entry);
    const armed = armedIn(state.phase);
    const asked = armed?.token === token ? armed.mention : card()?.mention;
    fetchCard(entry, onPage, asked && reader.textNear(asked)).then(
      (data) => send({ type: 'answer', token, data }),
      () => send({ type: 'answer', token, data: null }),
    );
  }

  // --- What happens in the page ----------------------------------------------------------------

  function pointerAt(point: Point, pressed: boolean, atMs: number, isAgain = false): void {
    const shown = card();
    const box = shown && host?.box();
    // A page that swaps its content without loading, or folds away what holds the card, says nothing about it.
    if (shown && (stage.address() !== document.location.href || (box && box.right === box.left))) {
      send({ type: 'away' });
      return;
    }
    // Asking what is under a card has the browser measure the page.
    const mention = box && contains(box, point) ? undefined : reader.at(point.x, point.y);
    if (shown && mention?.key === shown.mention.key) leftMarkAt = point;
    const line = shown && lineAt(reader.rectsOf(shown.mention), leftMarkAt);
    missed = mention ? undefined : { point, pressed, atMs };
    send(
      { type: 'pointer', point, where: whereIs(point, { card: box, line, leftAt: leftMarkAt }), mention, pressed, isAgain },
      atMs,
    );
  }

  /** The mark the pointer came to may have been away for the moment in which the page drew its line anew. */
  function lookAgain(): void {
    if (!missed || subject() || now() - missed.atMs > redrawnWithinMs) return;
    const { point, pressed, atMs } = missed;
    pointerAt(point, pressed, atMs, true);
  }

  function scrolled(): void {
    buttons.follow();
    const mention = subject();
    if (!mention) return;
    const line = firstLine(reader, mention);
    if (!line) subjectChanged();
    else if (base) send({ type: 'scrolled', byPx: between(line, base) });
  }

  function subjectChanged(): void {
    const mention = subject();
    if (!mention) return;
    if (reader.mentions().some(({ key }) => key === mention.key) && firstLine(reader, mention)) {
      stage.place();
      return;
    }
    const same = reader.mentions().find((other) => {
      const line = other.entry === mention.entry ? firstLine(reader, other) : undefined;
      return line && base && between(line, base) <= samePlacePx;
    });
    if (same) {
      send({ type: 'renamed', mention: same });
      reader.setActive(card() ? same : undefined);
    } else send({ type: 'gone' });
  }

  const walk = createMentionWalk({ document, reader, announce, signal });
  const openByKeyboard = (mention: PageMention): void => {
    walk.bringIntoView(mention);
    send({ type: 'command', mention });
  };
  const buttons = createAssistiveButtons({ document, isReal, reader, host: getHost, open: openByKeyboard });
  buttons.set(options.assistive);

  listenToPage({
    document,
    hear: guard?.hear,
    isReal,
    signal,
    holds: (target) => host?.holds(target) ?? false,
    isOpen: () => card() !== undefined,
    box: () => host?.box(),
    mentionAt: ({ x, y }) => reader.at(x, y),
    cardHasFocus: () => host?.hasFocus() ?? false,
    letThrough: (through) => host?.letThrough(through),
    mount: () => host?.mount,
    send,
    onPointer: pointerAt,
    onScroll: scrolled,
    onResize() {
      buttons.follow();
      stage.place();
    },
    onLayer() {
      const mention = subject();
      host?.follow(mention && reader.elementOf(mention));
    },
  });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    reader.setActive(undefined);
    if (host) render(null, host.mount);
  });

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
    setOptions(changed) {
      send({ type: 'options', options: changed });
      buttons.set(changed.assistive);
    },
    mentionsChanged() {
      subjectChanged();
      lookAgain();
      buttons.refresh();
    },
  };
}

/** How far a line has moved. */
function between(line: Rect, before: Rect): number {
  return Math.hypot(line.left - before.left, line.top - before.top);
}
