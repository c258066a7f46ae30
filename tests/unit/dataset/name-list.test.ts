import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NameGroup, readGroupOf, readGroups, readName, writeGroups, writtenLength } from '../../../lib/dataset/name-list.ts';

const entry = 'red-leaf';
const name = fc.oneof(fc.constant(entry), fc.string({ unit: fc.constantFrom(...'ab-* я茶Q'), minLength: 1, maxLength: 9 }));
const group: fc.Arbitrary<NameGroup> = fc.record({
  names: fc.uniqueArray(name, { minLength: 1, maxLength: 5 }),
  form: fc.nat(9),
  rule: fc.integer({ min: -1, max: 300 }),
  endings: fc.nat(80),
  isStrict: fc.boolean(),
});

describe('names as one string', () => {
  it('are read as they were written, all at once and each from where it stands', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 6 }), (groups) => {
        const written = writeGroups(groups, entry);
        const read = readGroups(written, entry);
        expect(read.map(({ start: _, ...rest }) => rest)).toEqual(groups);
        const ends = new Set<number>();
        for (const { names, start, ...said } of read) {
          let place = start;
          for (const one of names) {
            expect(readName(written, place, entry)).toBe(one);
            const { end, ...same } = readGroupOf(written, place);
            expect(same).toEqual(said);
            ends.add(end);
            place += writtenLength(one, entry);
          }
        }
        expect(ends.size, 'groups are told apart by where they end').toBe(groups.length);
      }),
    );
  });
});
