/** Reads the labelled sentences of `tests/corpus`; README.md there says how they are written. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** One name in a sentence, and the entry it stands for. Offsets are UTF-16. */
export interface Label {
  entry: string;
  start: number;
  end: number;
}

export interface Sentence {
  /** "tuning/en.md:12" */
  place: string;
  /** The language of its file, as in HTML's `lang`. */
  language: string;
  /** The heading it stands under. */
  group: string;
  text: string;
  labels: Label[];
}

export const halves = ['tuning', 'sealed'] as const;
export type Half = (typeof halves)[number];

/** What is wrong with the corpus: "file:line: what is wrong". */
export class CorpusError extends Error {
  override name = 'CorpusError';
}

const label = /\[([^[\]]+)\]\(([^()]*)\)/g;
const named: Readonly<Record<string, string>> = {
  shy: '\u00ad',
  nbsp: '\u00a0',
  thinsp: '\u2009',
  zwnj: '\u200c',
  zwj: '\u200d',
};
const entity = /&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi;

function decode(text: string, place: string): string {
  return text.replace(entity, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name === undefined) return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));
    const character = named[name];
    if (character === undefined) throw new CorpusError(`${place}: ${whole}: is none of ${Object.keys(named).join(', ')}, &#…;`);
    return character;
  });
}

/** A line as it is written ("She took [Zoloft](sertraline).") as plain text with labels. */
function readSentence(written: string, place: string, entries: ReadonlySet<string>): Pick<Sentence, 'text' | 'labels'> {
  let text = '';
  let from = 0;
  const labels: Label[] = [];
  for (const match of written.matchAll(label)) {
    const [whole, exact = '', entry = ''] = match;
    if (!entries.has(entry)) throw new CorpusError(`${place}: ${whole}: no entry has this id`);
    text += decode(written.slice(from, match.index), place);
    const start = text.length;
    text += decode(exact, place);
    labels.push({ entry, start, end: text.length });
    from = match.index + whole.length;
  }
  text += decode(written.slice(from), place);
  if (/[[\]]/.test(text)) throw new CorpusError(`${place}: ${written}: a bracket belongs to no label`);
  return { text, labels };
}

/**
 * The sentences of one half.
 * @param root folder of the corpus
 * @param entries ids that labels may name
 * @throws {CorpusError} naming file, line and value
 */
export function readCorpus(root: string, half: Half, entries: ReadonlySet<string>): Sentence[] {
  const sentences: Sentence[] = [];
  for (const file of readdirSync(join(root, half)).sort()) {
    let group: string | undefined;
    for (const [index, line] of readFileSync(join(root, half, file), 'utf8')
      .split('\n')
      .entries()) {
      const place = `${half}/${file}:${index + 1}`;
      if (line.startsWith('# ') || line.trim() === '') continue;
      if (line.startsWith('## ')) group = line.slice(3).trim();
      else if (line.startsWith('- ') && group !== undefined)
        sentences.push({ place, language: basename(file, '.md'), group, ...readSentence(line.slice(2).trim(), place, entries) });
      else throw new CorpusError(`${place}: ${line}: is neither a heading nor a sentence ("- …") under one`);
    }
  }
  return sentences;
}
