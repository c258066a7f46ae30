/** When a pointer rests on a mark: how fast it moves, and when the mark's card is due. */
import type { PageMention } from '../page/page-mention.ts';
import type { Point } from './geometry.ts';
import type { Armed, CardOptions, Memory } from './phases.ts';

const fetchDelayMs = 150;
const reopenDelayMs = 250;
/** A card that follows another so soon comes sooner. */
export const reopenWithinMs = 1000;
const typingPauseMs = 1000;
const fastPxPerMs = 0.5;

/** What opens a card now: on a page where cards were unwelcome, only a click. */
export function modeOf({ options, clickOnly }: Memory): CardOptions['hover'] {
  return options.hover === 'hover' && clickOnly ? 'click' : options.hover;
}

/** Remembers where the pointer is and how fast it came. Samples without a time between them say nothing of its speed. */
export function sampledAt({ lastPoint, lastPointMs, speeds }: Memory, point: Point, nowMs: number): Partial<Memory> {
  const tookMs = nowMs - lastPointMs;
  if (!lastPoint) return { lastPoint: point, lastPointMs: nowMs, speeds: [speeds[1], 0] };
  if (tookMs <= 0) return {};
  const speed = Math.hypot(point.x - lastPoint.x, point.y - lastPoint.y) / tookMs;
  return { lastPoint: point, lastPointMs: nowMs, speeds: [speeds[1], speed] };
}

/** Two samples decide, so that one jump of a tired mouse does not. */
export function isFast({ speeds }: Memory): boolean {
  return (speeds[0] + speeds[1]) / 2 > fastPxPerMs;
}

export interface Rest {
  mention: PageMention | undefined;
  point: Point;
  /** The card armed before this sample. */
  before: Armed | undefined;
  fast: boolean;
  /** Another card is open, or was a moment ago. */
  soon: boolean;
}

/** The armed card of the mark under the pointer; its rest begins anew on another mark and while the pointer is fast. */
export function restOn({ mention, point, before, fast, soon }: Rest, memory: Memory, nowMs: number): Armed | undefined {
  if (!mention || memory.buttonDown || memory.selecting || modeOf(memory) !== 'hover') return undefined;
  const quietUntilMs = memory.quietUntilMs[mention.entry] ?? nowMs;
  if (mention.key === memory.mutedKey || quietUntilMs > nowMs) return undefined;
  const same = before?.mention.key === mention.key ? before : undefined;
  if (same && !fast) return { ...same, mention, point };
  const delayMs = soon ? Math.min(memory.options.openDelayMs, reopenDelayMs) : memory.options.openDelayMs;
  return {
    mention,
    by: 'hover',
    point,
    sinceMs: nowMs,
    fetchAtMs: nowMs + Math.min(fetchDelayMs, delayMs),
    showAtMs: Math.max(nowMs + delayMs, memory.lastTypedMs + typingPauseMs),
    token: same?.token,
    content: same?.content ?? { is: 'loading' },
  };
}
