/**
 * `npm run --silent annotate -- [--json] [--jsonl] [--explain] FILE…`: what Evenhand finds in texts.
 * `.html` and `.htm` files are read as pages, all else as plain text; `-` is standard input.
 * `--jsonl` reads one `{"id","text"}` or `{"id","html"}` a line and answers one line each, in order.
 * `--explain` tells of every name that was met whether it counts, and why.
 */
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type Annotation, type Block, createAnnotator, wholeBlock } from '../lib/text/annotate.ts';
import type { Decision } from '../lib/text/context.ts';
import { bodyOffset, readHtml } from './html-text.ts';
import { readNamesOrExit } from './read-dataset.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    jsonl: { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
  },
});

const fail = (message: string): never => {
  console.error(message);
  process.exit(1);
};
if (positionals.length === 0) fail('annotate: name at least one file, or - for standard input');

const { dataset, table } = readNamesOrExit();
const annotator = createAnnotator(dataset, table);

interface Input {
  id: string | number;
  text?: string;
  html?: string;
}

interface Reading {
  blocks: Block[];
  wholeText: string;
}

/** The blocks of a text or page, and its whole text; offsets are those of a page's body `textContent`. */
function readInput({ text = '', html }: Input): Reading {
  if (html === undefined) return { blocks: [wholeBlock(text)], wholeText: text };
  const { bodyText, blocks } = readHtml(html);
  return {
    blocks: blocks.map((block) => ({ text: block.text, offsetOf: (offset) => bodyOffset(block, offset) })),
    wholeText: bodyText,
  };
}

const annotate = ({ blocks, wholeText }: Reading): Annotation => annotator.annotateBlocks(blocks, wholeText);

const reasons: Readonly<Record<Decision['reason'], (word: string) => string>> = {
  certain: () => 'the name has no other meaning',
  cue: (word) => `"${word}" stands near it`,
  against: (word) => `"${word}" speaks against it`,
  named: () => 'another name beside it, or elsewhere in the text, settles it',
  strength: () => 'a strength in milligrams follows it',
  treatment: () => 'the text names a treatment of depression',
  language: (word) => `it means something else in this language (${word})`,
  alone: () => 'nothing near it speaks for it',
};

const explain = ({ blocks }: Reading) =>
  annotator.explain(blocks).map(({ candidate, holds, reason, word = '' }) => ({
    exact: candidate.exact,
    entry: candidate.entry,
    form: candidate.form,
    counts: holds,
    reason,
    because: reasons[reason](word),
  }));

function readFile(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    return fail(
      `annotate: ${file}: ${error instanceof Error && 'code' in error ? `can't be read (${error.code})` : String(error)}`,
    );
  }
}

function parseLine(file: string, number: number, line: string): Input {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return fail(`annotate: ${file}: line ${number}: ${line.slice(0, 60)}: is not JSON`);
  }
  const { id, text, html } = value as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number')
    return fail(`annotate: ${file}: line ${number}: id: must be a string or a number`);
  if (typeof text === 'string') return { id, text };
  if (typeof html === 'string') return { id, html };
  return fail(`annotate: ${file}: line ${number}: needs "text" or "html"`);
}

function showReasons(id: string, reasonsOf: ReturnType<typeof explain>): void {
  console.log(`${id}: names met ${reasonsOf.length}`);
  for (const { exact, entry, counts, because } of reasonsOf)
    console.log(`  ${counts ? 'counts' : 'left out'}  ${exact}  → ${entry}: ${because}`);
}

function show(id: string, { mentions, claims, interactions, topics }: Annotation): void {
  console.log(`${id}: mentions ${mentions.length}, claims ${claims.length}, interactions ${interactions.length}`);
  for (const { start, end, exact, entry, form } of mentions) console.log(`  ${start}-${end}  ${exact}  → ${entry} (${form})`);
  for (const { claim, exact } of claims) console.log(`  claim ${claim}: ${exact}`);
  for (const { interaction, entries } of interactions) console.log(`  interaction ${interaction}: ${entries.join(' + ')}`);
  console.log(`  topics covered: ${topics.covered.join(', ') || 'none'}; not covered: ${topics.notCovered.join(', ') || 'none'}`);
}

for (const file of positionals) {
  if (values.jsonl) {
    const stream = file === '-' ? process.stdin : createReadStream(file);
    stream.on('error', () => fail(`annotate: ${file}: can't be read`));
    let number = 0;
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      if (line.trim() !== '') {
        const input = parseLine(file, number, line);
        const reading = readInput(input);
        const answer = { id: input.id, ...annotate(reading), ...(values.explain ? { decisions: explain(reading) } : {}) };
        process.stdout.write(`${JSON.stringify(answer)}\n`);
      }
    }
    continue;
  }
  const content = readFile(file);
  const isPage = /\.x?html?$/i.test(file) || (file === '-' && /^\s*<(?:!doctype|html)/i.test(content));
  const reading = readInput({ id: file, ...(isPage ? { html: content } : { text: content }) });
  if (values.explain) {
    if (values.json) console.log(JSON.stringify({ id: file, decisions: explain(reading) }));
    else showReasons(file, explain(reading));
  } else if (values.json) console.log(JSON.stringify({ id: file, ...annotate(reading) }));
  else show(file, annotate(reading));
}
