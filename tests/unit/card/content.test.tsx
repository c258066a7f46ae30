import { describe, expect, it, vi } from 'vitest';
import { FullBody, type SectionId } from '../../../lib/card/FullBody.tsx';
import { PeekBody } from '../../../lib/card/PeekBody.tsx';
import type { CardData, ClaimNote, LegalRow } from '../../../lib/dataset/card-data.ts';
import type { Cites } from '../../../lib/ui/StatementText.tsx';
import { click, type Drawn, findAll, textOf } from '../ui/text-of.ts';
import { fullCard, shortCard } from './sample-card.ts';

const all: SectionId[] = ['evidence', 'about', 'safety', 'mixes', 'legal', 'sources'];
const citesOf = (data: CardData, onCite = vi.fn()): Cites => ({ sources: data.sources, onCite });
const full = (data: CardData, open: SectionId[] = all, onToggle = vi.fn(), cites = citesOf(data)) => (
  <FullBody
    isAhead={false}
    data={data}
    cites={cites}
    open={new Set(open)}
    onToggle={onToggle}
    shown={undefined}
    shownRef={{ current: null }}
    onWrongClaim={vi.fn()}
  />
);
const peek = (data: CardData, onWhy = vi.fn()) => <PeekBody data={data} cites={citesOf(data)} onWhy={onWhy} onClaim={vi.fn()} />;
const isTag = (tag: string) => (element: Drawn) => element.tag === tag;
const hasClass = (name: string) => (element: Drawn) =>
  String(element.props.class ?? '')
    .split(' ')
    .includes(name);
const names = (elements: Drawn[]) => elements.map(({ text }) => text);

describe('the small card', () => {
  it('puts the first benefit and the first harm side by side, each with numbers and certainty', () => {
    const [help, harm] = findAll(peek(fullCard), hasClass('side')).map(({ text }) => text);
    expect(help).toContain('May helpFeeling better49 of 100 with it, 39 of 100 on a dummy pill');
    expect(harm).toContain('May harmFeeling sick25 of 100 with it, 11 of 100 on a dummy pill');
    const meters = findAll(peek(fullCard), ({ props }) => props.role === 'img').map(({ props }) => props['aria-label']);
    expect(meters).toEqual(['Certainty: moderate, graded by us', 'Certainty: high, graded by us']);
  });

  it('shows the mix, and leads to why', () => {
    const onWhy = vi.fn();
    const card = peek(fullCard, onWhy);
    expect(textOf(card)).toContain('Also on this page: Otherin. If you take both, effects could be serious. We are very unsure.');
    const [why] = findAll(card, ({ tag, text }) => tag === 'button' && text === 'Why');
    click(why);
    expect(onWhy).toHaveBeenCalledOnce();
  });

  it('keeps the first sentence of the fixed line on stopping', () => {
    expect(textOf(peek(fullCard))).toContain("Don't stop it suddenly.");
    expect(textOf(peek(fullCard))).not.toContain('Talk first');
  });

  it('numbers its sources in order, once each', () => {
    const cites = findAll(peek(fullCard), hasClass('cite')).map(({ props }) => props['aria-label']);
    expect(cites).toEqual(['Source 1', 'Source 1', 'Source 2']);
  });

  it('says what it is and that more is missing where no full card is written', () => {
    expect(textOf(peek(shortCard))).toContain('A made-up medicine.');
    expect(textOf(peek(shortCard))).toContain('We have not written the full card');
    expect(textOf(peek(fullCard))).not.toContain('We have not written');
  });
});

const claim: ClaimNote = {
  id: 'claim-cures',
  text: 'Examplin cures all.',
  exact: 'They say Examplin cures all.',
  rating: 'not-supported',
  explanation: { statement: 'We found no trial that shows a cure.', sources: [{ id: 'review', seen: 'abstract' }] },
  asOf: '2026-11',
};
const withClaim = { ...fullCard, claims: [claim] };

describe('a claim near the mention', () => {
  it('has one line in the small card, which leads on', () => {
    const onClaim = vi.fn();
    const card = <PeekBody data={withClaim} cites={citesOf(withClaim)} onWhy={vi.fn()} onClaim={onClaim} />;
    expect(textOf(card)).toContain('A claim near this word: not supported.');
    click(findAll(card, ({ props }) => props['aria-label'] === 'About it: the claim')[0]);
    expect(onClaim).toHaveBeenCalledOnce();
    expect(textOf(peek(fullCard))).not.toContain('claim');
  });

  it('is answered in the full card: fact first, then the claim, then the words of the page', () => {
    const text = textOf(full(withClaim, []));
    const order = [
      'About this claim Not supported',
      'We found no trial',
      'The claim: Examplin cures all.',
      'They say Examplin cures',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('can be called a wrong match', () => {
    const onWrongClaim = vi.fn();
    const body = (
      <FullBody
        isAhead={false}
        data={withClaim}
        cites={citesOf(withClaim)}
        open={new Set()}
        onToggle={vi.fn()}
        shown={undefined}
        shownRef={{ current: null }}
        onWrongClaim={onWrongClaim}
      />
    );
    click(findAll(body, ({ tag, text }) => tag === 'button' && text === 'Wrong match?')[0]);
    expect(onWrongClaim).toHaveBeenCalledWith(claim);
  });

  it('does not fill the card with a page’s paragraph', () => {
    const long = textOf(full({ ...fullCard, claims: [{ ...claim, exact: 'word '.repeat(200) }] }, []));
    expect(long).toMatch(/word…/);
    expect(long).not.toContain('word '.repeat(40));
  });
});

describe('help', () => {
  it('stands in the small card only where the page speaks of suicide', () => {
    expect(textOf(peek({ ...fullCard, isCrisisNear: true }))).toContain('If you feel unsafe, contact 988.');
    expect(textOf(peek(fullCard))).not.toContain('988');
  });
});

describe('the full card', () => {
  const titles = (data: CardData) => names(findAll(full(data, []), hasClass('title')));

  it('has its sections in the fixed order', () => {
    expect(titles(fullCard)).toEqual(['Evidence', 'Safety', 'Mixes', 'Legal', 'About', 'Sources']);
    expect(titles({ ...fullCard, alerts: [] })).toEqual(['Evidence', 'Safety', 'Legal', 'About', 'Sources']);
    expect(titles(shortCard)).toEqual(['About', 'Safety', 'Legal', 'Sources']);
  });

  it('sums up each closed section in a line, and nothing of an open one', () => {
    expect(names(findAll(full(fullCard, []), hasClass('summary')))).toEqual([
      'Feeling better · Feeling sick',
      'cautions, urgent signs, stopping, pregnancy',
      'Otherin: could be serious',
      'Ohio, US: no rule on file',
      'what it is, Examples, where it is approved',
      '2 sources, best: review that pools trials',
    ]);
    expect(names(findAll(full(fullCard), hasClass('summary')))).toEqual(['', '', '', '', '', '']);
  });

  it('tells assistive technology which sections are open', () => {
    const buttons = findAll(full(fullCard, ['evidence']), ({ props }) => props['aria-expanded'] !== undefined);
    expect(buttons.map(({ props }) => props['aria-expanded'])).toEqual([true, false, false, false, false, false]);
  });

  it('gives both sides the same number of rows', () => {
    const [help, harm] = findAll(full(fullCard, ['evidence']), hasClass('side'));
    expect(help?.children).toHaveLength(harm?.children.length ?? -1);
    expect(harm?.text).toContain('Nothing more here.');
  });

  it('gives numbers with and without, the time, the people, and the other frame of a common harm', () => {
    const text = textOf(full(fullCard, ['evidence']));
    expect(text).toContain('With it49 of 100dummy pill39 of 100');
    expect(text).toContain('75 of 100 did not. 8 weeks; adults.');
    expect(text).toContain('What we don’t knowWho will benefit.');
  });

  it('orders cautions by how serious they are', () => {
    const text = textOf(full(fullCard, ['safety']));
    expect(text.indexOf('A grave thing.')).toBeLessThan(text.indexOf('A minor thing.'));
    for (const part of [
      'Get help now fora seizure',
      'Some have symptoms.',
      'Pregnancy',
      'Talking therapy.',
      'What else could help?',
    ])
      expect(text).toContain(part);
  });

  it('keeps seriousness and certainty of a mix apart', () => {
    const text = textOf(full(fullCard, ['mixes']));
    expect(text).toContain('How seriousCould be seriousHow sureVery low, by us');
    for (const part of ['Something may happen.', 'One slows the other.', 'Nobody knows.', 'Ask a pharmacist.'])
      expect(text).toContain(part);
  });

  it('says how each source was seen and links to it without a referrer', () => {
    const card = full(fullCard, ['sources']);
    const text = textOf(card);
    expect(text).toContain('The labelOfficial product label; abstract read.');
    expect(text).toContain('from memory, not confirmed. Its author sells or campaigns for the substance.');
    const links = findAll(card, isTag('a')).map(({ props }) => [props.href, props.rel, props.target]);
    expect(links).toEqual([
      ['https://example.org/label', 'noopener noreferrer', '_blank'],
      ['https://doi.org/10.1/x', 'noopener noreferrer', '_blank'],
    ]);
  });

  it('says beside each number what the source is', () => {
    const [note] = findAll(full(fullCard, []), hasClass('source-note'));
    expect(note?.text).toMatch(/^The reviewReview that pools trials; from memory, not confirmed\./);
  });

  it('leads from a number to its source', () => {
    const onCite = vi.fn();
    const [first] = findAll(full(fullCard, [], vi.fn(), citesOf(fullCard, onCite)), hasClass('cite'));
    click(first);
    expect(onCite).toHaveBeenCalledWith(2);
  });

  it('ends with help, what it is not, and the state of its review', () => {
    const text = textOf(full(fullCard, []));
    expect(text).toContain('If you feel unsafe, contact 988.');
    expect(text).toContain('This card doesn’t know you or your health.');
    expect(text).toContain('Last reviewed 12 Nov 2026. Next review May 2027. Clinician check: not yet.');
    expect(textOf(full(shortCard, []))).not.toContain('988');
  });

  it('shows the crisis line once', () => {
    expect(textOf(full(fullCard)).split('contact 988')).toHaveLength(2);
  });

  it('says where a short entry is approved and what its group is', () => {
    const text = textOf(full(shortCard));
    expect(text).toContain('Approved as a medicine, for any use: US yes, EU not known, UK no. As of Oct 2026.');
    expect(text).toContain('Belongs to: Examples. A made-up group.');
  });
});

describe('the law on the card', () => {
  const row: LegalRow = {
    id: 'us-oh',
    substance: 'examplin',
    applicableLocation: 'US-OH',
    status: 'banned',
    statement: 'Selling it is banned.',
    asOf: '2026-11-02',
    confidence: 'medium',
    sources: [{ id: 'label', seen: 'abstract' }],
    place: 'Ohio, US',
    age: 'fresh',
  };
  const law = (over: Partial<LegalRow>) => textOf(full({ ...fullCard, legal: [{ ...row, ...over }] }, ['legal']));

  it('gives place, status, words, date and how sure', () => {
    expect(law({ via: 'Examples' })).toMatch(
      /Ohio, USBannedRule for: ExamplesSelling it is banned\.1The label.*As of 2 Nov 2026\. How sure: medium\./,
    );
  });

  it('warns of a rule that may have changed', () => {
    expect(law({ age: 'may-have-changed' })).toContain('This may have changed.');
  });

  it('withholds the verdict of one that was checked too long ago, and keeps its sources', () => {
    const text = law({ age: 'hidden' });
    expect(text).not.toMatch(/banned/i);
    expect(text).toMatch(/The sources may say what holds now\.1The label.*Last checked 2 Nov 2026\./);
  });

  it('does not take a missing rule for no rule', () => {
    expect(textOf(full(fullCard, ['legal']))).toContain('We hold no rule for Ohio, US. That does not mean there is none.');
  });
});
