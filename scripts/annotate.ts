/**
 * `npm run --silent annotate -- [--json] [--jsonl] FILE…`: what Evenhand finds in texts.
 * `.html` and `.htm` files are read as pages, all else as plain text; `-` is standard input.
 * `--jsonl` reads one `{"id","text"}` or `{"id","html"}` a line and answers one line each, in order.
 */
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type Annotation, createAnnotator } from '../lib/text/annotate.ts';
import { bodyOffset, readHtml } from './html-text.ts';
import { readNamesOrExit } from './read-dataset.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, jsonl: { type: 'boolean', default: false } },
});

const fail = (message: string): never => {
  console.error(message);
  process.exit(1);
};
if (positionals.length === 0) fail('annotate: name at least one file, or - for standard input');

const { dataset, table } = readNamesOrExit();
const annotator = createAnnotator(dataset, table);

/** Findings of a page, in offsets of its body's `textContent`. */
function annotateHtml(html: string): Annotation {
  const { bodyText, blocks } = readHtml(html);
  return annotator.annotateBlocks(
    blocks.map((block) => ({ text: block.text, offsetOf: (offset) => bodyOffset(block, offset) })),
    bodyText,
  );
}

function readFile(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    return fail(
      `annotate: ${file}: ${error instanceof Error && 'code' in error ? `can't be read (${error.code})` : String(error)}`,
    );
  }
}

interface Line {
  id: string | number;
  text?: string;
  html?: string;
}

function parseLine(file: string, number: number, line: string): Line {
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

const annotateInput = (input: Line) => ({
  id: input.id,
  ...(input.html === undefined ? annotator.annotate(input.text ?? '') : annotateHtml(input.html)),
});

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
      if (line.trim() !== '') process.stdout.write(`${JSON.stringify(annotateInput(parseLine(file, number, line)))}\n`);
    }
    continue;
  }
  const content = readFile(file);
  const annotation =
    /\.x?html?$/i.test(file) || (file === '-' && /^\s*<(?:!doctype|html)/i.test(content))
      ? annotateHtml(content)
      : annotator.annotate(content);
  if (values.json) console.log(JSON.stringify({ id: file, ...annotation }));
  else show(file, annotation);
}
