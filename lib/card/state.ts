/**
 * When a card opens and closes: a pure machine. Every delay and every "never while" rule is here, in `resting.ts` or in
 * `turn.ts`; time comes in with the event, effects go out as data.
 */
import type { PageMention } from '../page/page-mention.ts';
import type { Point } from './geometry.ts';
import { type Armed, type CardEvent, type CardOptions, type CardState, isHeld, type OpenedBy, type Step } from './phases.ts';
import { isFast, modeOf, reopenWithinMs, restOn, sampledAt } from './resting.ts';
import {
  armedIn,
  beginTurn,
  change,
  close,
  countDismissal,
  disarm,
  endTurn,
  leave,
  leaveTime,
  open,
  remember,
  request,
  setArmed,
  type Turn,
  tick,
} from './turn.ts';

const quietAfterEscapeMs = 30_000;
const scrollLimitPx = 80;
const armedScrollLimitPx = 8;
/** An asked-for card waits this long for its words, so that a screen reader reads them at once. */
const askedWaitMs = 150;
/** A keyboard user's page may still be scrolling to the mark. */
const settleMs = 1000;

/** One event at one time: the next state, and what is to be done in the page. */
export function step(state: CardState, event: CardEvent, nowMs: number): Step {
  const turn = beginTurn(state, nowMs);
  take(turn, event);
  return endTurn(turn, event.type === 'tick' ? undefined : state.wakeAtMs);
}

function take(turn: Turn, event: CardEvent): void {
  const { phase, nowMs } = turn;
  switch (event.type) {
    case 'pointer':
      pointer(turn, event);
      break;
    case 'pointer-left':
      remember(turn, { lastPoint: undefined, speeds: [0, 0], mutedKey: undefined });
      disarm(turn, false);
      leave(turn);
      break;
    case 'press':
      press(turn, event.where, event.mention);
      break;
    case 'release':
      remember(turn, { buttonDown: false });
      break;
    case 'tap':
      tap(turn, event.by, event.mention, event.point);
      break;
    case 'command':
      ask(turn, event.mention, 'keyboard', undefined);
      break;
    case 'typed':
      remember(turn, { lastTypedMs: nowMs });
      disarm(turn, false);
      break;
    case 'wheel':
      disarm(turn, false);
      break;
    case 'scrolled':
      scrolled(turn, event.byPx);
      break;
    case 'selection':
      remember(turn, { selecting: !event.empty });
      if (!event.empty) disarm(turn, false);
      break;
    case 'escape':
      sendAway(turn);
      break;
    case 'away':
      if (phase.name === 'armed') turn.phase = { name: 'closed' };
      close(turn, true);
      break;
    case 'gone':
      if (phase.name === 'armed') turn.phase = { name: 'closed' };
      // A pinned card was kept on purpose, and what it says does not depend on the page.
      if ('card' in phase && !phase.card.pinned) close(turn, true);
      break;
    case 'renamed':
      rename(turn, event.mention);
      break;
    case 'focus-under':
      if ('card' in phase && phase.card.by === 'hover' && !phase.card.pinned) close(turn, false);
      break;
    case 'answer':
      answer(turn, event);
      break;
    case 'tick':
      tick(turn);
      break;
    case 'close':
      closeByWish(turn);
      break;
    case 'more':
      change(turn, { size: 'full' });
      break;
    case 'less':
      change(turn, { size: 'peek' });
      break;
    case 'pin':
      if ('card' in phase) change(turn, { pinned: !phase.card.pinned });
      turn.effects.push({ type: 'rebase' });
      break;
    case 'options':
      setOptions(turn, event.options);
      break;
  }
}

// --- Pointer ---------------------------------------------------------------------------------

function pointer(turn: Turn, { point, where, mention: over, pressed, isAgain }: Extract<CardEvent, { type: 'pointer' }>): void {
  const mention = where === 'card' ? undefined : over;
  const came = isAgain === true || hasMoved(turn, point);
  remember(turn, { ...sampledAt(turn.memory, point, turn.nowMs), buttonDown: pressed });
  const fast = isFast(turn.memory);
  if (turn.memory.mutedKey !== undefined && mention?.key !== turn.memory.mutedKey) remember(turn, { mutedKey: undefined });
  const { phase } = turn;
  if (phase.name === 'closed' || phase.name === 'armed') {
    if (phase.name === 'armed' && phase.next.by !== 'hover') return;
    const next = rest(turn, mention, point, armedIn(phase), fast, came);
    turn.phase = next ? { name: 'armed', next } : { name: 'closed' };
    return;
  }
  const { card } = phase;
  if (isHeld(card)) return;
  if (where === 'card' || mention?.key === card.mention.key) {
    turn.phase = { name: 'open', card };
    return;
  }
  const waiting = phase.name === 'leaving' ? phase : undefined;
  // In the corridor every move counts as a start towards the card: a mark on the way opens only when the pointer rests there.
  const closeAtMs = waiting && where === 'page' ? waiting.closeAtMs : leaveTime(turn);
  const next = rest(turn, mention, point, waiting?.next, fast || where === 'corridor', came);
  turn.phase = { name: 'leaving', card, closeAtMs, next };
}

/** False when the page moved under a pointer at rest: browsers report that too, and the reader pointed at nothing. */
const hasMoved = ({ memory: { lastPoint } }: Turn, { x, y }: Point): boolean => lastPoint?.x !== x || lastPoint.y !== y;

function rest(
  turn: Turn,
  mention: PageMention | undefined,
  point: Point,
  before: Armed | undefined,
  fast: boolean,
  came: boolean,
): Armed | undefined {
  if (!came && before?.mention.key !== mention?.key) return undefined;
  // A card that is open now closes to make room: the next one may come as soon as after a closed one.
  const soon = 'card' in turn.phase || turn.nowMs - turn.memory.lastClosedMs < reopenWithinMs;
  return restOn({ mention, point, before, fast, soon }, turn.memory, turn.nowMs);
}

function press(turn: Turn, where: 'card' | 'page', mention: PageMention | undefined): void {
  remember(turn, { buttonDown: true });
  if (where === 'card') return;
  const { phase } = turn;
  if (phase.name === 'armed') disarm(turn, true);
  if (!('card' in phase) || phase.card.pinned || mention?.key === phase.card.mention.key) return;
  countDismissal(turn);
  close(turn, false);
}

function tap(turn: Turn, by: 'click' | 'tap', mention: PageMention, point: Point): void {
  const mode = modeOf(turn.memory);
  if (mode === 'off' || (by === 'click' && mode !== 'click') || mention.inLink || turn.memory.selecting) return;
  if ('card' in turn.phase && turn.phase.card.mention.key === mention.key) return;
  ask(turn, mention, by, point);
}

// --- Other ways in and out -------------------------------------------------------------------

/** Asked for on purpose: opens as soon as its words are there, and soon in any case. */
function ask(turn: Turn, mention: PageMention, by: OpenedBy, point: Point | undefined): void {
  // The focus goes back first, so that the new card knows where it belongs in the end.
  close(turn, true);
  const { nowMs } = turn;
  const armed: Armed = {
    mention,
    by,
    point,
    sinceMs: nowMs,
    fetchAtMs: nowMs,
    showAtMs: nowMs + askedWaitMs,
    token: undefined,
    content: { is: 'loading' },
  };
  turn.phase = { name: 'armed', next: request(turn, armed) };
}

function closeByWish(turn: Turn): void {
  disarm(turn, true);
  countDismissal(turn);
  close(turn, true);
}

function sendAway(turn: Turn): void {
  if ('card' in turn.phase) {
    const { entry } = turn.phase.card.mention;
    const quietUntilMs = { ...turn.memory.quietUntilMs, [entry]: turn.nowMs + quietAfterEscapeMs };
    remember(turn, { quietUntilMs });
  }
  closeByWish(turn);
}

function scrolled(turn: Turn, byPx: number): void {
  const { phase, effects, nowMs } = turn;
  if (phase.name === 'armed' && byPx > armedScrollLimitPx) disarm(turn, false);
  if (!('card' in phase) || phase.card.pinned) return;
  if (byPx <= scrollLimitPx) effects.push({ type: 'move' });
  else if (phase.card.by === 'keyboard' && nowMs - phase.card.openedAtMs < settleMs)
    effects.push({ type: 'move' }, { type: 'rebase' });
  else close(turn, true);
}

function rename(turn: Turn, mention: PageMention): void {
  if (turn.phase.name === 'armed') setArmed(turn, { ...turn.phase.next, mention });
  if ('card' in turn.phase) {
    change(turn, { mention });
    turn.effects.push({ type: 'move' });
  }
}

function answer(turn: Turn, { token, data }: Extract<CardEvent, { type: 'answer' }>): void {
  const content = data ? { is: 'ready' as const, data } : { is: 'failed' as const };
  const { phase } = turn;
  const armed = armedIn(phase);
  if (armed?.token === token) {
    const next = { ...armed, content };
    setArmed(turn, next);
    if (next.by !== 'hover') open(turn, next);
  } else if ('card' in phase && phase.card.token === token) change(turn, { content });
}

/** New words for when cards open also end click-only; any other change of the settings leaves that alone. */
function setOptions(turn: Turn, options: CardOptions): void {
  const { hover, openDelayMs } = turn.memory.options;
  if (hover === options.hover && openDelayMs === options.openDelayMs) return;
  remember(turn, { options, clickOnly: false, quickDismissals: 0 });
  disarm(turn, false);
}
