/** The dataset of the project, compiled once for all tests of a file. */
import { fileURLToPath } from 'node:url';
import { compileDataset } from '../../../lib/dataset/compile.ts';
import { buildMatcherTable } from '../../../lib/dataset/matcher-table.ts';
import { otherWords } from '../../../lib/dataset/other-words.ts';

export const datasetRoot = fileURLToPath(new URL('../../../assets/dataset', import.meta.url));
const compiled = compileDataset(datasetRoot);
export const { dataset } = compiled;
export const table = buildMatcherTable(dataset, compiled.cueLists, otherWords(compiled.otherWords));
