import { describe, expect, it } from 'vitest';
import { citationText, fixText, wrongMatchText } from '../../../lib/ui/copied-text.ts';
import { fullCard, shortCard } from '../card/sample-card.ts';

const from = { version: '1.2.3', today: new Date('2026-11-26T10:00:00Z') };

describe('a copied card', () => {
  it('has both sides, numbers, certainty, each source with how it was seen, version and dates', () => {
    expect(citationText(fullCard, from, 'plain')).toBe(
      [
        'Examplin: Prescription medicine',
        '',
        'The main message. [2]',
        '',
        'May help',
        '- Feeling better: 49 of 100 with it, 39 of 100 on a dummy pill. About Feeling better. [2] Certainty: moderate, graded by us.',
        '- Sleeping better: About Sleeping better. [2] Certainty: low, graded by us.',
        '',
        'May harm',
        '- Feeling sick: 25 of 100 with it, 11 of 100 on a dummy pill. About Feeling sick. [2] Certainty: high, graded by us.',
        '',
        'What we don’t know',
        '- Who will benefit. [2]',
        '',
        "Don't stop it suddenly. Talk first.",
        '',
        'Sources',
        '[2] The review. Review that pools trials; from memory, not confirmed. Its author sells or campaigns for the substance. https://doi.org/10.1/x',
        '',
        'Evenhand 1.2.3. Card checked 12 Nov 2026. Copied 26 Nov 2026.',
      ].join('\n'),
    );
  });

  it('is Markdown with headings and links, and nothing of a title is taken for a mark', () => {
    const [label, review] = fullCard.sources;
    if (!label || !review) throw new Error('the sample has two sources');
    const title = 'A *bold* [trial] of <b>';
    const card = { ...fullCard, sources: [label, { ...review, source: { ...review.source, title } }] };
    const text = citationText(card, from, 'markdown');
    expect(text).toContain('## Examplin: Prescription medicine');
    expect(text).toContain('### May help');
    expect(text).toContain('2. [A \\*bold\\* \\[trial\\] of \\<b\\>](<https://doi.org/10.1/x>). ');
  });

  it('says what an entry is where no full card is written', () => {
    const text = citationText(shortCard, from, 'plain');
    expect(text).toContain('A made-up medicine. [1]');
    expect(text).not.toContain('May help');
    expect(text).not.toContain('[2]');
  });
});

describe('a report', () => {
  it('names the words, what they were taken for, and the version, and nothing else of the page', () => {
    expect(wrongMatchText(fullCard, 'an exam', undefined, from)).toBe(
      'Wrong match\nWords on the page: an exam\nTaken for: Examplin (examplin)\nWhat it means there:\n\nEvenhand 1.2.3. Card checked 12 Nov 2026. Copied 26 Nov 2026.',
    );
    expect(wrongMatchText(fullCard, 'It cures.', 'claim-cures', from)).toContain('\nClaim: claim-cures\n');
  });

  it('of a fix asks for the place, the fault and a source', () => {
    expect(fixText(fullCard, from)).toMatch(
      /^Suggested fix: Examplin \(examplin\)\nWhere it stands:\nWhat is wrong:[\s\S]*A source/,
    );
  });
});
