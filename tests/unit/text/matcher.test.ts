import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions } from '../../../lib/text/mention.ts';
import { readCorpus } from '../../corpus/read-corpus.ts';
import { dataset } from '../dataset/real-dataset.ts';
import { found, matcher } from './found.ts';

const corpusRoot = fileURLToPath(new URL('../../corpus', import.meta.url));

describe('names', () => {
  it.each([
    ['Kratom and mitragynine.', ['Kratom = kratom', 'mitragynine = mitragynine']],
    ['7-hydroxymitragynine is not mitragynine', ['7-hydroxymitragynine = 7-hydroxymitragynine', 'mitragynine = mitragynine']],
    ['ANTIDEPRESSANTS HELP SOME', ['ANTIDEPRESSANTS = antidepressants']],
    ['the SSRIs and an SNRI', ['SSRIs = ssri', 'SNRI = snri']],
    ['escitalopram, not citalopram', ['escitalopram = escitalopram', 'citalopram = citalopram']],
    ['He took Lexipro', ['Lexipro = escitalopram']],
    ['My Prozac', ['Prozac = fluoxetine']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('takes the longest name', () => {
    expect(found('a tricyclic antidepressant')).toEqual(['tricyclic antidepressant = tca']);
    expect(found('naltrexone and bupropion')).toEqual(['naltrexone and bupropion = naltrexone-bupropion']);
  });

  it('keeps plurals and leaves possessives, hyphenated neighbours, signs, salts and release forms outside', () => {
    expect(found("kratom's antidepressants' SSRI-induced non-SSRI Zoloft® #lexapro")).toEqual([
      'kratom = kratom',
      'antidepressants = antidepressants',
      'SSRI = ssri',
      'SSRI = ssri',
      'Zoloft = sertraline',
      'lexapro = escitalopram',
    ]);
    expect(found('Effexor XR 75, sertraline hydrochloride, Wellbutrin XL')).toEqual([
      'Effexor = venlafaxine',
      'sertraline = sertraline',
      'Wellbutrin = bupropion',
    ]);
  });

  it('reads the many ways to write St John’s wort', () => {
    for (const text of [
      "St John's wort",
      'St John’s wort',
      "St. John's Wort",
      'st johns wort',
      "Saint John's wort",
      'St John’s\n  wort',
      "St John's-wort",
    ])
      expect(found(text).join()).toMatch(/= st-johns-wort$/);
  });

  it('reads over soft hyphens, zero-width characters, odd hyphens and spaces, and points into the original text', () => {
    for (const text of [
      'kra\u00adtom',
      'kra\u200btom',
      '7\u2011hydroxymitragynine',
      '7\u2010hydroxy\u00a0mitragynine',
      'ｋｒａｔｏｍ',
    ]) {
      const mentions = findMentions(`x ${text} y`, matcher);
      expect(mentions.map(({ exact }) => exact)).toEqual([text]);
      expect(mentions[0]?.start).toBe(2);
    }
  });

  it('finds names at the very start and end of a text, and short ones', () => {
    expect(found('kratom')).toEqual(['kratom = kratom']);
    expect(found('SSRI')).toEqual(['SSRI = ssri']);
    expect(found('')).toEqual([]);
  });

  it('does not mark parts of words', () => {
    for (const text of [
      'Kratos swung his axe',
      'crossriver',
      'antidepth',
      'mitragynines-like',
      'kratomania',
      'Citalopramx',
      '5-HT2A',
    ]) {
      const inside = found(text).filter((name) => !text.startsWith(name.split(' = ')[0] ?? ''));
      expect(inside).toEqual([]);
    }
    expect(found('kratomania Maoist crossriver')).toEqual([]);
  });

  it('does not mark addresses, e-mail, user names and files', () => {
    expect(found('see https://shop.example/kratom, kratom.com, info@kratom.example, @kratom and /img/kratom.png')).toEqual([]);
    expect(found('sertraline/fluoxetine and kratom.It works')).toEqual([
      'sertraline = sertraline',
      'fluoxetine = fluoxetine',
      'kratom = kratom',
    ]);
  });

  it('finds translations with their case endings, and scripts without spaces', () => {
    expect(found('Она пила сертралин, а потом лечилась сертралином')).toEqual([
      'сертралин = sertraline',
      'сертралином = sertraline',
    ]);
    expect(found('Sie nimmt Johanniskraut und Antidepressiva')).toEqual([
      'Johanniskraut = st-johns-wort',
      'Antidepressiva = antidepressants',
    ]);
    expect(found('日本でクラトムを買う')).toEqual(['クラトム = kratom']);
  });
});

describe('every name of the dataset', () => {
  it('is found as its own entry when it stands alone', () => {
    const missed = dataset.entries.flatMap((entry) =>
      entry.match
        ? []
        : entry.names
            .filter((name) => !name.match && !name.notCues)
            .filter((name) => !findMentions(name.text, matcher).some((mention) => mention.entry === entry.id))
            .map((name) => `${entry.id}: ${name.text}`),
    );
    expect(missed).toEqual([]);
  });
});

describe('a long text', () => {
  const filler = 'Nothing of note was said that week, and the rest of the month went by in much the same way as ever. ';

  it('shows every name wherever it stands, and whatever stands beside it', () => {
    const names = new Set(
      dataset.entries.flatMap((entry) => entry.names.filter(({ match }) => match !== 'never')).map(({ text }) => text),
    );
    const missed = [...names].filter((name) =>
      [0, 1, 2, 3].some((shift) =>
        [' ', '(', '“', '\n'].some((before) => {
          const start = `${filler}${'x'.repeat(shift)}${before}`;
          return !matcher.find(`${start}${name}, and so on. ${filler}`).some((found) => found.start === start.length);
        }),
      ),
    );
    expect(missed).toEqual([]);
  });

  it('holds the same names as a short one', () => {
    const names = dataset.entries.flatMap((entry) => entry.names.map((name) => name.text));
    const part = fc.oneof(
      fc.constantFrom(...names),
      fc.constantFrom(' ', '. ', '-', "'s ", '’s ', '\u00ad', '\u200b', '\n', '\u00a0', 'é', 'кр', '—', 'x', '7', '®', 'กระ'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.integer({ min: 0, max: 3 }), (parts, shift) => {
        const short = parts.join('');
        const before = `${filler}${'x'.repeat(shift)} | `;
        const found = (text: string, from: number) =>
          matcher.find(text).map(({ start, end, entry }) => [start - from, end - from, entry]);
        fc.pre(short.length < 90);
        expect(found(`${before}${short}`, before.length)).toEqual(found(short, 0));
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('any text', () => {
  const names = dataset.entries.flatMap((entry) => entry.names.map((name) => name.text));
  const text = fc
    .array(
      fc.oneof(fc.constantFrom(...names), fc.string({ unit: 'binary' }), fc.constantFrom(' ', '. ', '-', "'s ", '\u00ad', '\n')),
    )
    .map((parts) => parts.join(''));

  it('gives spans that lie inside it, in order, without overlap, and that say what they hold', () => {
    fc.assert(
      fc.property(text, (sample) => {
        let end = 0;
        for (const mention of findMentions(sample, matcher)) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(mention.end).toBeLessThanOrEqual(sample.length);
          expect(sample.slice(mention.start, mention.end)).toBe(mention.exact);
          end = mention.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same names when neutral words are put between others', () => {
    const sentences = readCorpus(corpusRoot, 'tuning', new Set(dataset.entries.map(({ id }) => id))).map(
      (sentence) => sentence.text,
    );
    const neutral = fc.constantFrom('moreover', 'likewise', 'upon reflection', 'meanwhile, as ever,');
    fc.assert(
      fc.property(fc.constantFrom(...sentences), neutral, fc.nat(), (sentence, words, seed) => {
        const before = matcher.find(sentence);
        const gaps = [...sentence.matchAll(/(?<=[\p{L}.,;]) (?=\p{L})/gu)]
          .map(({ index }) => index)
          .filter((at) => before.every(({ start, end }) => at < start - 1 || at > end));
        const gap = gaps[seed % gaps.length];
        fc.pre(gap !== undefined && !matcher.find(sentence.slice(0, gap)).some(({ end }) => end === gap));
        const changed = `${sentence.slice(0, gap)} ${words}${sentence.slice(gap)}`;
        const moved = matcher
          .find(changed)
          .map(({ start, entry, exact }) => [start < gap ? start : start - words.length - 1, entry, exact]);
        expect(moved).toEqual(before.map(({ start, entry, exact }) => [start, entry, exact]));
      }),
      { numRuns: 2_000 },
    );
  });
});
