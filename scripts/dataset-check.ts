/**
 * `npm run dataset:check -- [ENTRY…]`: every sentence, the fixed ones of card and library too, against the gates and every full card against the scored checklist
 * of docs/dataset-guide.md. One line for each failure, then a table of scores. Exits with 1 where a gate is broken or a
 * card scores below the pass mark; with entry ids, only those cards are looked at.
 */
import { parseArgs } from 'node:util';
import { findBrokenGates } from '../lib/dataset/checks/gates.ts';
import { passMark, scoreCards } from '../lib/dataset/checks/score.ts';
import { librarySentences, sentences } from '../lib/ui/sentences.ts';
import { readDatasetOrExit } from './read-dataset.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const { dataset } = readDatasetOrExit();
const unknown = positionals.find((id) => !dataset.entries.some((entry) => entry.id === id));
if (unknown !== undefined) {
  console.error(`There is no entry "${unknown}". Entries are named after their files in assets/dataset/entries.`);
  process.exit(2);
}

const files = positionals.map((id) => `entries/${id}.yaml`);
const fixed = Object.entries({ ...sentences, ...librarySentences }).map(([field, text]) => ({
  file: 'lib/ui/sentences.ts',
  field,
  text,
}));
const problems = findBrokenGates(dataset, fixed).filter(
  (line) => files.length === 0 || files.some((file) => line.startsWith(file)),
);
const scores = scoreCards(dataset).filter(({ id }) => positionals.length === 0 || positionals.includes(id));
const below = scores.filter(({ points, of }) => points / of < passMark);

for (const line of problems) console.log(line);
for (const { misses } of scores) for (const line of misses) console.log(line);
console.log(`\n${'card'.padEnd(32)} points  score`);
for (const { id, points, of } of scores)
  console.log(`${id.padEnd(32)} ${`${points}/${of}`.padStart(6)}  ${((100 * points) / of).toFixed(0).padStart(4)}%`);
console.log(
  `\n${scores.length} full cards, ${below.length} below ${passMark * 100}%; ${problems.length} ${problems.length === 1 ? 'sentence breaks' : 'sentences break'} a gate.`,
);
process.exitCode = problems.length > 0 || below.length > 0 ? 1 : 0;
