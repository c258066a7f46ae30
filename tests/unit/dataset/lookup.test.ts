import { describe, expect, it } from 'vitest';
import { endOf } from '../../../lib/dataset/dates.ts';
import { lineageOf } from '../../../lib/dataset/lineage.ts';
import { cardFor, fillSafetyString, interactionBetween } from '../../../lib/dataset/lookup.ts';
import { dataset } from './real-dataset.ts';

const today = new Date('2026-11-22T12:00:00Z');
const card = (id: string, onPage: string[] = [], region = 'US-OH', day = today) =>
  cardFor(dataset, id, { region, onPage, today: day }, { 'US-OH': 'Ohio' });

describe('a card', () => {
  it('is null for an entry that does not exist', () => {
    expect(card('snake-oil')).toBeNull();
    expect(card('__proto__')).toBeNull();
  });

  it('numbers every source it cites, and no other', () => {
    for (const { id } of dataset.entries) {
      const data = card(id, ['kratom', 'sertraline', 'maoi']);
      const cited = new Set(
        JSON.stringify({ ...data, sources: [], approval: undefined, classes: [] }).match(/"id":"[^"]+","seen"/g),
      );
      const numbered = new Set(data?.sources.map(({ source }) => `"id":"${source.id}","seen"`));
      for (const citation of cited) expect(numbered).toContain(citation);
      expect(data?.sources.map(({ number }) => number)).toEqual(data?.sources.map((_, i) => i + 1));
    }
  });

  it('names the groups an entry belongs to, nearest first', () => {
    expect(card('sertraline')?.classes.map(({ id }) => id)).toEqual(['ssri', 'antidepressants']);
    expect(lineageOf(dataset, 'phenelzine').map(({ id }) => id)).toEqual([
      'phenelzine',
      'maoi-irreversible',
      'maoi',
      'antidepressants',
    ]);
  });

  it('is never empty: entries without a full card say what they are', () => {
    for (const { id } of dataset.entries) {
      const data = card(id);
      expect(data?.type.length).toBeGreaterThan(5);
      expect(data?.whatItIs.statement.length).toBeGreaterThan(15);
      expect(data?.sources.length).toBeGreaterThan(0);
    }
  });

  it('carries the fixed warning about stopping for every antidepressant', () => {
    for (const { id } of dataset.entries) {
      const isAntidepressant = lineageOf(dataset, id).some((entry) => entry.id === 'antidepressants');
      if (isAntidepressant) expect(card(id)?.safety.map((string) => string.id)).toContain('noSuddenStop');
    }
  });
});

describe('mixes on a page', () => {
  it('fall back from the medicine to its group', () => {
    expect(interactionBetween(dataset, 'kratom', 'sertraline')?.id).toBe('kratom-sertraline');
    expect(interactionBetween(dataset, 'zimeldine', 'kratom')?.id).toBe('kratom-ssri');
    expect(interactionBetween(dataset, 'paroxetine', 'kratom')?.id, 'its own rule stands first').toBe('kratom-paroxetine');
    expect(interactionBetween(dataset, 'zimeldine', 'tramadol')?.interactants).toEqual(['ssri', 'tramadol']);
    expect(interactionBetween(dataset, 'phenelzine', 'citalopram')?.id).toBe('maoi-ssri');
    expect(interactionBetween(dataset, 'sertraline', 'fluoxetine')?.id).toBe('ssri-ssri');
  });

  it('leave out a medicine and its own group', () => {
    expect(interactionBetween(dataset, 'sertraline', 'ssri')).toBeUndefined();
    expect(card('ssri', ['sertraline', 'antidepressants'])?.alerts).toEqual([]);
  });

  it('name the medicine, not its group too, and the most serious first', () => {
    const alerts = card('kratom', ['antidepressants', 'ssri', 'sertraline', 'maoi'])?.alerts ?? [];
    expect(alerts.map((alert) => alert.withEntry.id)).toEqual(['maoi', 'sertraline']);
    expect(alerts[0]?.seriousness).toBe('serious');
  });
});

describe('the law where the reader lives', () => {
  it('gives the state before the country', () => {
    expect(card('kratom')?.legal.map((row) => row.place)).toEqual(['Ohio, US', 'United States']);
    expect(card('kratom', [], 'GB')?.legal.map((row) => row.place)).toEqual(['United Kingdom']);
  });

  it('uses the rules of the group where the medicine has none of its own', () => {
    const [row] = card('sertraline', [], 'GB')?.legal ?? [];
    expect(row?.via).toBe('Antidepressants');
    expect(row?.status).toBe('prescription-only');
  });

  it('is empty where the dataset has no rule', () => {
    expect(card('kratom', [], 'AQ')?.legal).toEqual([]);
    expect(card('kratom', [], 'AQ')?.place).toBe('Antarctica');
  });

  it('withholds a verdict that has grown old, sooner for what moves fast', () => {
    const ages = (id: string, day: string) => card(id, [], 'US', new Date(day))?.legal.map((row) => row.age);
    expect(ages('kratom', '2026-11-22')).toEqual(['fresh']);
    expect(ages('kratom', '2027-02-01')).toEqual(['may-have-changed']);
    expect(ages('kratom', '2027-06-01')).toEqual(['hidden']);
    expect(ages('7-hydroxymitragynine', '2026-12-20')).toEqual(['hidden']);
  });
});

describe('dates and help lines', () => {
  it('reads a date without day or month as its last day', () => {
    expect(endOf('2026').toISOString()).toMatch(/^2026-12-31/);
    expect(endOf('2026-02').toISOString()).toMatch(/^2026-02-28/);
    expect(endOf('2026-02-03').toISOString()).toMatch(/^2026-02-03/);
  });

  it('marks cards whose review is due', () => {
    const freshness = (day: string) => card('kratom', [], 'US', new Date(day))?.freshness;
    expect(freshness('2026-12-01')).toBe('fresh');
    expect(freshness('2027-07-01')).toBe('due');
    expect(freshness('2028-07-01')).toBe('old');
  });

  it('fills in the numbers of the reader’s country, and words where there is none', () => {
    expect(fillSafetyString(dataset, 'crisisLine', 'US')).toContain('988');
    expect(fillSafetyString(dataset, 'crisisLine', 'GB')).toContain('116 123');
    expect(fillSafetyString(dataset, 'overdoseHelp', 'US')).toContain('911');
    for (const id of Object.keys(dataset.safetyStrings) as (keyof typeof dataset.safetyStrings)[])
      for (const country of ['US', 'GB', 'XX']) expect(fillSafetyString(dataset, id, country)).not.toMatch(/[{}]/);
  });
});
