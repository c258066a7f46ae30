import { describe, expect, it } from 'vitest';
import { lawByPlace } from '../../../lib/dataset/law-by-place.ts';
import { drawMaps } from '../../../lib/dataset/map-shapes.ts';
import type { Dataset } from '../../../lib/dataset/schema.ts';
import { countries, states } from '../../../lib/settings/regions.ts';
import { dataset } from './real-dataset.ts';

const maps = drawMaps(new Set(dataset.legal.map((rule) => rule.applicableLocation)));
const drawn = ({ paths, spots }: (typeof maps)['states']) => new Set([...Object.keys(paths), ...Object.keys(spots)]);

describe('the maps', () => {
  it('show every state and territory a reader can choose, and no other', () => {
    expect([...drawn(maps.states)].sort()).toEqual(Object.keys(states).sort());
  });

  it('show every country a reader can choose', () => {
    const shown = drawn(maps.countries);
    expect(countries.filter((code) => !shown.has(code))).toEqual([]);
  });

  it('put places where they are', () => {
    const [x, y] = (maps.countries.paths.AU?.match(/^M(\d+) (\d+)/) ?? []).slice(1).map(Number);
    expect(x).toBeGreaterThan(maps.countries.width / 2);
    expect(y).toBeGreaterThan(maps.countries.height / 2);
    const alaska = Number(maps.states.paths['US-AK']?.match(/^M(\d+)/)?.[1]);
    const maine = Number(maps.states.paths['US-ME']?.match(/^M(\d+)/)?.[1]);
    expect(alaska).toBeLessThan(maine);
  });

  it('outline regions in whole numbers', () => {
    for (const { paths } of Object.values(maps))
      for (const [code, path] of Object.entries(paths)) expect(path, code).toMatch(/^(?:M-?\d+ \d+l[-\d ]+z)+$/);
  });

  it('weigh a few tens of kilobytes', () => {
    expect(JSON.stringify(maps).length).toBeLessThan(60_000);
  });
});

describe('the law of each place', () => {
  const rule = (substance: string, applicableLocation: string, status: string, more = {}) => ({
    id: `${substance}-${applicableLocation}`,
    substance,
    applicableLocation,
    status,
    asOf: '2026-11-01',
    ...more,
  });
  const store = (...legal: unknown[]) =>
    ({ entries: [{ id: 'member', drugClass: ['group'] }, { id: 'group' }], legal }) as unknown as Dataset;
  const day = new Date('2026-11-26');

  it('is its own rule there, else that of its group', () => {
    const facts = store(rule('group', 'DE', 'restricted'), rule('group', 'FR', 'banned'), rule('member', 'DE', 'scheduled'));
    expect(lawByPlace(facts, 'member', day)).toEqual({ DE: 'scheduled', FR: 'banned' });
  });

  it('leaves out cities', () => {
    const facts = store(rule('group', 'US-OH', 'banned', { locality: 'A town' }));
    expect(lawByPlace(facts, 'group', day)).toEqual({});
  });

  it('keeps back what was checked too long ago', () => {
    const facts = store(rule('group', 'DE', 'banned', { asOf: '2024' }));
    expect(lawByPlace(facts, 'group', day)).toEqual({ DE: 'old' });
  });
});
