/** The dataset for commands: compiled from the YAML, or the list of what is wrong with it and an end. */
import { fileURLToPath } from 'node:url';
import { type CompiledDataset, compileDataset, DatasetError } from '../lib/dataset/compile.ts';
import { buildMatcherTable, type MatcherTable } from '../lib/dataset/matcher-table.ts';
import { otherWords } from '../lib/dataset/other-words.ts';
import type { Dataset } from '../lib/dataset/schema.ts';

export function readDatasetOrExit(): CompiledDataset {
  try {
    return compileDataset(fileURLToPath(new URL('../assets/dataset', import.meta.url)));
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** Everything that texts are read with, made from the dataset. */
export function readNamesOrExit(): { dataset: Dataset; table: MatcherTable } {
  const { dataset, cueLists, otherWords: listed } = readDatasetOrExit();
  return { dataset, table: buildMatcherTable(dataset, cueLists, otherWords(listed)) };
}
