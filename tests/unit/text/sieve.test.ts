import table from 'virtual:evenhand/matcher-table';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../lib/text/matcher.ts';

const matcher = createMatcher(table);

describe('the first look at a text', () => {
  it.each([
    ['at the start', 'sertraline, then sleep'],
    ['at the end', 'they had taken sertraline'],
    ['between words that lost their space', 'ordersertralinetoday'],
    ['in capitals', 'ABOUT SERTRALINE'],
    ['across a line broken by a hyphen', 'about ser-\n  traline'],
    ['with a soft hyphen in it', 'about ser\u00adtraline'],
    ['with a ligature', '\ufb02uoxetine'],
    ['with many spaces in it', "St.\n      John's wort"],
    ['with signs for hyphens', '7\u2011OH'],
    ['short, in its own capitals', 'a TCA, they said'],
    ['with a letter wrong', 'zertraline'],
    ['with a letter wrong, and no space around', 'takingfluoxetinenow, or fluoxetne'],
    ['in Greek', 'η σερτραλίνη'],
    ['in Chinese', '关于卡痛叶的说明'],
  ])('lets through a name %s', (_, text) => {
    expect(matcher.mayHold(text)).toBe(true);
  });

  it.each([
    'The committee met twice that winter, and walked home along the river.',
    'Add two cups of flour; adapt the time to your oven. It had rained.',
    'THE SOFTWARE IS PROVIDED AS IS, EVEN IF ADVISED OF THE POSSIBILITY.',
    '這是一段沒有名字的文字。',
    '',
  ])('turns away: %s', (text) => {
    expect(matcher.mayHold(text)).toBe(false);
  });

  it('lets through every text with a name in it, whatever stands around it', () => {
    const names = [
      'kratom',
      'sertralina',
      'Lexapro',
      'SSRIs',
      '7-OH',
      "St John's wort",
      'antidepressant',
      'флуоксетин',
      'venlafaxin',
    ];
    const other = fc.string({ unit: 'grapheme', maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...names), other), { maxLength: 6 }),
        fc.constantFrom('', ' ', '\n', '-'),
        (parts, between) => {
          const found = parts.some((part) => matcher.find(part).length > 0);
          expect(matcher.mayHold(parts.join(between)) || !found).toBe(true);
          const text = parts.join(between);
          expect(matcher.mayHold(text) || matcher.find(text).length === 0).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
