/** The scored items of the checklist that a machine can judge; docs/dataset-guide.md lists all thirty. */
import type { Dataset, Entry } from '../schema.ts';
import { wordingProblem } from './certainty.ts';
import { findingsOf, textsOf } from './facts.ts';
import { highestGrade, longestSentence, namesOf } from './gates.ts';
import { gradeOf, sentencesOf, wordsOf } from './prose.ts';
import { broken, figures, hype, relative } from './wording.ts';

export const passMark = 0.9;
const peekWords = 60;
const bottomLineWords = 25;

/** What is wrong, a line each; `undefined` where the item does not apply to the card. */
type Verdict = string[] | undefined;

interface Item {
  /** Its number in the checklist. */
  number: number;
  title: string;
  judge(entry: Entry, dataset: Dataset, names: RegExp): Verdict;
}

export interface CardScore {
  id: string;
  points: number;
  /** Items that apply to this card. */
  of: number;
  /** "entries/kratom.yaml: card.peek: …: what is wrong (item 3)". */
  misses: string[];
}

const joined = (items: readonly { statement: string }[] = []): string => items.map(({ statement }) => statement).join(' ');
const strong = new Set(['meta-analysis', 'systematic-review', 'guideline', 'regulator', 'label']);

/** Sections as a reader meets them, each graded as a whole. */
function sectionsOf(entry: Entry): [field: string, text: string][] {
  const { card } = entry;
  if (!card) return [];
  const sections: [string, string][] = [
    ['card.bottomLine', card.bottomLine.statement],
    ['card.peek', joined(card.peek)],
    ['card.benefits', joined(card.benefits)],
    ['card.harms', joined(card.harms)],
    ['card.unknown', joined(card.unknown)],
    ['card.otherOptions', card.otherOptions.statement],
    ['card.cautions', joined(card.cautions)],
    ['card.stopping', joined(card.stopping)],
    ['card.groups', joined(card.groups)],
  ];
  return sections.filter(([, text]) => text !== '');
}

const items: readonly Item[] = [
  {
    number: 1,
    title: 'line 1 says what it is',
    judge: ({ type, name }) => (type.length > 5 && type !== name ? [] : [`type: ${JSON.stringify(type)}: says too little`]),
  },
  {
    number: 2,
    title: `main message within ${bottomLineWords} words`,
    judge: ({ card }) => {
      const words = wordsOf(card?.bottomLine.statement ?? '').length;
      return words <= bottomLineWords ? [] : [`card.bottomLine: ${words} words, ${bottomLineWords} at most`];
    },
  },
  {
    number: 3,
    title: `peek of ${peekWords} words or fewer`,
    judge: ({ card }) => {
      const words = wordsOf(joined(card?.peek)).length;
      return words <= peekWords ? [] : [`card.peek: ${words} words, ${peekWords} at most`];
    },
  },
  {
    number: 4,
    title: `reading grade ${highestGrade} or less in each section`,
    judge: (entry, _, names) =>
      sectionsOf(entry).flatMap(([field, text]) => {
        const grade = gradeOf(text, names);
        return grade > highestGrade ? [`${field}: reading grade ${grade.toFixed(1)}, ${highestGrade} at most`] : [];
      }),
  },
  {
    number: 5,
    title: `no sentence over ${longestSentence} words`,
    judge: (entry) =>
      textsOf(entry).flatMap(({ field, text }) =>
        sentencesOf(text)
          .filter((sentence) => wordsOf(sentence).length > longestSentence)
          .map((sentence) => `${field}: ${JSON.stringify(sentence)}: too long`),
      ),
  },
  {
    number: 10,
    title: 'benefit and harm rows, counts within one',
    judge: ({ card }) => {
      const [benefits, harms] = [card?.benefits.length ?? 0, card?.harms.length ?? 0];
      return Math.abs(benefits - harms) <= 1 ? [] : [`card: ${benefits} benefits and ${harms} harms`];
    },
  },
  {
    number: 11,
    title: 'certainty and who graded',
    judge: (entry) =>
      findingsOf(entry).flatMap(({ field, finding }) =>
        finding.certainty === 'not-graded' || finding.gradedBy.length > 0 ? [] : [`${field}.gradedBy: nothing`],
      ),
  },
  {
    number: 12,
    title: 'verb matches certainty',
    judge: (entry) =>
      textsOf(entry).flatMap(({ field, text, certainty }) => {
        const problem = certainty && wordingProblem(certainty, text);
        return problem ? [`${field}: ${JSON.stringify(text)}: ${problem}`] : [];
      }),
  },
  { number: 13, title: 'says what we do not know', judge: ({ card }) => (card?.unknown.length ? [] : ['card.unknown: nothing']) },
  {
    number: 15,
    title: 'other options, waiting among them',
    judge: ({ card }) =>
      /\b(?:wait\w*|time|support|without|nothing|rest)\b/i.test(card?.otherOptions.statement ?? '')
        ? []
        : ['card.otherOptions: does not say that waiting with support is one'],
  },
  {
    number: 16,
    title: 'x of 100, one denominator, none relative only',
    judge: (entry) => {
      const found = findingsOf(entry).flatMap(({ finding }) => (finding.numbers ? [finding.numbers.per] : []));
      const mixed = new Set(found).size > 1 ? [`card: counts of ${[...new Set(found)].join(' and of ')}`] : [];
      return [
        ...mixed,
        ...textsOf(entry).flatMap(({ field, text }) => [
          ...broken(text, figures).map(({ words, why }) => `${field}: ${JSON.stringify(words)}: ${why}`),
          ...(relative.test(text) && !/\bof (?:100|1,000)\b/.test(text) ? [`${field}: a comparison without counts`] : []),
        ]),
      ];
    },
  },
  {
    number: 17,
    title: 'with and without, or says that there was no other group',
    judge: (entry) => {
      const counted = findingsOf(entry).filter(({ finding }) => finding.numbers);
      if (counted.length === 0) return undefined;
      return counted.flatMap(({ field, finding: { numbers, statement, certaintyReason = [] } }) =>
        numbers?.comparatorEvents !== undefined ||
        /\bno\b[^.]*\bgroup\b|\bsurvey\b/i.test([statement, ...certaintyReason].join(' '))
          ? []
          : [`${field}: no comparison, and it does not say that there was none`],
      );
    },
  },
  {
    number: 20,
    title: 'both frames for common harms',
    judge: ({ card }) => {
      const common = (card?.harms ?? []).flatMap(({ numbers, statement }, i) =>
        numbers && numbers.events * 10 > numbers.per ? [{ statement, i }] : [],
      );
      if (common.length === 0) return undefined;
      return common.flatMap(({ statement, i }) =>
        /\bdid not\b|\bdidn['’]t\b|\bhad none\b|\bdo not\b/i.test(statement)
          ? []
          : [`card.harms.${i}: does not say how many did not`],
      );
    },
  },
  {
    number: 21,
    title: 'a clear next step',
    judge: ({ card }) => (card?.safetyStrings.length ? [] : ['card.safetyStrings: nothing']),
  },
  {
    number: 22,
    title: 'urgent signs, five at most, concrete',
    judge: ({ card }) =>
      card?.urgentSigns
        ? card.urgentSigns.signs
            .filter((sign) => wordsOf(sign).length > 12)
            .map((sign) => `card.urgentSigns: ${JSON.stringify(sign)}: too long`)
        : undefined,
  },
  {
    number: 23,
    title: 'one to three questions',
    judge: ({ card }) =>
      (card?.questions ?? [])
        .filter((question) => !question.endsWith('?'))
        .map((question) => `card.questions: ${JSON.stringify(question)}: is no question`),
  },
  {
    number: 24,
    title: 'best kind of source shown',
    judge: (entry, dataset) => {
      const cited = new Set(textsOf(entry).flatMap(({ sources = [] }) => sources.map(({ id }) => id)));
      return dataset.sources.some(({ id, custom }) => cited.has(id) && strong.has(custom.kind))
        ? []
        : /\bwe found no\b|\bno (?:trial|good stud|review)/i.test(
              textsOf(entry)
                .map(({ text }) => text)
                .join(' '),
            )
          ? []
          : ['card: neither a review nor a guideline is cited, and it does not say so'];
    },
  },
  {
    number: 28,
    title: 'no hype, no fright',
    judge: (entry) =>
      textsOf(entry).flatMap(({ field, text }) =>
        broken(text, hype).map(({ words, why }) => `${field}: ${JSON.stringify(words)}: ${why}`),
      ),
  },
];

/** The score of every full card. */
export function scoreCards(dataset: Dataset): CardScore[] {
  const names = namesOf(dataset);
  return dataset.entries
    .filter(({ card }) => card !== undefined)
    .map((entry) => {
      const judged = items.flatMap((item) => {
        const problems = item.judge(entry, dataset, names);
        return problems ? [{ item, problems }] : [];
      });
      return {
        id: entry.id,
        points: judged.filter(({ problems }) => problems.length === 0).length,
        of: judged.length,
        misses: judged.flatMap(({ item, problems }) =>
          problems.map((problem) => `entries/${entry.id}.yaml: ${problem} (item ${item.number}, ${item.title})`),
        ),
      };
    });
}
