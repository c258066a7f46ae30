import { describe, expect, it } from 'vitest';
import {
  defaultSettings,
  guessRegion,
  hiddenOn,
  hideWord,
  isOffOn,
  type Migration,
  migrate,
  readSettings,
  type Settings,
  showWord,
  siteOf,
  turnSiteOff,
  turnSiteOn,
} from '../../../lib/settings/settings.ts';

const settingsWith = (fields: Partial<Settings>): Settings => ({ ...defaultSettings, ...fields });

describe('reading stored settings', () => {
  it.each([
    undefined,
    null,
    0,
    '',
    'settings',
    true,
    [],
    {},
    { version: 'x' },
    { version: -3 },
    { version: Number.NaN },
    new Date(),
  ])('gives the defaults for %o', (stored) => {
    expect(readSettings(stored)).toEqual(defaultSettings);
  });

  it('keeps the fields of a partial object', () => {
    expect(readSettings({ density: 'all' })).toEqual({ ...defaultSettings, density: 'all' });
    expect(readSettings({ region: 'US-OH' }).region).toBe('US-OH');
    expect(readSettings({ assistive: true }).assistive).toBe(true);
  });

  it('replaces each field that cannot be read, and no other', () => {
    const stored = {
      version: 1,
      enabled: 'no',
      offSites: ['b.org', 7, 'not a host', 'a.org', 'a.org', '<script>'],
      onSites: 'a.org',
      density: 'loud',
      region: 'Ohio',
      hover: 'click',
      openDelayMs: '500',
      assistive: 'yes',
    };
    expect(readSettings(stored)).toEqual(settingsWith({ offSites: ['a.org', 'b.org'], hover: 'click' }));
  });

  it.each([
    [0, 300],
    [300, 300],
    [712.4, 712],
    [9000, 1500],
    [Number.POSITIVE_INFINITY, 500],
  ])('keeps the delay of a card within what a reader can set: %d gives %d ms', (stored, openDelayMs) => {
    expect(readSettings({ openDelayMs: stored }).openDelayMs).toBe(openDelayMs);
  });

  it('reads settings that a newer version wrote', () => {
    expect(readSettings({ version: 9, density: 'all', colour: 'green' })).toEqual(settingsWith({ density: 'all' }));
  });

  it('gives each reader lists of their own', () => {
    readSettings(undefined).offSites.push('a.org');
    expect(readSettings(undefined).offSites).toEqual([]);
  });
});

describe('older versions', () => {
  const steps: Migration[] = [
    ({ marks, ...rest }) => ({ ...rest, density: marks }),
    ({ density, ...rest }) => ({ ...rest, density: density === 'few' ? 'quiet' : 'all' }),
  ];
  it.each([
    [{ version: 1, marks: 'few' }, 'quiet'],
    [{ version: 2, density: 'many' }, 'all'],
    [{ version: 3, density: 'quiet' }, 'quiet'],
    [{ density: 'all' }, 'all'],
  ])('takes %o through the steps it has not had', (stored, density) => {
    expect(migrate(stored, steps).density).toBe(density);
  });
});

describe('sites', () => {
  it('is on everywhere at first, but not in banks, mail and patient portals', () => {
    expect(isOffOn(defaultSettings, 'en.wikipedia.org')).toBe(false);
    for (const host of ['www.chase.com', 'secure.chase.com', 'mail.google.com', 'mychart.example-hospital.org', 'icloud.com'])
      expect(isOffOn(defaultSettings, host), host).toBe(true);
    for (const host of ['purchase.com', 'chase.com.example.org', 'example.org', 'news.mychart-blog.org'])
      expect(isOffOn(defaultSettings, host), host).toBe(false);
  });

  it('is off everywhere when turned off', () => {
    expect(isOffOn(settingsWith({ enabled: false, onSites: ['a.org'] }), 'a.org')).toBe(true);
  });

  it('turns a site off with its subdomains, and on again', () => {
    const off = settingsWith(turnSiteOff(defaultSettings, 'www.reddit.com'));
    expect(off.offSites).toEqual(['reddit.com']);
    expect(isOffOn(off, 'www.reddit.com')).toBe(true);
    expect(isOffOn(off, 'old.reddit.com')).toBe(true);
    expect(isOffOn(off, 'example.org')).toBe(false);
    expect(turnSiteOn(off, 'reddit.com')).toEqual({ offSites: [], onSites: [] });
  });

  it('turns on one site under a domain that is off', () => {
    const off = settingsWith({ offSites: ['example.org'] });
    const on = settingsWith({ ...off, ...turnSiteOn(off, 'blog.example.org') });
    expect(isOffOn(on, 'blog.example.org')).toBe(false);
    expect(isOffOn(on, 'shop.example.org')).toBe(true);
  });

  it('turns on a site that is off by default, and off again', () => {
    const on = settingsWith(turnSiteOn(defaultSettings, 'mychart.example.org'));
    expect(isOffOn(on, 'mychart.example.org')).toBe(false);
    const off = settingsWith({ ...on, ...turnSiteOff(on, 'mychart.example.org') });
    expect(isOffOn(off, 'mychart.example.org')).toBe(true);
    expect(off).toEqual(defaultSettings);
  });

  it('remembers a choice made while Evenhand is off everywhere', () => {
    const off = settingsWith({ enabled: false });
    expect(turnSiteOff(off, 'a.org').offSites).toEqual(['a.org']);
    expect(turnSiteOn(settingsWith({ enabled: false, offSites: ['a.org'] }), 'a.org').offSites).toEqual([]);
  });

  it('stores sites in a form it reads again', () => {
    for (const host of ['WWW.Example.ORG', 'xn--bcher-kva.example', 'localhost', '127.0.0.1', '[::1]', 'example.org.']) {
      const { offSites } = turnSiteOff(defaultSettings, host);
      expect(isOffOn(readSettings({ offSites }), host), host).toBe(true);
    }
    expect(siteOf('www.org')).toBe('www.org');
  });
});

describe('hidden words', () => {
  const hide = (host: string, word: string, settings = defaultSettings) => ({ ...settings, ...hideWord(settings, host, word) });

  it('are hidden on their site and its subdomains, in any case', () => {
    const settings = hide('www.example.org', 'Lexapro');
    expect(hiddenOn(settings, 'example.org')).toEqual(['lexapro']);
    expect(hiddenOn(settings, 'shop.example.org')).toEqual(['lexapro']);
    expect(hiddenOn(settings, 'example.com')).toEqual([]);
  });

  it('can be shown again, one by one', () => {
    const both = hide('example.org', 'kratom', hide('example.org', 'Lexapro'));
    const one = { ...both, ...showWord(both, 'example.org', 'lexapro') };
    expect(hiddenOn(one, 'example.org')).toEqual(['kratom']);
    expect(showWord(one, 'example.org', 'kratom').hiddenWords).toEqual({});
  });

  it('are read back as they were stored, and rubbish is not', () => {
    const { hiddenWords } = hide('example.org', 'Lexapro');
    expect(readSettings({ hiddenWords }).hiddenWords).toEqual(hiddenWords);
    for (const wrong of [
      null,
      'x',
      [],
      { 'not a host!': ['x'] },
      { 'example.org': 'x' },
      { 'example.org': [1, '', 'y'.repeat(81)] },
    ])
      expect(readSettings({ hiddenWords: wrong }).hiddenWords).toEqual({});
  });
});

describe('guessing the region', () => {
  it.each([
    [['en-US', 'en'], 'US'],
    [['en', 'en-GB'], 'GB'],
    [['de'], 'DE'],
    [['es-419', 'es-MX'], 'MX'],
    [['zh-Hant-TW'], 'TW'],
    [['not a tag', 'fr-CA'], 'CA'],
    [['es-PR'], 'US-PR'],
    [['x'], null],
    [[], null],
  ])('guesses %o to be %s', (languages, region) => {
    expect(guessRegion(languages)).toBe(region);
  });
});
