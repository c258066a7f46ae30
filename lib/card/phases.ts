/** The shapes the card's state machine works on: phases, events, effects, and the state it starts from. Times are milliseconds of one steady clock. */
import type { CardData } from '../dataset/card-data.ts';
import type { PageMention } from '../page/page-mention.ts';
import type { Point } from './geometry.ts';

export interface CardOptions {
  /** What opens a card on its own: resting the pointer, a click, or nothing (keys and lists still do). */
  hover: 'hover' | 'click' | 'off';
  openDelayMs: number;
}

export type OpenedBy = 'hover' | 'click' | 'tap' | 'keyboard';

type Content = { is: 'loading' } | { is: 'ready'; data: CardData } | { is: 'failed' };

/** A card about to open. */
export interface Armed {
  mention: PageMention;
  by: OpenedBy;
  point: Point | undefined;
  /** When the pointer came to rest. */
  sinceMs: number;
  fetchAtMs: number;
  showAtMs: number;
  /** Set once its entry is asked for. */
  token: number | undefined;
  content: Content;
}

export interface OpenCard {
  mention: PageMention;
  by: OpenedBy;
  token: number;
  content: Content;
  openedAtMs: number;
  size: 'peek' | 'full';
  pinned: boolean;
  /** False for the first moment after a hover: a click then belongs to the page below. */
  solid: boolean;
  /** Said once, after three cards in a row were sent away at once. */
  notice: 'click-only' | undefined;
}

/**
 *   closed --rest--> armed --time--> open <--back-- leaving --time--> closed
 *                      `--away--> closed  `--away--> `--rest on another mark--> open (that one)
 */
export type Phase =
  | { name: 'closed' }
  | { name: 'armed'; next: Armed }
  | { name: 'open'; card: OpenCard }
  | { name: 'leaving'; card: OpenCard; closeAtMs: number; next: Armed | undefined };

/** What is remembered between cards. */
export interface Memory {
  options: CardOptions;
  lastPoint: Point | undefined;
  lastPointMs: number;
  /** Pointer speed of the last two samples, px per ms, newest last. */
  speeds: readonly [number, number];
  buttonDown: boolean;
  selecting: boolean;
  lastTypedMs: number;
  lastClosedMs: number;
  /** The mark that must be left before it may open again. */
  mutedKey: number | undefined;
  /** Entries sent away with Escape, each with the time until which it does not open by itself. */
  quietUntilMs: Readonly<Record<string, number>>;
  quickDismissals: number;
  clickOnly: boolean;
  noticeDue: boolean;
  lastToken: number;
}

export interface CardState {
  phase: Phase;
  memory: Memory;
  /** When the machine next wants a `tick`. */
  wakeAtMs: number | undefined;
}

export type CardEvent =
  /**
   * The pointer (mouse or pen) moved. `mention` is the mark under it; `corridor` is the way from mark to card. `isAgain`: it is the last
   * move, looked at again, since the page was just drawing anew what is there.
   */
  | {
      type: 'pointer';
      point: Point;
      where: 'card' | 'corridor' | 'page';
      mention?: PageMention | undefined;
      pressed: boolean;
      isAgain?: boolean | undefined;
    }
  | { type: 'pointer-left' }
  | { type: 'press'; where: 'card' | 'page'; mention?: PageMention | undefined }
  | { type: 'release' }
  /** A mention in plain text was clicked or tapped, and nothing of the page's own was. */
  | { type: 'tap'; by: 'click' | 'tap'; mention: PageMention; point: Point }
  /** Open by key, list or menu. */
  | { type: 'command'; mention: PageMention }
  | { type: 'typed' }
  | { type: 'wheel' }
  /** How far the mark has moved in the viewport since it was armed or its card placed. */
  | { type: 'scrolled'; byPx: number }
  | { type: 'selection'; empty: boolean }
  | { type: 'escape' }
  /** The tab is hidden, or the page has gone to another address. */
  | { type: 'away' }
  /** The text of the mark is gone from the page. */
  | { type: 'gone' }
  /** The page was read again: the same mark has a new key. */
  | { type: 'renamed'; mention: PageMention }
  /** The page's focus went under the card. */
  | { type: 'focus-under' }
  | { type: 'answer'; token: number; data: CardData | null }
  | { type: 'tick' }
  /** Close was pressed, or the program closes the card. */
  | { type: 'close' }
  | { type: 'more' }
  | { type: 'less' }
  | { type: 'pin' }
  | { type: 'options'; options: CardOptions };

export type Effect =
  | { type: 'fetch'; entry: string; token: number }
  /** Wake the machine with `tick` at this time; replaces the wish before it. */
  | { type: 'schedule'; atMs: number | undefined }
  | { type: 'open'; mention: PageMention; focus: boolean; point: Point | undefined }
  /** Put the card beside its mark again. */
  | { type: 'move' }
  /** Count scrolling from here. */
  | { type: 'rebase' }
  | { type: 'close'; restoreFocus: boolean }
  | { type: 'announce'; text: string };

export interface Step {
  state: CardState;
  effects: Effect[];
}

const never = Number.NEGATIVE_INFINITY;

/** No card, and nothing remembered. */
export function initialState(options: CardOptions): CardState {
  const memory: Memory = {
    options,
    lastPoint: undefined,
    lastPointMs: never,
    speeds: [0, 0],
    buttonDown: false,
    selecting: false,
    lastTypedMs: never,
    lastClosedMs: never,
    mutedKey: undefined,
    quietUntilMs: {},
    quickDismissals: 0,
    clickOnly: false,
    noticeDue: false,
    lastToken: 0,
  };
  return { phase: { name: 'closed' }, memory, wakeAtMs: undefined };
}

/** The open card, leaving or not. */
export function openCardOf(state: CardState): OpenCard | undefined {
  return 'card' in state.phase ? state.phase.card : undefined;
}

/** A held card stays until it is closed on purpose: pinned, grown to full size, or opened on purpose. */
export function isHeld(card: OpenCard): boolean {
  return card.pinned || card.size === 'full' || card.by !== 'hover';
}
