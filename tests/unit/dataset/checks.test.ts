import { describe, expect, it } from 'vitest';
import { wordingProblem } from '../../../lib/dataset/checks/certainty.ts';
import { findBrokenGates } from '../../../lib/dataset/checks/gates.ts';
import { gradeOf, sentencesOf, wordsOf } from '../../../lib/dataset/checks/prose.ts';
import { scoreCards } from '../../../lib/dataset/checks/score.ts';
import { findStale } from '../../../lib/dataset/checks/stale.ts';
import type { Card, Dataset } from '../../../lib/dataset/schema.ts';
import { librarySentences, sentences } from '../../../lib/ui/sentences.ts';
import { dataset } from './real-dataset.ts';

/** The dataset with the sertraline card changed. */
function changed(change: (card: Card) => Card): Dataset {
  const entries = dataset.entries.map((entry) =>
    entry.id === 'sertraline' && entry.card ? { ...entry, card: change(entry.card) } : entry,
  );
  return { ...dataset, entries };
}
const withPeek = (statement: string): Dataset =>
  changed((card) => ({ ...card, peek: [{ statement, sources: card.bottomLine.sources }] }));
const gatesBrokenBy = (statement: string): string[] => findBrokenGates(withPeek(statement));

describe('the gates', () => {
  it('hold for the fixed sentences of card and library', () => {
    const none: Dataset = { ...dataset, entries: [], interactions: [], claims: [], topics: [], legal: [] };
    const shown = (texts: Record<string, string>) =>
      Object.entries(texts).map(([field, text]) => ({ file: 'lib/ui/sentences.ts', field, text }));
    expect(findBrokenGates(none, shown({ ...sentences, ...librarySentences }))).toEqual([]);
    const [problem] = findBrokenGates(none, shown({ bad: 'You should stop it now!' }));
    expect(problem).toMatch(/^lib\/ui\/sentences\.ts: bad: "You should"/);
  });

  it.each([
    ['You should ask for a lower dose.', 'tells the reader what to do'],
    ['It helps. Stop taking it if you feel sick.', 'is an order'],
    ['Most people take 50 mg of it.', 'gives a dose'],
    ['It helps addicts who want to quit.', 'labels people'],
    ['People who abuse it get ill.', 'stands only in official titles'],
    ['Some committed suicide.', 'died by suicide'],
    ['It is a miracle for low mood.', 'praises'],
    ['About 1 in 7 people feel sick.', 'x of 100'],
    ['About 14% of people feel sick.', 'x of 100'],
    [
      'This sentence goes on and on about what the medicine does to people who take it every single day for many long years.',
      'words, 20 at most',
    ],
    [
      'Comparative efficacy and acceptability of 21 antidepressant drugs for the acute treatment of adults were looked at.',
      'title of a source',
    ],
  ])('stop "%s"', (statement, why) => {
    expect(gatesBrokenBy(statement)).toContainEqual(
      expect.stringMatching(new RegExp(`^entries/sertraline\\.yaml: card\\.peek\\.0\\.statement: .*${why}`)),
    );
  });

  it('let a plain sentence pass', () => {
    expect(gatesBrokenBy('It probably helps some people. About 14 of 100 feel sick.')).toEqual([]);
  });

  it('ask for the fixed words on stopping and on suicide', () => {
    const bare = changed((card) => ({ ...card, safetyStrings: ['askBeforeMixing'] }));
    expect(findBrokenGates(bare)).toEqual([
      expect.stringMatching(/sertraline.*noSuddenStop/),
      expect.stringMatching(/sertraline.*crisisLine/),
    ]);
  });
});

describe('the score', () => {
  const missesOf = (data: Dataset): string =>
    scoreCards(data)
      .find(({ id }) => id === 'sertraline')
      ?.misses.join('\n') ?? '';

  it('is full for the card as it is', () => expect(missesOf(dataset)).toBe(''));

  it('sees one side outweigh the other', () => {
    expect(missesOf(changed((card) => ({ ...card, benefits: card.benefits.slice(0, 1) })))).toContain('(item 10,');
  });

  it('sees a verb that is surer than the evidence', () => {
    const sure = changed(({ benefits: [first, ...rest], ...card }) => ({
      ...card,
      benefits: first ? [{ ...first, statement: 'Helps some adults with depression.' }, ...rest] : [],
    }));
    expect(missesOf(sure)).toContain('certainty is moderate, so the statement says "probably"');
  });
});

describe('plain English', () => {
  it.each([
    ['high', 'It probably helps.', false],
    ['high', 'It helps.', true],
    ['moderate', 'It helps.', false],
    ['moderate', 'It probably helps.', true],
    ['low', 'It helps.', false],
    ['low', 'It may help.', true],
    ['very-low', 'It may help.', false],
    ['very-low', "We don't know if it helps.", true],
    ['not-graded', 'It helps.', false],
    ['not-graded', 'The label lists it.', true],
  ] as const)('%s: "%s" fits: %s', (certainty, statement, fits) => {
    expect(wordingProblem(certainty, statement) === undefined).toBe(fits);
  });

  it('counts words and sentences as they are read out', () => {
    expect(wordsOf("Don't mix well-known 7-OH products.")).toEqual(['Dont', 'mix', 'wellknown', '7OH', 'products']);
    expect(sentencesOf('One of 100. Two of 100?')).toHaveLength(2);
  });

  it('grades long words higher, and passes over names', () => {
    const names = /hydroxymitragynine/giu;
    expect(gradeOf('The cat sat on the mat. It was fat.', names)).toBeLessThan(2);
    expect(gradeOf('Pharmacological considerations necessitate individualised deliberation.', names)).toBeGreaterThan(12);
    expect(gradeOf('Hydroxymitragynine is in it.', names)).toBeLessThan(4);
  });
});

describe('what is due', () => {
  it('grows with the day, and names file, field and value', () => {
    const on = (day: string) => findStale(dataset, new Date(`${day}T12:00:00Z`));
    expect(on('2027-06-01')).toContain('entries/kratom.yaml: nextReview: 2027-05: the review is due');
    expect(on('2026-11-26')).not.toContain('entries/kratom.yaml: nextReview: 2027-05: the review is due');
    expect(on('2027-06-01').length).toBeGreaterThan(on('2026-11-26').length);
    expect(on('2027-06-01')).toContainEqual(expect.stringMatching(/^legal\/us\.yaml: us-7oh\.asOf: 2026-10-10: too old to show/));
  });
});
