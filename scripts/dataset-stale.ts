/** `npm run dataset:stale -- [--on YYYY-MM-DD]`: what is due for another look on that day; today when left out. */
import { parseArgs } from 'node:util';
import { findStale } from '../lib/dataset/checks/stale.ts';
import { readDatasetOrExit } from './read-dataset.ts';

const { values } = parseArgs({ options: { on: { type: 'string' } } });
const isDay = values.on === undefined || /^\d{4}-\d{2}-\d{2}$/.test(values.on);
const on = values.on === undefined ? new Date() : new Date(`${values.on}T12:00:00Z`);
if (!isDay || Number.isNaN(on.getTime())) {
  console.error(`--on: "${values.on}" is not a day: write it as 2027-06-01.`);
  process.exit(2);
}
const lines = findStale(readDatasetOrExit().dataset, on);
for (const line of lines) console.log(line);
console.log(`${lines.length} due on ${on.toISOString().slice(0, 10)}.`);
