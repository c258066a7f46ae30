import { describe, expect, it } from 'vitest';
import type { LegalRow, NumberedSource } from '../../../lib/dataset/card-data.ts';
import type { Source } from '../../../lib/dataset/schema.ts';
import {
  brandsToName,
  certaintyLabel,
  dateWords,
  firstSentence,
  legalSummary,
  monthWords,
  numbersWords,
  otherFrameWords,
  publishedWords,
  sourcesSummary,
  sourceUrl,
  sourceWords,
} from '../../../lib/ui/words.ts';

const numbers = { events: 49, per: 100 as const, timeSpan: '8 weeks', population: 'adults' };
const source = (over: Partial<Source> = {}, kind: Source['custom']['kind'] = 'trial'): Source => ({
  id: 'a',
  type: 'article-journal',
  title: 'A study',
  custom: { kind },
  ...over,
});
const numbered = (kind: Source['custom']['kind'], number: number): NumberedSource => ({
  number,
  seen: 'abstract',
  source: source({ id: `s${number}` }, kind),
});
const row: LegalRow = {
  id: 'us-oh-kratom',
  substance: 'kratom',
  applicableLocation: 'US-OH',
  status: 'prescription-only',
  statement: 'Sold on prescription.',
  asOf: '2026-11-02',
  confidence: 'high',
  sources: [{ id: 'a', seen: 'abstract' }],
  place: 'Ohio, US',
  age: 'fresh',
};

describe('numbers', () => {
  it.each([
    [{ ...numbers, comparatorEvents: 39, comparator: 'dummy pill' }, '49 of 100 with it, 39 of 100 on a dummy pill'],
    [{ ...numbers, comparatorEvents: 39, comparator: 'lower doses' }, '49 of 100 with it, 39 of 100 with lower doses'],
    [{ ...numbers, comparatorEvents: 39, comparator: 'coming off it' }, '49 of 100 with it, 39 of 100 coming off it'],
    [{ ...numbers, events: 4, per: 1000 as const }, '4 of 1,000 people'],
  ])('%o', (given, words) => {
    expect(numbersWords(given)).toBe(words);
  });

  it('show both frames of a common harm only', () => {
    expect(otherFrameWords({ ...numbers, events: 25 })).toBe('75 of 100 did not.');
    expect(otherFrameWords({ ...numbers, events: 10 })).toBe('');
  });
});

describe('certainty', () => {
  it('names who graded, unless nobody did', () => {
    expect(certaintyLabel('moderate', 'us')).toBe('Certainty: moderate, graded by us');
    expect(certaintyLabel('very-low', 'Cochrane')).toBe('Certainty: very low, graded by Cochrane');
    expect(certaintyLabel('not-graded', 'us')).toBe('Certainty: not graded');
  });
});

describe('dates', () => {
  it.each([
    ['2026-11-02', '2 Nov 2026', 'Nov 2026'],
    ['2026-11', 'Nov 2026', 'Nov 2026'],
    ['2026', '2026', '2026'],
  ])('%s', (date, full, month) => {
    expect(dateWords(date)).toBe(full);
    expect(monthWords(date)).toBe(month);
  });
});

describe('the law in one line', () => {
  it.each([
    [row, 'Ohio, US: prescription only (Nov 2026)'],
    [{ ...row, age: 'may-have-changed' as const }, 'Ohio, US: prescription only (Nov 2026, may have changed)'],
    [{ ...row, age: 'hidden' as const, status: 'banned' as const }, 'Ohio, US: needs a new check'],
    [undefined, 'Texas, US: no rule on file'],
  ])('%#', (given, words) => {
    expect(legalSummary(given, 'Texas, US')).toBe(words);
  });
});

describe('sources', () => {
  it('are summed up by their best kind', () => {
    expect(sourcesSummary([])).toBe('none yet');
    expect(sourcesSummary([numbered('news', 1)])).toBe('1 source: news');
    expect(sourcesSummary([numbered('news', 1), numbered('systematic-review', 2), numbered('survey', 3)])).toBe(
      '3 sources, best: systematic review',
    );
  });

  it.each([
    [source({ DOI: '10.1002/14651858.CD012345' }), 'https://doi.org/10.1002/14651858.CD012345'],
    [source({ DOI: 'https://doi.org/10.1/a b' }), 'https://doi.org/10.1/a%20b'],
    [source({ PMID: '31711912', URL: 'https://example.org/' }), 'https://pubmed.ncbi.nlm.nih.gov/31711912/'],
    [source({ URL: 'https://example.org/page' }), 'https://example.org/page'],
    [source({ URL: 'javascript:alert(1)' }), undefined],
    [source(), undefined],
  ])('link to %#', (given, url) => {
    expect(sourceUrl(given)).toBe(url);
  });

  it('say where and when they were published, as far as known', () => {
    expect(publishedWords(source({ 'container-title': 'Lancet', publisher: 'X', issued: { 'date-parts': [[2018, 4]] } }))).toBe(
      'Lancet, 2018',
    );
    expect(publishedWords(source({ publisher: 'WHO' }))).toBe('WHO');
    expect(publishedWords(source())).toBe('');
  });

  it('say of what kind they are, how they were seen, and who stands behind them', () => {
    const lancet = source({ 'container-title': 'Lancet', issued: { 'date-parts': [[2018]] } }, 'meta-analysis');
    expect(sourceWords({ source: lancet, seen: 'abstract' })).toBe('Lancet, 2018. Review that pools trials; abstract read.');
    const seller = source({ custom: { kind: 'other', interested: true } });
    expect(sourceWords({ source: seller, seen: 'memory' })).toBe(
      'Other source; from memory, not confirmed. Its author sells or campaigns for the substance.',
    );
  });
});

describe('brands', () => {
  it('are those besides the word on the page', () => {
    expect(brandsToName(['Zoloft', 'Lustral', 'Gladem'], 'sertraline', 2)).toEqual(['Zoloft', 'Lustral']);
    expect(brandsToName(['Zoloft', 'Lustral'], 'ZOLOFT', 2)).toEqual(['Lustral']);
  });
});

describe('firstSentence', () => {
  it.each([
    ["Don't stop it suddenly. Talk first with someone.", "Don't stop it suddenly."],
    ['No end', 'No end'],
    ['Up to 0.5 percent. More.', 'Up to 0.5 percent.'],
  ])('%s', (text, first) => {
    expect(firstSentence(text)).toBe(first);
  });
});
