/** What texts are read with in the bench, compiled once: the facts, the table, one with ten times the names, and bare names for others. */
import { fold } from '../../lib/dataset/fold.ts';
import { buildMatcherTable, type MatcherTable } from '../../lib/dataset/matcher-table.ts';
import { otherWords } from '../../lib/dataset/other-words.ts';
import type { Dataset } from '../../lib/dataset/schema.ts';
import { tenfold } from '../../tests/bench/tenfold.ts';
import { readDatasetOrExit } from '../read-dataset.ts';

export interface BenchNames {
  dataset: Dataset;
  table: MatcherTable;
  tenfoldTable: MatcherTable;
  /** Names that count without context, folded, each once; those with `*`, which stands for any ending, are left out. */
  plainNames: string[];
}

function plainNamesOf({ entries }: Dataset): string[] {
  const certain = entries.flatMap(({ match, names }) =>
    match === 'context' ? [] : names.filter((name) => name.match === undefined && !name.notCues),
  );
  return [...new Set(certain.map(({ text }) => fold(text)).filter((text) => !text.includes('*')))];
}

export function readNames(): BenchNames {
  const { dataset, cueLists, otherWords: listed } = readDatasetOrExit();
  const words = otherWords(listed);
  return {
    dataset,
    table: buildMatcherTable(dataset, cueLists, words),
    tenfoldTable: buildMatcherTable(tenfold(dataset, words), cueLists, words),
    plainNames: plainNamesOf(dataset),
  };
}
