/** The dataset of the project, compiled once for all tests of a file. */
import { fileURLToPath } from 'node:url';
import { compileDataset } from '../../../lib/dataset/compile.ts';
import { buildMatcherTable } from '../../../lib/dataset/matcher-table.ts';

export const datasetRoot = fileURLToPath(new URL('../../../assets/dataset', import.meta.url));
export const { dataset, cueLists } = compileDataset(datasetRoot);
export const table = buildMatcherTable(dataset, cueLists);
