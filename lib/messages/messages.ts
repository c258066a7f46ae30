/** What the parts of the extension say to each other. Everything that arrives is checked before use: a page's process can be hostile. */
import type { CardData } from '../dataset/card-data.ts';

/** A mention as the popup lists it. */
export interface ListedMention {
  /** Names the mention within its frame until the next change there. */
  key: number;
  entry: string;
  exact: string;
  /** Up to about 40 characters either side. */
  before: string;
  after: string;
  /** The heading the mention stands under, or "". */
  heading: string;
}

/** Page to background. */
export type PageMessage =
  /** How many mentions a frame holds now, and of which entries. */
  | { type: 'found'; count: number; entries: string[] }
  /** The pointer rests on an entry: send its card. `onPage` lists the other entries of the page, for mixes. Answered with `CardData | null`. */
  | { type: 'card'; entry: string; onPage: string[] };

/** Popup or background to a page. */
export type ToPageMessage =
  /** Answered with `ListedMention[]`. */
  | { type: 'list' }
  /** Scroll to a mention and open its card by keyboard rules. */
  | { type: 'go'; key: number }
  | { type: 'command'; command: PageCommand };

export const pageCommands = ['next-mention', 'previous-mention', 'explain'] as const;
export type PageCommand = (typeof pageCommands)[number];

export type CardAnswer = CardData | null;

const isIdList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= 500 && value.every((id) => typeof id === 'string' && id.length <= 80);

/** The message, if it is one a page may send; otherwise undefined. */
export function readPageMessage(value: unknown): PageMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const message = value as Record<string, unknown>;
  if (
    message.type === 'found' &&
    Number.isSafeInteger(message.count) &&
    (message.count as number) >= 0 &&
    isIdList(message.entries)
  )
    return { type: 'found', count: message.count as number, entries: message.entries };
  if (message.type === 'card' && typeof message.entry === 'string' && isIdList(message.onPage))
    return { type: 'card', entry: message.entry, onPage: message.onPage };
  return undefined;
}

/** The message, if it is one a page may receive; otherwise undefined. */
export function readToPageMessage(value: unknown): ToPageMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const message = value as Record<string, unknown>;
  if (message.type === 'list') return { type: 'list' };
  if (message.type === 'go' && Number.isSafeInteger(message.key)) return { type: 'go', key: message.key as number };
  const command = pageCommands.find((known) => known === message.command);
  if (message.type === 'command' && command) return { type: 'command', command };
  return undefined;
}
