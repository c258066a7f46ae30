import { expect, it } from 'vitest';
import { fingerprintOf } from '../../../lib/page/fingerprint.ts';
import { matcher } from '../text/found.ts';

const printOf = (text: string): number => fingerprintOf(text, matcher.find(text));

it('is the same for texts that say the same of their names', () => {
  expect(printOf('In 12 texts kratom was named.')).toBe(printOf('In 13 texts kratom was named.'));
});

it.each([
  ['a name in other letters', 'In one kratom was named.', 'In one Kratom was named.'],
  ['a name that has become part of a word', 'In one kratom was named.', 'In one kratomania was named.'],
  ['a word that speaks for a name in doubt', 'A TCA that helps.', 'A TCA peel helps.'],
  ['an abbreviation spelled out', 'An SNRI (one of two) was', 'An SNRI (one of six) was'],
])('is another for %s', (_, one, other) => {
  const candidates = matcher.find(one);
  expect(candidates).toHaveLength(1);
  expect(fingerprintOf(one, candidates)).not.toBe(fingerprintOf(other, candidates));
});
