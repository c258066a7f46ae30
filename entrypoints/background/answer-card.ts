import { cardFor } from '../../lib/dataset/lookup.ts';
import type { CardAnswer } from '../../lib/messages/messages.ts';
import { states } from '../../lib/settings/regions.ts';
import { guessRegion } from '../../lib/settings/settings.ts';
import type { SettingsStore } from '../../lib/settings/store.ts';

/** ISO 3166 reserves it for no place in particular: no rule, brand or help line is of this country. */
const unknownRegion = 'ZZ';

/** The card of an entry for the reader's region, today. Null for an id the dataset does not hold. */
export async function answerCard(entry: string, onPage: string[], settings: SettingsStore): Promise<CardAnswer> {
  // Read with the first card, not with each start of the worker.
  const { default: store } = await import('virtual:evenhand/store');
  const region = (await settings.get()).region ?? guessRegion(navigator.languages) ?? unknownRegion;
  return cardFor(store, entry, { region, onPage, today: new Date() }, states);
}
