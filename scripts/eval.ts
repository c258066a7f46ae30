/**
 * `npm run eval -- [--half tuning|sealed] [--misses]`: scores the recognizer on the labelled sentences of `tests/corpus`.
 * Prints precision, recall, F1 and the share of right entries by group and by language; fails below the floor.
 * `--misses` lists what was missed or wrong, in the tuning half only: the other one stays sealed.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createMatcher } from '../lib/text/matcher.ts';
import { findMentions, type Mention } from '../lib/text/mention.ts';
import { CorpusError, type Half, halves, readCorpus, type Sentence } from '../tests/corpus/read-corpus.ts';
import { readNamesOrExit } from './read-dataset.ts';

/** What the sealed half may not fall below. */
const floor = { precision: 0.995, recall: 0.99, rightEntry: 0.995 } as const;

const { values } = parseArgs({ options: { half: { type: 'string' }, misses: { type: 'boolean', default: false } } });
const fail = (message: string): never => {
  console.error(message);
  process.exit(1);
};
const half = halves.find((one) => one === values.half);
if (values.half !== undefined && half === undefined) fail(`eval: --half: ${values.half}: is none of ${halves.join(', ')}`);

/** A mention is right where its span is that of a label; its entry is judged apart. */
class Score {
  found = 0;
  labelled = 0;
  right = 0;
  rightEntry = 0;

  add(mentions: readonly Mention[], { labels }: Sentence): void {
    this.found += mentions.length;
    this.labelled += labels.length;
    for (const { start, end, entry } of mentions) {
      const label = labels.find((one) => one.start === start && one.end === end);
      if (!label) continue;
      this.right++;
      if (label.entry === entry) this.rightEntry++;
    }
  }

  get precision(): number {
    return this.found === 0 ? 1 : this.right / this.found;
  }
  get recall(): number {
    return this.labelled === 0 ? 1 : this.right / this.labelled;
  }
  get f1(): number {
    return this.precision + this.recall === 0 ? 0 : (2 * this.precision * this.recall) / (this.precision + this.recall);
  }
  get entries(): number {
    return this.right === 0 ? 1 : this.rightEntry / this.right;
  }
}

const { dataset, table } = readNamesOrExit();
const matcher = createMatcher(table);
const ids = new Set(dataset.entries.map(({ id }) => id));

function sentencesOf(one: Half): Sentence[] {
  try {
    return readCorpus(join(import.meta.dirname, '..', 'tests', 'corpus'), one, ids);
  } catch (error) {
    if (error instanceof CorpusError) return fail(`eval: ${error.message}`);
    throw error;
  }
}

const show = (title: string, score: Score): void => {
  const figures = [score.precision, score.recall, score.f1, score.entries].map((figure) => figure.toFixed(4).padStart(9));
  console.log(`${title.padEnd(24)}${String(score.labelled).padStart(6)}${figures.join('')}`);
};

function showMisses({ place, text, labels }: Sentence, mentions: readonly Mention[]): void {
  const isSame = (a: { start: number; end: number; entry: string }, b: { start: number; end: number; entry: string }) =>
    a.start === b.start && a.end === b.end && a.entry === b.entry;
  const list = (title: string, items: readonly { start: number; end: number; entry: string }[]) =>
    items.map(({ start, end, entry }) => `${title} "${text.slice(start, end)}" (${entry})`);
  const wrong = [
    ...list(
      'missed',
      labels.filter((label) => !mentions.some((mention) => isSame(label, mention))),
    ),
    ...list(
      'wrong',
      mentions.filter((mention) => !labels.some((label) => isSame(label, mention))),
    ),
  ];
  if (wrong.length > 0) console.log(`${place}: ${wrong.join('; ')}\n    ${text.replaceAll('\n', '↵')}`);
}

for (const one of half === undefined ? halves : [half]) {
  const sentences = sentencesOf(one);
  const all = new Score();
  const groups = new Map<string, Score>();
  for (const sentence of sentences) {
    const mentions = findMentions(sentence.text, matcher);
    for (const key of [sentence.group, `lang ${sentence.language}`]) {
      const score = groups.get(key) ?? new Score();
      groups.set(key, score);
      score.add(mentions, sentence);
    }
    all.add(mentions, sentence);
    if (values.misses && one === 'tuning') showMisses(sentence, mentions);
  }
  const without = sentences.filter(({ labels }) => labels.length === 0).length;
  console.log(`\n${one}: ${sentences.length} sentences, ${without} of them without a mention`);
  console.log(`${' '.repeat(24)}labels precision   recall       F1    entry`);
  for (const [title, score] of [...groups].sort(([a], [b]) => a.localeCompare(b))) show(title, score);
  show('all', all);
  if (one === 'sealed' && (all.precision < floor.precision || all.recall < floor.recall || all.entries < floor.rightEntry)) {
    console.error(`eval: the sealed half is below the floor: ${JSON.stringify(floor)}`);
    process.exitCode = 1;
  }
}
