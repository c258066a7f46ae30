/** One turn of the card's machine: the state being made, the effects gathered so far, and the steps that events are made of. */
import { type Armed, type CardState, type Effect, isHeld, type Memory, type OpenCard, type Phase, type Step } from './phases.ts';

const leaveDelayMs = 300;
const solidAfterMs = 200;
const quickDismissalMs = 1000;
const quickDismissalLimit = 3;

export interface Turn {
  phase: Phase;
  memory: Memory;
  readonly effects: Effect[];
  readonly nowMs: number;
}

export const beginTurn = ({ phase, memory }: CardState, nowMs: number): Turn => ({ phase, memory, effects: [], nowMs });

/** The state after the turn. `wokenForMs` is the wake-up still asked for. */
export function endTurn(turn: Turn, wokenForMs: number | undefined): Step {
  const { phase, memory, effects } = turn;
  const wakeAtMs = wakeTime(phase);
  if (wakeAtMs !== wokenForMs) effects.push({ type: 'schedule', atMs: wakeAtMs });
  return { state: { phase, memory, wakeAtMs }, effects };
}

function wakeTime(phase: Phase): number | undefined {
  const times: number[] = [];
  if ('card' in phase && !phase.card.solid) times.push(phase.card.openedAtMs + solidAfterMs);
  if (phase.name === 'leaving') times.push(phase.closeAtMs);
  if ('next' in phase && phase.next) times.push(phase.next.token === undefined ? phase.next.fetchAtMs : phase.next.showAtMs);
  return times.length > 0 ? Math.min(...times) : undefined;
}

/** Does what has become due. */
export function tick(turn: Turn): void {
  const { nowMs } = turn;
  if ('card' in turn.phase && !turn.phase.card.solid && nowMs >= turn.phase.card.openedAtMs + solidAfterMs)
    change(turn, { solid: true });
  const next = armedIn(turn.phase);
  if (next && next.token === undefined && nowMs >= next.fetchAtMs) setArmed(turn, request(turn, next));
  const due = armedIn(turn.phase);
  if (due && nowMs >= due.showAtMs) open(turn, due);
  else if (turn.phase.name === 'leaving' && nowMs >= turn.phase.closeAtMs) {
    close(turn, true, false);
    if (due) turn.phase = { name: 'armed', next: due };
  }
}

export const armedIn = (phase: Phase): Armed | undefined => ('next' in phase ? phase.next : undefined);

export function setArmed(turn: Turn, next: Armed): void {
  turn.phase = { ...turn.phase, next } as Phase;
}

/** The pointer is off mark and card: the card goes soon, unless it is held. */
export function leave(turn: Turn): void {
  const { phase } = turn;
  if (phase.name === 'open' && !isHeld(phase.card))
    turn.phase = { name: 'leaving', card: phase.card, closeAtMs: turn.nowMs + leaveDelayMs, next: undefined };
}

/** When a card the pointer leaves now closes. */
export const leaveTime = (turn: Turn): number => turn.nowMs + leaveDelayMs;

/** Asks for the entry of a card about to open, under a token of its own. */
export function request(turn: Turn, armed: Armed): Armed {
  const token = turn.memory.lastToken + 1;
  remember(turn, { lastToken: token });
  turn.effects.push({ type: 'fetch', entry: armed.mention.entry, token });
  return { ...armed, token };
}

export function open(turn: Turn, wanted: Armed): void {
  const armed = wanted.token === undefined ? request(turn, wanted) : wanted;
  close(turn, true, false);
  const { mention, by, point } = armed;
  const card = openedFrom(armed, turn.memory, turn.nowMs);
  remember(turn, { noticeDue: false, mutedKey: undefined });
  turn.phase = { name: 'open', card };
  turn.effects.push({ type: 'open', mention, focus: by === 'keyboard', point });
  if (by === 'click' || by === 'tap') turn.effects.push({ type: 'announce', text: `Card open: ${mention.exact}` });
}

/** The card as it is when it opens. */
function openedFrom({ mention, by, token, content }: Armed, memory: Memory, openedAtMs: number): OpenCard {
  return {
    mention,
    by,
    token: token ?? memory.lastToken,
    content,
    openedAtMs,
    size: 'peek',
    pinned: false,
    solid: by !== 'hover',
    notice: memory.noticeDue ? 'click-only' : undefined,
  };
}

/** The card that opens next if the pointer stays where it is, once its words are there. */
export function comingCardOf({ phase, memory }: CardState): OpenCard | undefined {
  if (phase.name !== 'armed' || phase.next.by !== 'hover' || phase.next.content.is !== 'ready') return undefined;
  return openedFrom(phase.next, memory, phase.next.showAtMs);
}

/** Closes the open card, if there is one. Sent away, it does not open again before its mark has been left. */
export function close(turn: Turn, restoreFocus: boolean, sentAway = restoreFocus): void {
  if (!('card' in turn.phase)) return;
  const { nowMs, memory } = turn;
  const { card } = turn.phase;
  if (nowMs - card.openedAtMs >= quickDismissalMs) remember(turn, { quickDismissals: 0 });
  remember(turn, { lastClosedMs: nowMs, mutedKey: sentAway ? card.mention.key : memory.mutedKey });
  turn.phase = { name: 'closed' };
  turn.effects.push({ type: 'close', restoreFocus });
}

/** Three cards in a row sent away at once: on this page they open on a click from now on, and that is said once. */
export function countDismissal(turn: Turn): void {
  if (!('card' in turn.phase)) return;
  const { card } = turn.phase;
  if (card.by !== 'hover' || turn.nowMs - card.openedAtMs >= quickDismissalMs) return;
  const quickDismissals = turn.memory.quickDismissals + 1;
  remember(turn, { quickDismissals });
  if (quickDismissals < quickDismissalLimit || turn.memory.clickOnly) return;
  remember(turn, { clickOnly: true, noticeDue: true });
  turn.effects.push({ type: 'announce', text: 'Cards now open on click on this page.' });
}

/** Drops a card that has not opened yet; one asked for on purpose only when `all`. */
export function disarm(turn: Turn, all: boolean): void {
  if (turn.phase.name === 'leaving') turn.phase = { ...turn.phase, next: undefined };
  if (turn.phase.name !== 'armed' || (turn.phase.next.by !== 'hover' && !all)) return;
  if (all) remember(turn, { mutedKey: turn.phase.next.mention.key });
  turn.phase = { name: 'closed' };
}

export function change(turn: Turn, part: Partial<OpenCard>): void {
  if ('card' in turn.phase) turn.phase = { ...turn.phase, card: { ...turn.phase.card, ...part } };
}

export function remember(turn: Turn, part: Partial<Memory>): void {
  turn.memory = { ...turn.memory, ...part };
}
