import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { hostsOffByDefault } from '../../../lib/settings/hosts-off-by-default.ts';
import { countries, countryChoices, countryName, stateChoices, states } from '../../../lib/settings/regions.ts';
import { readSettings, siteOf } from '../../../lib/settings/settings.ts';

describe('hosts off by default', () => {
  const hosts = [...hostsOffByDefault];

  it('are sorted, without one that another covers', () => {
    expect(hosts).toEqual([...hosts].sort());
    for (const host of hosts)
      expect(
        hosts.filter((other) => host.endsWith(`.${other}`)),
        host,
      ).toEqual([]);
  });

  it('are host names as the settings write them, or the start of one', () => {
    for (const host of hosts) {
      expect(host).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$|^[a-z0-9-]+\.\*$/);
      expect(siteOf(host)).toBe(host);
    }
  });

  it('fit on a screen or two', () => {
    expect(hosts.length).toBeLessThanOrEqual(80);
  });
});

describe('places to choose from', () => {
  it('have names, in order', () => {
    const names = countryChoices('en').map(({ name }) => name);
    expect(names).toEqual([...names].sort(new Intl.Collator('en').compare));
    for (const code of countries) expect(countryName(code, 'en'), code).not.toBe(code);
    const stateNames = stateChoices().map(({ name }) => name);
    expect(stateNames).toHaveLength(50 + 1 + 3);
    expect(stateNames.slice(0, 51)).toEqual(stateNames.slice(0, 51).sort());
  });

  it('can be stored', () => {
    for (const region of [...countries, ...Object.keys(states)]) expect(readSettings({ region }).region).toBe(region);
  });

  it('hold every place the dataset has a rule for', () => {
    const folder = new URL('../../../assets/dataset/legal/', import.meta.url);
    const rules = readdirSync(folder).flatMap((file): { applicableLocation: string }[] =>
      parse(readFileSync(new URL(file, folder), 'utf8')),
    );
    const known = new Set([...countries, ...Object.keys(states)]);
    // Nobody lives in "the EU" or "the UN": their rules hold in the countries.
    const places = new Set(rules.map((rule) => rule.applicableLocation)).difference(new Set(['EU', 'UN']));
    expect([...places].filter((place) => !known.has(place))).toEqual([]);
  });
});
