import { describe, expect, it } from 'vitest';
import { type Searchable, searchEntries } from '../../../lib/dataset/search.ts';

const entries: Searchable[] = [
  { id: 'aardin', name: 'Aardin', type: 'Medicine', names: ['big exam'] },
  { id: 'examplin', name: 'Examplin', type: 'Medicine', names: ['Brandon', 'Éxample'] },
  { id: 'otherin', name: 'Otherin', type: 'Medicine', names: ['other example', 'counterexample'] },
  { id: 'exam', name: 'Exam', type: 'Leaf', names: ['тест', '試験'] },
];
const found = (query: string) => searchEntries(entries, query).map(({ id, via }) => (via ? `${id} via ${via}` : id));

describe('search', () => {
  it('puts the closest first: the whole name, a beginning, a word inside', () => {
    expect(found('exam')).toEqual(['exam', 'examplin', 'aardin via big exam', 'otherin via other example']);
  });

  it('knows brands and says which it found', () => {
    expect(found('brand')).toEqual(['examplin via Brandon']);
  });

  it('passes over case, accents and spaces around', () => {
    expect(found('  éXAMPLE ')).toContain('examplin via Éxample');
    expect(found('example')).toContain('examplin via Éxample');
  });

  it('knows names in other scripts', () => {
    expect(found('тес')).toEqual(['exam via тест']);
    expect(found('試験')).toEqual(['exam via 試験']);
  });

  it('finds nothing for nothing', () => {
    expect(found('')).toEqual([]);
    expect(found('   ')).toEqual([]);
    expect(found('zzz')).toEqual([]);
  });

  it('is no pattern language', () => {
    expect(found('.*')).toEqual([]);
  });
});
