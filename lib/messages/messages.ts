/** What the parts of the extension say to each other. Everything that arrives is checked before use: a page's process can be hostile. */
import type { CardData, NearText } from '../dataset/card-data.ts';

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

/** Something to put on the clipboard: an entry with its sources, or a report of what is wrong with it. */
export interface TextRequest {
  type: 'text';
  of: 'citation' | 'markdown' | 'wrong-match';
  entry: string;
  /** The words of the page that a report is about, and the claim they were taken for, if it is about that. */
  exact: string;
  claim?: string;
}

/** Page to background. */
export type PageMessage =
  /** How many mentions a frame holds now, and of which entries. */
  | { type: 'found'; count: number; entries: string[] }
  /** The pointer rests on an entry: send its card. `onPage` lists the other entries of the page, for mixes. Answered with `CardData | null`. */
  | { type: 'card'; entry: string; onPage: string[]; near?: NearText }
  /** Show an entry in the library. */
  | { type: 'library'; entry: string }
  /** Answered with the text. */
  | TextRequest;

/** Library page to background. */
export type LibraryMessage =
  /** Answered with `LibraryEntry | null`. */
  | { type: 'entry'; entry: string }
  /** Answered with `PageMix[]`, for the entries of a page. */
  | { type: 'mixes'; entries: string[] };

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

const isText = (value: unknown, limit: number): value is string => typeof value === 'string' && value.length <= limit;
const isId = (value: unknown): value is string => isText(value, 80);
const isIdList = (value: unknown): value is string[] => Array.isArray(value) && value.length <= 500 && value.every(isId);

function readNear(value: unknown): { near?: NearText } {
  if (typeof value !== 'object' || value === null) return {};
  const { text, start, end } = value as Record<string, unknown>;
  const isPlace = Number.isSafeInteger(start) && Number.isSafeInteger(end);
  return isText(text, 2000) && isPlace ? { near: { text, start: start as number, end: end as number } } : {};
}

const textKinds: readonly TextRequest['of'][] = ['citation', 'markdown', 'wrong-match'];

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
  const { type, entry } = message;
  if (!isId(entry)) return undefined;
  if (type === 'card' && isIdList(message.onPage)) return { type, entry, onPage: message.onPage, ...readNear(message.near) };
  if (type === 'library') return { type, entry };
  const of = textKinds.find((kind) => kind === message.of);
  const { exact, claim } = message;
  if (type === 'text' && of && isText(exact, 2000)) return { type, of, entry, exact, ...(isId(claim) ? { claim } : {}) };
  return undefined;
}

/** The message, if it is one the library page may send; otherwise undefined. */
export function readLibraryMessage(value: unknown): LibraryMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, entry, entries } = value as Record<string, unknown>;
  if (type === 'entry' && isId(entry)) return { type, entry };
  if (type === 'mixes' && isIdList(entries)) return { type, entries };
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
