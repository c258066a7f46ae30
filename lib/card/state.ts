/**
 * When a card opens and closes: a pure machine. Every delay and every "never while" rule lives here; time comes in with
 * the event, effects go out as data.
 */
import type { PageMention } from '../page/page-mention.ts';
import type { Point } from './geometry.ts';
import {
  type Armed,
  type CardEvent,
  type CardState,
  type Effect,
  isHeld,
  type Memory,
  type OpenCard,
  type OpenedBy,
  type Phase,
  type Step,
} from './phases.ts';
import { isFast, modeOf, reopenWithinMs, restOn, sampledAt } from './resting.ts';

const leaveDelayMs = 300;
const solidAfterMs = 200;
const quietAfterEscapeMs = 30_000;
const scrollLimitPx = 80;
const armedScrollLimitPx = 8;
/** An asked-for card waits this long for its words, so that a screen reader reads them at once. */
const askedWaitMs = 150;
const quickDismissalMs = 1000;
const quickDismissalLimit = 3;
/** A keyboard user's page may still be scrolling to the mark. */
const settleMs = 1000;

/** One event at one time: the next state, and what is to be done in the page. */
export function step(state: CardState, event: CardEvent, nowMs: number): Step {
  const turn = new Turn(state, nowMs);
  turn.take(event);
  return turn.finish(event.type === 'tick' ? undefined : state.wakeAtMs);
}

/** One call of `step` at work: the state being made, the effects gathered so far. */
class Turn {
  phase: Phase;
  memory: Memory;
  readonly effects: Effect[] = [];
  readonly now: number;

  constructor(state: CardState, now: number) {
    this.phase = state.phase;
    this.memory = state.memory;
    this.now = now;
  }

  finish(wokenForMs: number | undefined): Step {
    const wakeAtMs = this.#wakeTime();
    if (wakeAtMs !== wokenForMs) this.effects.push({ type: 'schedule', atMs: wakeAtMs });
    return { state: { phase: this.phase, memory: this.memory, wakeAtMs }, effects: this.effects };
  }

  take(event: CardEvent): void {
    switch (event.type) {
      case 'pointer':
        this.#pointer(event.point, event.where, event.mention, event.pressed);
        break;
      case 'pointer-left':
        this.#remember({ lastPoint: undefined, speeds: [0, 0], mutedKey: undefined });
        this.#pointerOff();
        break;
      case 'press':
        this.#press(event.where, event.mention);
        break;
      case 'release':
        this.#remember({ buttonDown: false });
        break;
      case 'tap':
        this.#tap(event.by, event.mention, event.point);
        break;
      case 'command':
        this.#ask(event.mention, 'keyboard', undefined);
        break;
      case 'typed':
        this.#remember({ lastTypedMs: this.now });
        this.#disarm(false);
        break;
      case 'wheel':
        this.#disarm(false);
        break;
      case 'scrolled':
        this.#scrolled(event.byPx);
        break;
      case 'selection':
        this.#remember({ selecting: !event.empty });
        if (!event.empty) this.#disarm(false);
        break;
      case 'escape':
        this.#escape();
        break;
      case 'away':
        if (this.phase.name === 'armed') this.phase = { name: 'closed' };
        this.#close(true);
        break;
      case 'gone':
        this.#gone();
        break;
      case 'renamed':
        this.#rename(event.mention);
        break;
      case 'focus-under':
        if ('card' in this.phase && this.phase.card.by === 'hover' && !this.phase.card.pinned) this.#close(false);
        break;
      case 'answer':
        this.#answer(event);
        break;
      case 'tick':
        this.#tick();
        break;
      case 'close':
        this.#closeByWish();
        break;
      case 'more':
        this.#change({ size: 'full' });
        break;
      case 'less':
        this.#change({ size: 'peek' });
        break;
      case 'pin':
        if ('card' in this.phase) this.#change({ pinned: !this.phase.card.pinned });
        this.effects.push({ type: 'rebase' });
        break;
      case 'options':
        this.#remember({ options: event.options, clickOnly: false, quickDismissals: 0 });
        this.#disarm(false);
        break;
    }
  }

  // --- Pointer -------------------------------------------------------------------------------

  #pointer(point: Point, where: 'card' | 'corridor' | 'page', over: PageMention | undefined, pressed: boolean): void {
    this.#remember(sampledAt(this.memory, point, this.now));
    const fast = isFast(this.memory);
    const mention = where === 'card' ? undefined : over;
    this.#remember({ buttonDown: pressed });
    if (this.memory.mutedKey !== undefined && mention?.key !== this.memory.mutedKey) this.#remember({ mutedKey: undefined });
    const { phase } = this;
    if (phase.name === 'closed' || phase.name === 'armed') {
      if (phase.name === 'armed' && phase.next.by !== 'hover') return;
      const next = this.#restOn(mention, point, phase.name === 'armed' ? phase.next : undefined, fast);
      this.phase = next ? { name: 'armed', next } : { name: 'closed' };
      return;
    }
    const { card } = phase;
    if (isHeld(card)) return;
    if (where === 'card' || mention?.key === card.mention.key) {
      this.phase = { name: 'open', card };
      return;
    }
    const waiting = phase.name === 'leaving' ? phase : undefined;
    // In the corridor every move counts as a start towards the card: a mark on the way opens only when the pointer rests there.
    const closeAtMs = waiting && where === 'page' ? waiting.closeAtMs : this.now + leaveDelayMs;
    const next = this.#restOn(mention, point, waiting?.next, fast || where === 'corridor');
    this.phase = { name: 'leaving', card, closeAtMs, next };
  }

  #restOn(mention: PageMention | undefined, point: Point, before: Armed | undefined, fast: boolean): Armed | undefined {
    // A card that is open now closes to make room: the next one may come as soon as after a closed one.
    const soon = 'card' in this.phase || this.now - this.memory.lastClosedMs < reopenWithinMs;
    return restOn({ mention, point, before, fast, soon }, this.memory, this.now);
  }

  #pointerOff(): void {
    const { phase } = this;
    if (phase.name === 'armed') this.#disarm(false);
    if (phase.name === 'open' && !isHeld(phase.card))
      this.phase = { name: 'leaving', card: phase.card, closeAtMs: this.now + leaveDelayMs, next: undefined };
    if (phase.name === 'leaving') this.phase = { ...phase, next: undefined };
  }

  #press(where: 'card' | 'page', mention: PageMention | undefined): void {
    this.#remember({ buttonDown: true });
    if (where === 'card') return;
    if (this.phase.name === 'armed') {
      this.#disarm(true);
      return;
    }
    if (!('card' in this.phase) || this.phase.card.pinned || mention?.key === this.phase.card.mention.key) return;
    this.#countDismissal();
    this.#close(false);
  }

  #tap(by: 'click' | 'tap', mention: PageMention, point: Point): void {
    const mode = modeOf(this.memory);
    if (mode === 'off' || (by === 'click' && mode !== 'click') || mention.inLink || this.memory.selecting) return;
    if ('card' in this.phase && this.phase.card.mention.key === mention.key) return;
    this.#ask(mention, by, point);
  }

  // --- Other ways in and out -----------------------------------------------------------------

  /** Asked for on purpose: opens as soon as its words are there, and soon in any case. */
  #ask(mention: PageMention, by: OpenedBy, point: Point | undefined): void {
    this.#close(false);
    const { now } = this;
    const armed: Armed = {
      mention,
      by,
      point,
      sinceMs: now,
      fetchAtMs: now,
      showAtMs: now + askedWaitMs,
      token: undefined,
      content: { is: 'loading' },
    };
    this.phase = { name: 'armed', next: this.#fetch(armed) };
  }

  #closeByWish(): void {
    this.#disarm(true);
    this.#countDismissal();
    this.#close(true);
  }

  #escape(): void {
    if ('card' in this.phase) {
      const { entry } = this.phase.card.mention;
      this.#remember({ quietUntilMs: { ...this.memory.quietUntilMs, [entry]: this.now + quietAfterEscapeMs } });
    }
    this.#closeByWish();
  }

  #scrolled(byPx: number): void {
    if (this.phase.name === 'armed' && byPx > armedScrollLimitPx) {
      this.#disarm(false);
      return;
    }
    if (!('card' in this.phase) || this.phase.card.pinned) return;
    if (byPx <= scrollLimitPx) this.effects.push({ type: 'move' });
    else if (this.phase.card.by === 'keyboard' && this.now - this.phase.card.openedAtMs < settleMs)
      this.effects.push({ type: 'move' }, { type: 'rebase' });
    else this.#close(true);
  }

  #gone(): void {
    if (this.phase.name === 'armed') this.phase = { name: 'closed' };
    // A pinned card was kept on purpose, and what it says does not depend on the page.
    if ('card' in this.phase && !this.phase.card.pinned) this.#close(true);
  }

  #rename(mention: PageMention): void {
    if (this.phase.name === 'armed') this.phase = { name: 'armed', next: { ...this.phase.next, mention } };
    if ('card' in this.phase) {
      this.#change({ mention });
      this.effects.push({ type: 'move' });
    }
  }

  #answer({ token, data }: Extract<CardEvent, { type: 'answer' }>): void {
    const content = data ? { is: 'ready' as const, data } : { is: 'failed' as const };
    const { phase } = this;
    if ('next' in phase && phase.next?.token === token) {
      const next = { ...phase.next, content };
      this.phase = { ...phase, next } as Phase;
      if (next.by !== 'hover') this.#open(next);
    } else if ('card' in phase && phase.card.token === token) this.#change({ content });
  }

  // --- Time ----------------------------------------------------------------------------------

  #tick(): void {
    const { now } = this;
    if ('card' in this.phase && !this.phase.card.solid && now >= this.phase.card.openedAtMs + solidAfterMs)
      this.#change({ solid: true });
    if ('next' in this.phase && this.phase.next && this.phase.next.token === undefined && now >= this.phase.next.fetchAtMs)
      this.phase = { ...this.phase, next: this.#fetch(this.phase.next) } as Phase;
    if ('next' in this.phase && this.phase.next && now >= this.phase.next.showAtMs) {
      this.#open(this.phase.next);
      return;
    }
    if (this.phase.name === 'leaving' && now >= this.phase.closeAtMs) {
      const { next } = this.phase;
      this.#close(false);
      if (next) this.phase = { name: 'armed', next };
    }
  }

  #wakeTime(): number | undefined {
    const { phase } = this;
    const times: number[] = [];
    if ('card' in phase && !phase.card.solid) times.push(phase.card.openedAtMs + solidAfterMs);
    if (phase.name === 'leaving') times.push(phase.closeAtMs);
    if ('next' in phase && phase.next) times.push(phase.next.token === undefined ? phase.next.fetchAtMs : phase.next.showAtMs);
    return times.length > 0 ? Math.min(...times) : undefined;
  }

  // --- Steps ---------------------------------------------------------------------------------

  #fetch(armed: Armed): Armed {
    const token = this.memory.lastToken + 1;
    this.#remember({ lastToken: token });
    this.effects.push({ type: 'fetch', entry: armed.mention.entry, token });
    return { ...armed, token };
  }

  #open(wanted: Armed): void {
    const armed = wanted.token === undefined ? this.#fetch(wanted) : wanted;
    if ('card' in this.phase) this.#close(false);
    const { mention, by, point, token, content } = armed;
    const card: OpenCard = {
      mention,
      by,
      token: token ?? this.memory.lastToken,
      content,
      openedAtMs: this.now,
      size: 'peek',
      pinned: false,
      solid: by !== 'hover',
      notice: this.memory.noticeDue ? 'click-only' : undefined,
    };
    this.#remember({ noticeDue: false, mutedKey: undefined });
    this.phase = { name: 'open', card };
    this.effects.push({ type: 'open', mention, focus: by === 'keyboard', point });
    if (by === 'click' || by === 'tap') this.effects.push({ type: 'announce', text: `Card open: ${mention.exact}` });
  }

  #close(restoreFocus: boolean): void {
    if (!('card' in this.phase)) return;
    const { card } = this.phase;
    if (this.now - card.openedAtMs >= quickDismissalMs) this.#remember({ quickDismissals: 0 });
    this.#remember({ lastClosedMs: this.now, mutedKey: restoreFocus ? card.mention.key : this.memory.mutedKey });
    this.phase = { name: 'closed' };
    this.effects.push({ type: 'close', restoreFocus });
  }

  /** Three cards in a row sent away at once: on this page they open on a click from now on, and that is said once. */
  #countDismissal(): void {
    if (!('card' in this.phase)) return;
    const { card } = this.phase;
    if (card.by !== 'hover' || this.now - card.openedAtMs >= quickDismissalMs) return;
    const quickDismissals = this.memory.quickDismissals + 1;
    this.#remember({ quickDismissals });
    if (quickDismissals < quickDismissalLimit || this.memory.clickOnly) return;
    this.#remember({ clickOnly: true, noticeDue: true });
    this.effects.push({ type: 'announce', text: 'Cards now open on click on this page.' });
  }

  /** Drops a card that has not opened yet; one asked for on purpose only when `all`. */
  #disarm(all: boolean): void {
    if (this.phase.name === 'leaving') this.phase = { ...this.phase, next: undefined };
    if (this.phase.name !== 'armed' || (this.phase.next.by !== 'hover' && !all)) return;
    if (all) this.#remember({ mutedKey: this.phase.next.mention.key });
    this.phase = { name: 'closed' };
  }

  #change(part: Partial<OpenCard>): void {
    if ('card' in this.phase) this.phase = { ...this.phase, card: { ...this.phase.card, ...part } };
  }

  #remember(part: Partial<Memory>): void {
    this.memory = { ...this.memory, ...part };
  }
}
