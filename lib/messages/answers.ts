/** Reads what comes back from another part of the extension: a stopped worker or an older copy may answer with anything. */
import type { LibraryEntry, PageMix } from '../dataset/library.ts';
import type { CardAnswer, ListedMention } from './messages.ts';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const texts = (value: Record<string, unknown>, fields: readonly string[]) =>
  fields.every((field) => typeof value[field] === 'string');
const lists = (value: Record<string, unknown>, fields: readonly string[]) => fields.every((field) => Array.isArray(value[field]));

/** The card, if the answer is one; otherwise null. */
export function readCardAnswer(value: unknown): CardAnswer {
  if (!isObject(value)) return null;
  const isCard =
    texts(value, ['id', 'name', 'kind', 'type', 'place', 'freshness', 'lastReviewed', 'nextReview']) &&
    lists(value, ['brands', 'classes', 'alerts', 'claims', 'legal', 'safety', 'sources']) &&
    isObject(value.whatItIs) &&
    typeof value.whatItIs.statement === 'string' &&
    (value.card === undefined || isObject(value.card));
  return isCard ? (value as unknown as CardAnswer) : null;
}

/** Whether the answer is an entry of the library. */
export const isLibraryEntry = (value: unknown): value is LibraryEntry =>
  isObject(value) &&
  readCardAnswer(value) !== null &&
  lists(value, ['interactions', 'knownClaims', 'elsewhere', 'members']) &&
  isObject(value.law);

/** The mixes, if the answer is a list; otherwise none. */
export function readMixes(value: unknown): PageMix[] {
  const isMix = (mix: unknown): mix is PageMix =>
    isObject(mix) && lists(mix, ['entries', 'names']) && texts(mix, ['seriousness', 'certainty']);
  return Array.isArray(value) ? value.filter(isMix) : [];
}

const isListedMention = (value: unknown): value is ListedMention =>
  isObject(value) && Number.isSafeInteger(value.key) && texts(value, ['entry', 'exact', 'before', 'after', 'heading']);

/** The mentions, if the answer is a list of them; otherwise undefined: nobody answered. */
export function readMentionList(value: unknown): ListedMention[] | undefined {
  return Array.isArray(value) && value.every(isListedMention) ? value : undefined;
}
