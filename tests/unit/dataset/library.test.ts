import { describe, expect, it } from 'vitest';
import { speaksOfSuicide } from '../../../lib/dataset/crisis.ts';
import { libraryEntryFor, mixesAmong } from '../../../lib/dataset/library.ts';
import { cardFor } from '../../../lib/dataset/lookup.ts';
import { dataset } from './real-dataset.ts';

const today = new Date('2026-11-22T12:00:00Z');
const entry = (id: string, day = today) => libraryEntryFor(dataset, id, { region: 'US-OH', today: day }, { 'US-OH': 'Ohio' });

describe('an entry of the library', () => {
  it('is null for an id the dataset does not hold', () => {
    expect(entry('snake-oil')).toBeNull();
  });

  it('numbers every source it cites', () => {
    const some = dataset.entries.filter(({ id }, at) => at % 10 === 0 || ['kratom', 'ssri', 'sertraline'].includes(id));
    for (const { id } of some) {
      const data = entry(id);
      const cited = new Set(JSON.stringify({ ...data, sources: [] }).match(/"id":"[^"]+","seen"/g));
      const numbered = new Set(data?.sources.map(({ source }) => `"id":"${source.id}","seen"`));
      for (const citation of cited) expect(numbered, id).toContain(citation);
    }
  });

  it('holds each mix once, the most serious first, its own rule before its group’s', () => {
    const rows = entry('sertraline')?.interactions ?? [];
    const others = rows.map(({ withEntry }) => withEntry.id);
    expect(new Set(others).size).toBe(others.length);
    expect(rows[0]?.seriousness).toBe('serious');
    expect(rows.find(({ withEntry }) => withEntry.id === 'kratom')?.id).toBe('kratom-sertraline');
    expect(others, 'also what has no entry').toContain('tramadol');
  });

  it('gives the law of each other place once, and withholds what is too old', () => {
    const data = entry('kratom');
    const shown = data?.legal.map(({ id }) => id) ?? [];
    expect(shown.length).toBeGreaterThan(0);
    expect(data?.elsewhere.some(({ id }) => shown.includes(id))).toBe(false);
    expect(data?.elsewhere.length).toBeGreaterThan(100);
    const later = entry('kratom', new Date('2027-12-01'))?.elsewhere.map(({ age }) => age);
    expect(new Set(later)).toEqual(new Set(['hidden']));
  });

  it('falls back to the rules of the group', () => {
    expect(entry('sertraline')?.elsewhere.find(({ applicableLocation }) => applicableLocation === 'GB')?.via).toBe(
      'Antidepressants',
    );
  });

  it('names who belongs to a group, and claims about the group', () => {
    expect(entry('ssri')?.members.map(({ id }) => id)).toContain('sertraline');
    expect(entry('sertraline')?.knownClaims.map(({ id }) => id)).toContain('ad-claim-chemical-balance');
    expect(entry('sertraline')?.knownClaims.every(({ exact }) => exact === undefined)).toBe(true);
  });
});

describe('the mixes of a page', () => {
  it('name each pair once, the most serious first, and leave out a group whose member is named', () => {
    const mixes = mixesAmong(dataset, ['antidepressants', 'kratom', 'ssri', 'sertraline', 'phenelzine']);
    const pairs = mixes.map(({ entries }) => entries.join('+'));
    expect(pairs).toContain('kratom+sertraline');
    expect(pairs).toContain('sertraline+phenelzine');
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(pairs.some((pair) => /ssri|antidepressants/.test(pair))).toBe(false);
    expect(mixes[0]?.seriousness).toBe('serious');
  });

  it('are none for entries that do not exist', () => {
    expect(mixesAmong(dataset, ['snake-oil', 'kratom'])).toEqual([]);
  });
});

describe('what stands near a mention', () => {
  const near = (speaks: boolean, claims: { claim: string; exact: string }[] = []) =>
    cardFor(dataset, 'kratom', { region: 'US', onPage: [], today, near: { claims, speaksOfSuicide: speaks } });

  it('brings the crisis line when it speaks of suicide, once', () => {
    expect(near(true)?.isCrisisNear).toBe(true);
    expect(near(true)?.safety.filter(({ id }) => id === 'crisisLine')).toHaveLength(1);
    expect(near(false)?.safety.some(({ id }) => id === 'crisisLine')).toBe(false);
    const antidepressant = cardFor(dataset, 'sertraline', {
      region: 'US',
      onPage: [],
      today,
      near: { claims: [], speaksOfSuicide: true },
    });
    expect(antidepressant?.safety.filter(({ id }) => id === 'crisisLine')).toHaveLength(1);
  });

  it('brings what is known of a claim, with numbered sources, and drops claims nobody knows', () => {
    const card = near(false, [
      { claim: 'claim-not-addictive', exact: 'Kratom is not addictive.' },
      { claim: 'claim-of-nothing', exact: 'x' },
    ]);
    expect(card?.claims.map(({ id, exact, rating }) => [id, exact, rating])).toEqual([
      ['claim-not-addictive', 'Kratom is not addictive.', 'not-supported'],
    ]);
    const numbered = card?.sources.map(({ source }) => source.id);
    for (const { id } of card?.claims[0]?.explanation.sources ?? []) expect(numbered).toContain(id);
  });

  it.each([
    'He died by suicide.',
    'thoughts of self-harm',
    'I want to end my life',
    'pensamientos suicidas',
    'Suizidgedanken',
    'мысли о самоубийстве',
    'pikiran bunuh diri',
  ])('speaks of suicide: %s', (text) => {
    expect(speaksOfSuicide(text)).toBe(true);
  });

  it.each(['a harmless leaf', 'He changed his life.', 'side effects', ''])('does not: %s', (text) => {
    expect(speaksOfSuicide(text)).toBe(false);
  });
});
