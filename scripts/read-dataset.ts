/** The dataset for commands: compiled from the YAML, or the list of what is wrong with it and an end. */
import { fileURLToPath } from 'node:url';
import { type CompiledDataset, compileDataset, DatasetError } from '../lib/dataset/compile.ts';

export function readDatasetOrExit(): CompiledDataset {
  try {
    return compileDataset(fileURLToPath(new URL('../assets/dataset', import.meta.url)));
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
