/** Answers what pages and the library ask about entries, for the reader's region, today. */
import { speaksOfSuicide } from '../../lib/dataset/crisis.ts';
import { type LibraryEntry, libraryEntryFor, mixesAmong, type PageMix } from '../../lib/dataset/library.ts';
import { type CardRequest, cardFor } from '../../lib/dataset/lookup.ts';
import type { Dataset } from '../../lib/dataset/schema.ts';
import type { CardAnswer, PageMessage, TextRequest } from '../../lib/messages/messages.ts';
import { states } from '../../lib/settings/regions.ts';
import { guessRegion } from '../../lib/settings/settings.ts';
import type { SettingsStore } from '../../lib/settings/store.ts';
import { type ClaimFinder, createClaimFinder } from '../../lib/text/claims.ts';
import { citationText, wrongMatchText } from '../../lib/ui/copied-text.ts';

/** ISO 3166 reserves it for no place in particular: no rule, brand or help line is of this country. */
const unknownRegion = 'ZZ';

/** Read where a page names something, or with the first card; not with each start of the worker. */
export const readStore = (): Promise<Dataset> => import('virtual:evenhand/store').then((store) => store.default);

let findClaims: ClaimFinder | undefined;

const whereAndWhen = async (settings: SettingsStore) => ({
  region: (await settings.get()).region ?? guessRegion(navigator.languages) ?? unknownRegion,
  today: new Date(),
});

/** What stands in the text around a mention. */
function foundNear(store: Dataset, { entry, near }: Extract<PageMessage, { type: 'card' }>): Pick<CardRequest, 'near'> {
  if (!near) return {};
  const { text, start, end } = near;
  findClaims ??= createClaimFinder(store);
  const claims = findClaims(text, [{ entry, exact: text.slice(start, end), start, end, form: 'name' }]);
  return { near: { claims, speaksOfSuicide: speaksOfSuicide(text) } };
}

/** The card of an entry. Null for an id the dataset does not hold. */
export async function answerCard(message: Extract<PageMessage, { type: 'card' }>, settings: SettingsStore): Promise<CardAnswer> {
  const [store, here] = await Promise.all([readStore(), whereAndWhen(settings)]);
  const request = { ...here, onPage: message.onPage, ...foundNear(store, message) };
  return cardFor(store, message.entry, request, states);
}

/** Everything on an entry, for the library. */
export async function answerEntry(entry: string, settings: SettingsStore): Promise<LibraryEntry | null> {
  const [store, here] = await Promise.all([readStore(), whereAndWhen(settings)]);
  return libraryEntryFor(store, entry, here, states);
}

/** The mixes among the entries of a page. */
export async function answerMixes(entries: string[]): Promise<PageMix[]> {
  return mixesAmong(await readStore(), entries);
}

/** A text for the clipboard; null for an id the dataset does not hold. */
export async function answerText(
  { of, entry, exact, claim }: TextRequest,
  version: string,
  settings: SettingsStore,
): Promise<string | null> {
  const data = await answerCard({ type: 'card', entry, onPage: [] }, settings);
  if (!data) return null;
  const from = { version, today: new Date() };
  if (of === 'wrong-match') return wrongMatchText(data, exact, claim, from);
  return citationText(data, from, of === 'markdown' ? 'markdown' : 'plain');
}
