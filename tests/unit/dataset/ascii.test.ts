import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromAscii, toAscii } from '../../../lib/dataset/ascii.ts';
import { table } from './real-dataset.ts';

const letters = [...'abz AZ09|;*-.', ...'αάωςϊ', ...'аяёґіэы', ...'茶ñ'];

describe('letters as ASCII', () => {
  it.each(['σερτραλίνη', 'сертралин', 'сертралин 50 mg', 'зверобой|hypericum|υπερικό', ''])('%s', (text) => {
    // Accents are folded away before; what has no place is left as it is.
    expect(fromAscii(toAscii(text))).toBe(text);
    expect(toAscii(text.replace(/[^\u03b0-\u0469 -~]/g, ''))).toMatch(/^[ -~]*$/);
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters) }), (text) => {
        expect(fromAscii(toAscii(text))).toBe(text);
      }),
    );
  });

  it('does not take a text that has one of its signs', () => {
    expect(() => toAscii('a<b')).toThrow('"a<b" has a character that stands for a script in the table of names: <');
  });

  it('leaves little of the names beyond ASCII', () => {
    const written = [...table.names, ...table.otherNames, ...table.cueLists].join('');
    expect(written.replace(/[ -~]/g, '').length / written.length).toBeLessThan(0.01);
  });
});
