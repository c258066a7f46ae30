/** Measures of plain English: sentences, words and the Flesch-Kincaid school grade. */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

/** The sentences of a text, trimmed. */
export const sentencesOf = (text: string): string[] =>
  [...sentences.segment(text)].map(({ segment }) => segment.trim()).filter((sentence) => sentence !== '');

/** The words of a text, as they are read out; a number is one word, a hyphenated word one. */
export const wordsOf = (text: string): string[] =>
  [...words.segment(text.replace(/(?<=[\p{L}\p{N}])[-'’](?=[\p{L}\p{N}])/gu, ''))].flatMap(({ segment, isWordLike }) =>
    isWordLike ? [segment] : [],
  );

/**
 * The school grade of a text. Names of substances count as two syllables each: the reader met them on the page, and no
 * plainer word stands for them.
 * @param names matches the names, with the flag `g`
 */
export function gradeOf(text: string, names: RegExp): number {
  const plain = text.replace(names, 'table');
  const read = wordsOf(plain);
  const sentence = sentencesOf(plain).length;
  if (read.length === 0) return 0;
  return fleschKincaid({ sentence, word: read.length, syllable: read.reduce((sum, word) => sum + syllable(word), 0) });
}
