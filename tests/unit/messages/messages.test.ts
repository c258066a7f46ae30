import { describe, expect, it } from 'vitest';
import { readCardAnswer, readMentionList } from '../../../lib/messages/answers.ts';
import { readPageMessage, readToPageMessage } from '../../../lib/messages/messages.ts';

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

  it('are a list only when every row can be shown', () => {
    const row = { key: 1, entry: 'kratom', exact: 'kratom', before: 'use of ', after: ' for', heading: '' };
    expect(readMentionList([row])).toEqual([row]);
    expect(readMentionList([])).toEqual([]);
    expect(readMentionList([row, { ...row, heading: 5 }])).toBeUndefined();
    for (const value of [undefined, null, {}, 'x', [null]]) expect(readMentionList(value)).toBeUndefined();
  });
});
