import { expect, test } from 'vitest';
import { fold } from '../../../lib/dataset/fold.ts';
import { cueExpression } from '../../../lib/text/context.ts';

const finds = (words: string[], text: string): boolean => cueExpression(words).test(text);

test.each([
  'depression',
  'her depression, he said',
  'of depression² and pain',
  'depression😀',
  '«depression»',
  'depression، pain',
  'depression—or not',
  'pain/depression',
])('a cue stands as a word in %j', (text) => expect(finds(['depression'], text)).toBe(true));

test.each(['depressions', 'antidepression', 'depression2', 'depressionи', 'ädepression', 'depression_scale'])(
  'a cue is part of another word in %j',
  (text) => expect(finds(['depression'], text)).toBe(false),
);

test('a star allows any ending, a cross-hatch any number', () => {
  expect(finds(['депресс*'], 'о депрессии.')).toBe(true);
  expect(finds(['depress*'], 'antidepressive')).toBe(false);
  expect(finds(['# mg'], 'take 20 mg')).toBe(true);
  expect(finds(['# mg'], 'take mg')).toBe(false);
});

test('what is found is the whole word', () => {
  expect(cueExpression(['depress*', 'mood']).exec('of depressive mood')?.[0]).toBe('depressive');
});

test('a script without spaces has no edges', () => {
  expect(finds(['うつ病'], '彼のうつ病の薬')).toBe(true);
});

/** The letters and figures of these scripts are no edge of a word; their signs are. */
test.each(['Latin', 'Greek', 'Cyrillic', 'Hebrew', 'Arabic', 'Devanagari', 'Armenian', 'Georgian'])(
  'letters of %s run on with a cue',
  (script) => {
    const letter = new RegExp(`^(?=\\p{Script=${script}})\\p{L}$`, 'u');
    for (let code = 0x80; code < 0x2000; code++) {
      const char = String.fromCharCode(code);
      if (letter.test(char) && char === fold(char)) expect(finds(['mood'], `mood${char}`), char).toBe(false);
    }
  },
);
