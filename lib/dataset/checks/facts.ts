/** The sentences of the dataset that readers see, each with the place it stands at. */
import type { Certainty, Citation, Dataset, Entry, Finding } from '../schema.ts';

export interface ShownText {
  /** Relative to `assets/dataset`; of the program, to its root. */
  file: string;
  field: string;
  text: string;
  sources?: readonly Citation[];
  certainty?: Certainty;
}

/** All statements of an entry, those of its card in the order they are read. */
export function textsOf(entry: Entry): ShownText[] {
  const file = `entries/${entry.id}.yaml`;
  const { card } = entry;
  const at = (
    field: string,
    { statement, ...rest }: { statement: string; sources: readonly Citation[]; certainty?: Certainty },
  ) => ({
    file,
    field,
    text: statement,
    ...rest,
  });
  const list = (
    field: string,
    items: readonly { statement: string; sources: readonly Citation[]; certainty?: Certainty }[] = [],
  ) => items.map((item, i) => at(`${field}.${i}.statement`, item));
  if (!card) return [at('whatItIs.statement', entry.whatItIs)];
  return [
    at('whatItIs.statement', entry.whatItIs),
    at('card.bottomLine.statement', card.bottomLine),
    ...list('card.peek', card.peek),
    ...list('card.benefits', card.benefits),
    ...list('card.harms', card.harms),
    ...list('card.unknown', card.unknown),
    at('card.otherOptions.statement', card.otherOptions),
    ...list('card.cautions', card.cautions),
    ...list('card.stopping', card.stopping),
    ...list('card.groups', card.groups),
  ];
}

/** The findings of a card, benefits first. */
export const findingsOf = (entry: Entry): { field: string; finding: Finding }[] =>
  (['benefits', 'harms'] as const).flatMap((side) =>
    (entry.card?.[side] ?? []).map((finding, i) => ({ field: `card.${side}.${i}`, finding })),
  );

/** Statements outside the entries: interactions, claims, topics and laws. */
export function textsOutsideEntries(dataset: Dataset): ShownText[] {
  return [
    ...dataset.interactions.flatMap(({ id, consequences, mechanism, frequency, certainty, sources }) => [
      { file: 'interactions/', field: `${id}.consequences`, text: consequences, sources, certainty },
      { file: 'interactions/', field: `${id}.mechanism`, text: mechanism },
      { file: 'interactions/', field: `${id}.frequency`, text: frequency },
    ]),
    ...dataset.claims.map(({ id, explanation }) => ({
      file: 'claims.yaml',
      field: `${id}.explanation.statement`,
      text: explanation.statement,
      sources: explanation.sources,
    })),
    ...dataset.topics.flatMap(({ id, subjects }) =>
      subjects.flatMap(({ whyItMatters, fact }, i) => [
        { file: 'topics.yaml', field: `${id}.subjects.${i}.whyItMatters`, text: whyItMatters },
        {
          file: 'topics.yaml',
          field: `${id}.subjects.${i}.fact.statement`,
          text: fact.statement,
          sources: fact.sources,
          certainty: fact.certainty,
        },
      ]),
    ),
    ...dataset.legal.map(({ id, statement, applicableLocation, sources }) => ({
      file: `legal/${applicableLocation.slice(0, 2).toLowerCase()}.yaml`,
      field: `${id}.statement`,
      text: statement,
      sources,
    })),
  ];
}
