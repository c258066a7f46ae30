import { describe, expect, it } from 'vitest';
import { isLibraryEntry, readCardAnswer, readMentionList, readMixes } from '../../../lib/messages/answers.ts';
import { readLibraryMessage, readPageMessage, readToPageMessage } from '../../../lib/messages/messages.ts';

const rubbish = [undefined, null, 0, '', 'found', [], {}, { type: 'other' }, { type: null }, () => undefined];

describe('messages from a page', () => {
  it('are read when they are whole', () => {
    expect(readPageMessage({ type: 'found', count: 2, entries: ['kratom'] })).toEqual({
      type: 'found',
      count: 2,
      entries: ['kratom'],
    });
    expect(readPageMessage({ type: 'card', entry: 'kratom', onPage: [] })).toEqual({ type: 'card', entry: 'kratom', onPage: [] });
  });

  it('may hold the text around a mention, within limits', () => {
    const near = { text: 'some kratom here', start: 5, end: 11 };
    const card = { type: 'card', entry: 'kratom', onPage: [] };
    expect(readPageMessage({ ...card, near })).toEqual({ ...card, near });
    for (const wrong of [{ ...near, text: 'x'.repeat(2001) }, { ...near, start: '5' }, 'text', null])
      expect(readPageMessage({ ...card, near: wrong })).toEqual(card);
  });

  it('may ask for the library and for texts to copy', () => {
    const text = { type: 'text', of: 'wrong-match', entry: 'kratom', exact: 'kratom' };
    expect(readPageMessage({ type: 'library', entry: 'kratom' })).toEqual({ type: 'library', entry: 'kratom' });
    expect(readPageMessage(text)).toEqual(text);
    expect(readPageMessage({ ...text, claim: 'claim-x' })).toEqual({ ...text, claim: 'claim-x' });
  });

  it('lose what does not belong in them', () => {
    expect(readPageMessage({ type: 'card', entry: 'kratom', onPage: [], url: 'https://example.org' })).not.toHaveProperty('url');
  });

  it.each([
    ...rubbish,
    { type: 'found', count: -1, entries: [] },
    { type: 'found', count: 1.5, entries: [] },
    { type: 'found', count: '1', entries: [] },
    { type: 'found', count: 1 },
    { type: 'found', count: 1, entries: [1] },
    { type: 'found', count: 1, entries: ['x'.repeat(81)] },
    { type: 'found', count: 1, entries: Array(501).fill('kratom') },
    { type: 'card', entry: 1, onPage: [] },
    { type: 'card', entry: 'kratom', onPage: 'ssri' },
    { type: 'library' },
    { type: 'text', of: 'everything', entry: 'kratom', exact: 'kratom' },
    { type: 'text', of: 'citation', entry: 'kratom', exact: 'x'.repeat(2001) },
    { type: 'entry', entry: 'kratom' },
  ])('are not read otherwise: %o', (value) => {
    expect(readPageMessage(value)).toBeUndefined();
  });
});

describe('messages to a page', () => {
  it('are read when they are whole', () => {
    expect(readToPageMessage({ type: 'list' })).toEqual({ type: 'list' });
    expect(readToPageMessage({ type: 'go', key: 7 })).toEqual({ type: 'go', key: 7 });
    expect(readToPageMessage({ type: 'command', command: 'explain' })).toEqual({ type: 'command', command: 'explain' });
  });

  it.each([
    ...rubbish,
    { type: 'go' },
    { type: 'go', key: 'x' },
    { type: 'command', command: 'eval' },
    { type: 'found', count: 1 },
  ])('are not read otherwise: %o', (value) => {
    expect(readToPageMessage(value)).toBeUndefined();
  });
});

describe('messages from the library', () => {
  it('are read when they are whole', () => {
    expect(readLibraryMessage({ type: 'entry', entry: 'kratom' })).toEqual({ type: 'entry', entry: 'kratom' });
    expect(readLibraryMessage({ type: 'mixes', entries: ['kratom'] })).toEqual({ type: 'mixes', entries: ['kratom'] });
  });

  it.each([...rubbish, { type: 'entry' }, { type: 'mixes', entries: 'kratom' }, { type: 'card', entry: 'kratom', onPage: [] }])(
    'are not read otherwise: %o',
    (value) => {
      expect(readLibraryMessage(value)).toBeUndefined();
    },
  );
});

describe('answers', () => {
  const card = {
    id: 'kratom',
    name: 'Kratom',
    kind: 'plant',
    type: 'Tree leaf',
    brands: [],
    whatItIs: { statement: 'A tree leaf.', sources: [] },
    classes: [],
    alerts: [],
    claims: [],
    legal: [],
    place: 'Ohio, US',
    safety: [],
    sources: [],
    freshness: 'fresh',
    lastReviewed: '2026-11',
    nextReview: '2027-05',
    clinicalReview: 'not-yet',
  };

  it('are a card only when a card can be shown', () => {
    expect(readCardAnswer(card)).toEqual(card);
    for (const field of Object.keys(card).filter((name) => name !== 'clinicalReview'))
      expect(readCardAnswer({ ...card, [field]: undefined }), field).toBeNull();
    for (const value of rubbish) expect(readCardAnswer(value)).toBeNull();
  });

  it('are an entry of the library only when it is whole', () => {
    const entry = { ...card, interactions: [], knownClaims: [], elsewhere: [], members: [], law: {}, region: 'US' };
    expect(isLibraryEntry(entry)).toBe(true);
    expect(isLibraryEntry(card)).toBe(false);
    expect(isLibraryEntry({ ...entry, elsewhere: undefined })).toBe(false);
    expect(isLibraryEntry({ ...entry, law: undefined })).toBe(false);
    const mix = { entries: ['a', 'b'], names: ['A', 'B'], seriousness: 'serious', certainty: 'low' };
    expect(readMixes([mix, { ...mix, names: 'A' }])).toEqual([mix]);
    expect(readMixes(null)).toEqual([]);
  });

  it('are a list only when every row can be shown', () => {
    const row = { key: 1, entry: 'kratom', exact: 'kratom', before: 'use of ', after: ' for', heading: '' };
    expect(readMentionList([row])).toEqual([row]);
    expect(readMentionList([])).toEqual([]);
    expect(readMentionList([row, { ...row, heading: 5 }])).toBeUndefined();
    for (const value of [undefined, null, {}, 'x', [null]]) expect(readMentionList(value)).toBeUndefined();
  });
});
