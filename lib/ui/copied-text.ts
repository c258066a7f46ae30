/** Texts a reader takes away: an entry with its sources, and reports of what is wrong. Plain strings; nothing is sent. */
import type { CardData, NumberedSource } from '../dataset/card-data.ts';
import type { Citation, Finding } from '../dataset/schema.ts';
import { certaintyLabel, dateWords, numbersWords, sourceUrl, sourceWords } from './words.ts';

export interface CopiedFrom {
  version: string;
  today: Date;
}

const dayOf = (date: Date): string => dateWords(date.toISOString().slice(0, 10));
const stamp = (data: CardData, { version, today }: CopiedFrom): string =>
  `Evenhand ${version}. Card checked ${dateWords(data.lastReviewed)}. Copied ${dayOf(today)}.`;

/** Marks that Markdown would take for its own. */
const escaped = (text: string): string => text.replace(/[\\*_[\]<>`#|]/g, '\\$&');

interface Format {
  text(words: string): string;
  heading(words: string, level: 1 | 2): string;
  source(cited: NumberedSource): string;
}

const formats: Record<'plain' | 'markdown', Format> = {
  plain: {
    text: (words) => words,
    heading: (words) => words,
    source: ({ number, source, seen }) =>
      [`[${number}] ${source.title}.`, sourceWords({ source, seen }), sourceUrl(source)].filter(Boolean).join(' '),
  },
  markdown: {
    text: escaped,
    heading: (words, level) => `${'#'.repeat(level + 1)} ${escaped(words)}`,
    source: ({ number, source, seen }) => {
      const url = sourceUrl(source);
      const title = url ? `[${escaped(source.title)}](<${url}>)` : escaped(source.title);
      return `${number}. ${title}. ${escaped(sourceWords({ source, seen }))}`;
    },
  },
};

/** An entry in short, each sentence with the numbers of its sources, and the sources with how they were seen. */
export function citationText(data: CardData, from: CopiedFrom, format: 'plain' | 'markdown'): string {
  const { text, heading, source } = formats[format];
  const cited = new Set<string>();
  const numbers = (sources: readonly Citation[]): string => {
    const ids = new Set(sources.map(({ id }) => id));
    const used = data.sources.filter((one) => ids.has(one.source.id));
    for (const one of used) cited.add(one.source.id);
    return used.map(({ number }) => ` [${number}]`).join('');
  };
  const said = ({ statement, sources }: { statement: string; sources: readonly Citation[] }) =>
    text(statement) + numbers(sources);
  const found = (finding: Finding) =>
    `- ${text(finding.outcome)}: ${finding.numbers ? `${text(numbersWords(finding.numbers))}. ` : ''}${said(finding)} ${text(
      certaintyLabel(finding.certainty, finding.gradedBy),
    )}.`;
  const { card } = data;
  const fixed = data.safety.filter(({ id }) => id === 'noSuddenStop' || id === 'notAboutYou').map((line) => text(line.text));
  const parts = card
    ? [
        [said(card.bottomLine)],
        [heading('May help', 2), ...card.benefits.map(found)],
        [heading('May harm', 2), ...card.harms.map(found)],
        [heading('What we don’t know', 2), ...card.unknown.map((one) => `- ${said(one)}`)],
        fixed,
      ]
    : [[said(data.whatItIs)], fixed];
  const body = parts.filter((part) => part.length > 0).map((part) => part.join('\n'));
  // Only now is it known which sources are cited.
  const sources = data.sources.filter((one) => cited.has(one.source.id)).map(source);
  return [
    heading(`${data.name}: ${data.type}`, 1),
    ...body,
    [heading('Sources', 2), ...sources].join('\n'),
    text(stamp(data, from)),
  ].join('\n\n');
}

/** For a word that was taken for an entry, or a sentence for a claim. */
export function wrongMatchText(data: CardData, exact: string, claim: string | undefined, from: CopiedFrom): string {
  return [
    'Wrong match',
    `Words on the page: ${exact}`,
    `Taken for: ${data.name} (${data.id})`,
    ...(claim === undefined ? [] : [`Claim: ${claim}`]),
    'What it means there:',
    '',
    stamp(data, from),
  ].join('\n');
}

/** For whatever a reader finds wrong in an entry. */
export function fixText(data: CardData, from: CopiedFrom): string {
  return [
    `Suggested fix: ${data.name} (${data.id})`,
    'Where it stands:',
    'What is wrong:',
    'What it should say:',
    'A source that shows it:',
    '',
    stamp(data, from),
  ].join('\n');
}
