/** Run time: what the library page shows beyond a card. Everything known of one entry, and the mixes of a page. Pure. */
import type { CardData, ClaimNote, InteractionAlert, LegalRow } from './card-data.ts';
import { lawByPlace, type PlaceLaw } from './law-by-place.ts';
import { countryOf, legalRowOf } from './legal.ts';
import { entryById, isWithin, lineageOf } from './lineage.ts';
import {
  alertOf,
  bySeriousness,
  type CardRequest,
  cardFor,
  fillSafetyString,
  interactantsOf,
  interactionBetween,
  noteOf,
  numberSources,
  readingOrder,
} from './lookup.ts';
import type { Certainty, Dataset, Entry, SafetyStringId, Seriousness } from './schema.ts';

export interface LibraryEntry extends CardData {
  /** Every mix the dataset holds for it, the most serious first. */
  interactions: InteractionAlert[];
  /** Statements people make of it. */
  knownClaims: ClaimNote[];
  /** Rules of all other places, by place. */
  elsewhere: LegalRow[];
  /** The law of each place, by its code. */
  law: Readonly<Record<string, PlaceLaw>>;
  /** Code of the reader's region. */
  region: string;
  /** What belongs to it, where it is a group. */
  members: { id: string; name: string }[];
}

/** Two things named on one page that should not be mixed without advice. */
export interface PageMix {
  entries: [string, string];
  names: [string, string];
  seriousness: Seriousness;
  certainty: Certainty;
}

/** Everything the dataset holds on an entry, its sources numbered through; null where there is no such entry. */
export function libraryEntryFor(
  store: Dataset,
  id: string,
  request: Omit<CardRequest, 'onPage' | 'near'>,
  regionNames: Readonly<Record<string, string>> = {},
): LibraryEntry | null {
  const card = cardFor(store, id, { ...request, onPage: [] }, regionNames);
  const entry = entryById(store, id);
  if (!card || !entry) return null;
  const fill = (string: SafetyStringId) => fillSafetyString(store, string, countryOf(request.region));
  const line = lineageOf(store, id);
  const more = {
    interactions: interactionsOf(store, id, fill),
    knownClaims: store.claims.filter(({ about }) => about.some((subject) => line.some((one) => one.id === subject))).map(noteOf),
    elsewhere: rulesElsewhere(store, entry, line, card.legal, request.today, regionNames),
    law: lawByPlace(store, id, request.today),
    region: request.region,
    members: store.entries
      .filter(({ drugClass }) => drugClass?.includes(id))
      .map((member) => ({ id: member.id, name: member.name })),
  };
  const { interactions, knownClaims, elsewhere } = more;
  const sources = numberSources(store, [
    ...readingOrder(card),
    card.classes,
    card.approval,
    interactions,
    knownClaims,
    elsewhere,
  ]);
  return { ...card, ...more, sources };
}

/** For each thing to mix with, the rule nearest to the entry: its own before its group's. */
function interactionsOf(store: Dataset, id: string, fill: (id: SafetyStringId) => string): InteractionAlert[] {
  const found = new Map<string, InteractionAlert>();
  for (const own of interactantsOf(store, id))
    for (const rule of store.interactions) {
      const [one, two] = rule.interactants;
      if (one !== own && two !== own) continue;
      const otherId = one === own ? two : one;
      const other = entryById(store, otherId) ?? store.interactants.find((interactant) => interactant.id === otherId);
      if (other && !found.has(otherId)) found.set(otherId, alertOf(rule, other, fill));
    }
  return [...found.values()].sort(bySeriousness);
}

/** One rule for each place and what it is written for: the nearest of the line that has any there. */
function rulesElsewhere(
  store: Dataset,
  entry: Entry,
  line: readonly Entry[],
  shown: readonly LegalRow[],
  today: Date,
  regionNames: Readonly<Record<string, string>>,
): LegalRow[] {
  const rows = line.flatMap((subject) =>
    store.legal
      .filter(({ substance }) => substance === subject.id)
      .map((rule) => legalRowOf(rule, entry, subject, today, regionNames)),
  );
  const nearest = new Map<string, string>();
  for (const { applicableLocation, substance } of rows)
    if (!nearest.has(applicableLocation)) nearest.set(applicableLocation, substance);
  return rows
    .filter(
      ({ id, applicableLocation, substance }) =>
        nearest.get(applicableLocation) === substance && !shown.some((row) => row.id === id),
    )
    .sort((a, b) => a.place.localeCompare(b.place, 'en'));
}

/** The mixes among entries named on one page, the most serious first. A group is left out where one of its members is named too. */
export function mixesAmong(store: Dataset, ids: readonly string[]): PageMix[] {
  const named = ids.flatMap((id) => entryById(store, id) ?? []);
  const nearest = named.filter((entry) => !named.some((other) => other !== entry && isWithin(store, other.id, entry.id)));
  return nearest
    .flatMap((one, at) =>
      nearest.slice(at + 1).flatMap((two): PageMix[] => {
        const rule = interactionBetween(store, one.id, two.id);
        if (!rule) return [];
        const { seriousness, certainty } = rule;
        return [{ entries: [one.id, two.id], names: [one.name, two.name], seriousness, certainty }];
      }),
    )
    .sort(bySeriousness);
}
