import { describe, expect, it } from 'vitest';
import { whereWords } from '../../../lib/card/mention-walk.ts';

describe('going from mention to mention', () => {
  it('says which it is and under which heading', () => {
    expect(whereWords(1, 5, 'sertraline', 'Side effects')).toBe('2 of 5: sertraline, under Side effects');
    expect(whereWords(0, 1, 'kratom', '')).toBe('1 of 1: kratom');
  });
});
