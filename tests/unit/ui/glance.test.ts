import { expect, it } from 'vitest';
import type { Card, Finding } from '../../../lib/dataset/schema.ts';
import { glancePair } from '../../../lib/ui/EvidenceColumns.tsx';
import { dataset } from '../dataset/real-dataset.ts';

const finding = (outcome: string, counted: boolean): Finding => ({
  outcome,
  statement: `${outcome}.`,
  certainty: 'low',
  gradedBy: 'us',
  sources: [{ id: 'a', seen: 'abstract' }],
  ...(counted ? { numbers: { events: 10, per: 100, timeSpan: 'eight weeks', population: 'adults' } } : {}),
});
const pairOf = (benefits: Finding[], harms: Finding[]) => glancePair({ benefits, harms } as Card).map((one) => one?.outcome);

it('shows counts on both sides or on neither, where the card has them', () => {
  expect(pairOf([finding('a', false), finding('b', true)], [finding('c', true)])).toEqual(['b', 'c']);
  expect(pairOf([finding('a', false)], [finding('b', true), finding('c', false)])).toEqual(['a', 'c']);
  expect(pairOf([finding('a', false)], [finding('b', true)])).toEqual(['a', 'b']);
});

it('gives every card of the dataset one benefit and one harm', () => {
  for (const { card } of dataset.entries) if (card) expect(glancePair(card)).not.toContain(undefined);
});
