import { describe, expect, it } from 'vitest';
import { type FrameMention, hostOf, originsOf, type PageFacts, pageStateOf } from '../../../entrypoints/popup/page-state.ts';
import { defaultSettings } from '../../../lib/settings/settings.ts';

const mention = (entry: string, key: number, frameId = 0): FrameMention => ({
  key,
  frameId,
  entry,
  exact: entry,
  before: '',
  after: '',
  heading: '',
});
const page = (facts: Partial<PageFacts>): PageFacts => ({
  url: 'https://example.org/a',
  mayRead: true,
  isAnswering: true,
  mentions: [],
  ...facts,
});
const stateOf = (facts: Partial<PageFacts>, settings = {}) => pageStateOf(page(facts), { ...defaultSettings, ...settings });

describe('what the popup says', () => {
  it('lists mentions by entry, in the order of the page, frames last', () => {
    const mentions = [mention('kratom', 1), mention('sertraline', 2), mention('kratom', 3), mention('ssri', 1, 8)];
    const state = stateOf({ mentions });
    expect(state.is === 'mentions' && state.groups.map((group) => [group.entry, group.mentions.map(({ key }) => key)])).toEqual([
      ['kratom', [1, 3]],
      ['sertraline', [2]],
      ['ssri', [1]],
    ]);
  });

  it.each<[string, Partial<PageFacts>, object, string]>([
    ['nothing was found', {}, {}, 'no-mentions'],
    ['Evenhand is off', { mentions: [mention('kratom', 1)] }, { enabled: false }, 'off-everywhere'],
    ['the site is off', {}, { offSites: ['example.org'] }, 'off-here'],
    ['the site is off by default', { url: 'https://mail.google.com/' }, {}, 'off-here'],
    ['a browser page', { url: 'chrome://settings/', isAnswering: false }, {}, 'not-allowed'],
    ['a page whose address is hidden', { url: undefined, isAnswering: false }, {}, 'not-allowed'],
    ['the extension store', { url: 'https://addons.mozilla.org/', isAnswering: false }, {}, 'not-allowed'],
    ['a PDF file', { url: 'https://example.org/paper.PDF?x=1' }, {}, 'not-allowed'],
    ['access was taken away', { isAnswering: false, mayRead: false }, {}, 'no-access'],
    ['the page is older than the extension', { isAnswering: false }, {}, 'not-started'],
    ['a file it may not read', { url: 'file:///a.html', isAnswering: false }, {}, 'no-file-access'],
    ['a file without mentions', { url: 'file:///a.html' }, {}, 'no-mentions'],
  ])('knows when %s', (_, facts, settings, is) => {
    expect(stateOf(facts, settings).is).toBe(is);
  });

  it('asks for the site of the page and no other', () => {
    expect(originsOf('https://a.example.org:8443/b?c')).toEqual(['https://a.example.org/*']);
    expect(originsOf('file:///a.html')).toEqual([]);
    expect(originsOf('chrome://settings/')).toEqual([]);
  });

  it('knows whether the reader or the list turned a site off', () => {
    const bank = { url: 'https://www.chase.com/' };
    expect(stateOf(bank)).toEqual({ is: 'off-here', byDefault: true });
    expect(stateOf({}, { offSites: ['example.org'] })).toEqual({ is: 'off-here', byDefault: false });
  });

  it('offers a switch for web sites only', () => {
    expect(hostOf('https://www.example.org/a')).toBe('www.example.org');
    for (const url of [undefined, 'file:///a.html', 'about:blank', 'chrome://newtab/', 'https://chromewebstore.google.com/'])
      expect(hostOf(url), url).toBeUndefined();
  });
});
