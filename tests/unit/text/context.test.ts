/** Names with other meanings, and what decides them. */
import { describe, expect, it } from 'vitest';
import { standsByItself } from '../../../lib/text/context.ts';
import { found, matcher } from './found.ts';

const reasons = (text: string) =>
  matcher.explain(matcher.find(text), text, new Set()).map(({ candidate, reason, word }) => [candidate.exact, reason, word]);

describe('names with other meanings', () => {
  it.each([
    ['Amitriptyline is a TCA that helps with nerve pain.', true],
    ['Pyruvate enters the TCA cycle as acetyl-CoA.', false],
    ['A 30% TCA peel can lighten acne scars.', false],
  ])('TCA: %s', (text, expected) => {
    expect(found(text).some((name) => name === 'TCA = tca')).toBe(expected);
  });

  it('keeps to the casing of short names', () => {
    expect(found('the same thing, sam-e or not')).toEqual([]);
    expect(found('SAM-e is sold for mood')).toEqual(['SAM-e = sam-e']);
  });

  it('marks 7-OH where kratom is meant', () => {
    expect(found('7-OH tablets and kratom')).toEqual(['7-OH = 7-hydroxymitragynine', 'kratom = kratom']);
    expect(found('the 7-OH position of the steroid')).toEqual([]);
  });

  it('marks add-on medicines only where the text speaks of treating depression', () => {
    expect(found('a lithium battery')).toEqual([]);
    expect(found('Quetiapine for schizophrenia')).toEqual([]);
    expect(found('Quetiapine was added to her antidepressant')).toEqual([
      'Quetiapine = quetiapine',
      'antidepressant = antidepressants',
    ]);
  });

  it('lets what the rest of the page names decide', () => {
    const text = 'TCAs were the first.';
    const candidates = matcher.find(text);
    expect(matcher.decide(candidates, text, new Set())).toEqual([]);
    expect(matcher.decide(candidates, text, new Set(['tca'])).map(({ exact }) => exact)).toEqual(['TCAs']);
  });
});

describe('a name in doubt', () => {
  it('is settled by a word near it, and only in its own sentence against it', () => {
    expect(reasons('A TCA peel. He moved to a TCA, not an SSRI.')).toEqual([
      ['TCA', 'against', 'peel'],
      ['TCA', 'named', undefined],
      ['SSRI', 'certain', undefined],
    ]);
  });

  it('is another thing where the text spells it out', () => {
    expect(found('NDRI, the National Dairy Research Institute, bred a buffalo')).toEqual([]);
    expect(found('at the NDRI in Karnal')).toEqual([]);
    expect(found('Selective serotonin reuptake inhibitors (SSRIs)')).toEqual([
      'Selective serotonin reuptake inhibitors = ssri',
      'SSRIs = ssri',
    ]);
  });

  it('counts with a strength after it, and beside another antidepressant', () => {
    expect(found('started on Lustral 50 in May')).toEqual(['Lustral = sertraline']);
    expect(found('a lustral basin of 50 BC')).toEqual([]);
    expect(found('from Lustral to venlafaxine')).toEqual(['Lustral = sertraline', 'venlafaxine = venlafaxine']);
  });

  it('counts only in its own languages', () => {
    expect(found('The IRS sent a letter, and the depression of the thirties was on his mind')).toEqual([]);
    expect(found('Chez les patients déprimés sous IRS, la libido baisse')).toEqual(['IRS = ssri']);
    const text = 'IRS et antidépresseurs';
    const named = matcher.decide(matcher.find(text), text, new Set(), () => 'en').map(({ exact }) => exact);
    expect(named).toEqual(['antidépresseurs']);
  });

  it('is part of a title in quotation marks or before a capital, where a word says so', () => {
    expect(found('The novel “Prozac and Rain” is out')).toEqual([]);
    expect(found('She said “I took Prozac for a year” to me')).toEqual(['Prozac = fluoxetine']);
  });
});

describe('scripts without spaces', () => {
  it('do not give a name that is the middle of a longer foreign word', () => {
    expect(found('イクラトムヤム冷麺')).toEqual([]);
    expect(found('クラトムパウダー')).toEqual(['クラトム = kratom']);
  });
});

describe('a name that stands by itself', () => {
  const standing = (text: string) =>
    matcher
      .find(text)
      .filter((one) => standsByItself(one, text))
      .map(({ exact }) => exact);

  it.each([
    ['Kratom, and sertraline.', ['Kratom', 'sertraline']],
    ['An SSRI was tried.', ['SSRI']],
    ['A TCA peel, and kratom.', ['kratom']],
    ['The SNRI (site network readiness index)', []],
    ['stable state response index (SSRI) of', []],
    ['at the SSRI in Uppsala', []],
    ['effekten av SSRI:er', []],
    ['the SSRI', []],
  ])('%s', (text, expected) => {
    expect(standing(text)).toEqual(expected);
  });

  it('is a mention whatever is said after it', () => {
    const befores = ['', 'A ', 'the (', 'at the ', 'peel and '];
    const names = ['SSRI', 'kratom', 'TCA', 'sertraline', 'SNRIs'];
    const afters = ['', ' ', ' is one', ', a', ' (', "'s", ':'];
    const rests = ['', ' steady state response index', '(some station in Rome)', 'er', ' in Karnal', ' peel'];
    const texts = befores.flatMap((before) => names.flatMap((name) => afters.map((after) => before + name + after)));
    for (const text of texts)
      for (const one of matcher.find(text)) {
        if (!standsByItself(one, text)) continue;
        for (const rest of rests) {
          const mentions = matcher.decide([one], text + rest, new Set());
          expect(
            mentions.map(({ start, end }) => [start, end]),
            text + rest,
          ).toEqual([[one.start, one.end]]);
        }
      }
  });
});
