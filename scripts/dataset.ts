/** `npm run --silent dataset -- [--json]`: the compiled dataset as one JSON object, or a line of counts. */
import { parseArgs } from 'node:util';
import { readDatasetOrExit } from './read-dataset.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const { dataset } = readDatasetOrExit();

if (values.json) console.log(JSON.stringify(dataset));
else {
  const full = dataset.entries.filter((entry) => entry.card).length;
  console.log(
    [
      `${dataset.entries.length} entries (${full} with a full card)`,
      `${dataset.interactions.length} interactions`,
      `${dataset.claims.length} claims`,
      `${dataset.topics.length} topics`,
      `${dataset.legal.length} legal rules`,
      `${dataset.helpLines.length} help lines`,
      `${dataset.sources.length} sources`,
    ].join(', '),
  );
}
