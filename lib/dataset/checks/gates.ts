/** What must hold of every sentence, without exception (the gates of the checklist in docs/dataset-guide.md). */
import { lineageOf } from '../lineage.ts';
import type { Dataset, Entry } from '../schema.ts';
import { type ShownText, textsOf, textsOutsideEntries } from './facts.ts';
import { gradeOf, sentencesOf, wordsOf } from './prose.ts';
import { broken, figures, hype, offers, orders, stigma, suicideTopic, suicideWording, type WordRule } from './wording.ts';

/** "file: field: value: what is wrong". */
export type Problem = string;

export const longestSentence = 20;
export const highestGrade = 8;
/** A single statement has too few words for a fair grade: it may lie this much above its section. */
const statementSlack = 4;
/** A run of this many words in common with a title is a copy. */
const copiedWords = 8;

const problemAt = ({ file, field }: Pick<ShownText, 'file' | 'field'>, value: string, what: string): Problem =>
  `${file}: ${field}: ${JSON.stringify(value)}: ${what}`;

/** Names of entries and interactants, which reading grades pass over. */
export function namesOf(dataset: Dataset): RegExp {
  const names = new Set<string>();
  for (const { name, names: forms } of dataset.entries) {
    names.add(name);
    for (const { text, form } of forms) if (form !== 'misspelling' && form !== 'translation') names.add(text);
  }
  for (const { name } of dataset.interactants) names.add(name);
  const escaped = [...names].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})s?(?![\\p{L}\\p{N}])`, 'giu');
}

/** Titles cut into runs of words, to find sentences copied from them. */
function titleRuns(dataset: Dataset): Set<string> {
  const runs = new Set<string>();
  for (const { title } of dataset.sources) for (const run of runsOf(title)) runs.add(run);
  return runs;
}

function runsOf(text: string): string[] {
  const words = wordsOf(text.toLowerCase());
  return words.slice(copiedWords - 1).map((_, i) => words.slice(i, i + copiedWords).join(' '));
}

interface Gate {
  id: string;
  rules: readonly WordRule[];
}
const wordGates: readonly Gate[] = [
  { id: 'G1', rules: orders },
  { id: 'G3', rules: offers },
  { id: 'G5', rules: stigma },
  { id: 'G6', rules: suicideWording },
  { id: 'hype', rules: hype },
  { id: 'figures', rules: figures },
];

/** Law speaks of concentrations and prices of nothing; its figures are the law's own. */
const lawGates = new Set(['G1', 'G5', 'G6', 'hype']);

/** One line for every sentence of the dataset that breaks a gate, and for every one of `others`: fixed sentences of the program. */
export function findBrokenGates(dataset: Dataset, others: readonly ShownText[] = []): Problem[] {
  const names = namesOf(dataset);
  const runs = titleRuns(dataset);
  const problems: Problem[] = [];
  for (const text of [...dataset.entries.flatMap(textsOf), ...textsOutsideEntries(dataset), ...others]) {
    const isLaw = text.file.startsWith('legal/');
    for (const { id, rules } of wordGates)
      if (!isLaw || lawGates.has(id))
        for (const { words, why } of broken(text.text, rules)) problems.push(problemAt(text, words, `${why} (${id})`));
    const copied = runsOf(text.text).find((run) => runs.has(run));
    if (copied) problems.push(problemAt(text, copied, 'stands so in the title of a source (G8)'));
    for (const sentence of sentencesOf(text.text)) {
      const length = wordsOf(sentence).length;
      if (length > longestSentence)
        problems.push(problemAt(text, sentence, `a sentence of ${length} words, ${longestSentence} at most`));
    }
    const grade = gradeOf(text.text, names);
    if (!isLaw && wordsOf(text.text).length > 12 && grade > highestGrade + statementSlack)
      problems.push(
        problemAt(
          text,
          text.text,
          `reading grade ${grade.toFixed(1)}, ${highestGrade + statementSlack} at most for one statement`,
        ),
      );
  }
  for (const entry of dataset.entries) if (entry.card) problems.push(...safetyStringProblems(dataset, entry));
  return problems;
}

/** G2 and G6: the fixed strings a card must carry. */
function safetyStringProblems(dataset: Dataset, entry: Entry): Problem[] {
  const carried = entry.card?.safetyStrings ?? [];
  const at = { file: `entries/${entry.id}.yaml`, field: 'card.safetyStrings' };
  const problems: Problem[] = [];
  const isAntidepressant = lineageOf(dataset, entry.id).some(({ id }) => id === 'antidepressants');
  if (isAntidepressant && !carried.includes('noSuddenStop'))
    problems.push(problemAt(at, carried.join(), 'an antidepressant card carries noSuddenStop (G2)'));
  const spoken = [...textsOf(entry).map(({ text }) => text), ...(entry.card?.urgentSigns?.signs ?? [])];
  if (spoken.some((text) => suicideTopic.test(text)) && !carried.includes('crisisLine'))
    problems.push(problemAt(at, carried.join(), 'a card that speaks of suicide carries crisisLine (G6)'));
  return problems;
}
