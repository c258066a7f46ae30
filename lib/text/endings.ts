/** Endings that are written after a sign, and belong to the name: Swedish "SSRI:er", Dutch plurals ("SSRI's"). */
import type { Mention } from './mention.ts';

const afterColon = /:(?:er|ers|erna|ernas|ar|arna|n|ns|t|et|en|s)(?![\p{L}\p{N}])/uy;
const afterApostrophe = /['’]s(?!\p{L})/uy;
const withPlural = new Set(['abbreviation', 'class', 'translation']);

/** Whether a name that ends there may have such an ending. */
export const mayHaveEnding = (text: string, end: number): boolean => /[:'’]/.test(text.charAt(end));

/** The mention with such an ending, where it has one. `language` is asked only where that matters. */
export function withEnding(mention: Mention, text: string, language: () => string | undefined): Mention {
  if (!mayHaveEnding(text, mention.end)) return mention;
  const next = text.charAt(mention.end);
  const ending = next === ':' ? afterColon : afterApostrophe;
  // In English an apostrophe makes a possessive, which is no part of the name.
  if (next !== ':' && (!withPlural.has(mention.form) || language() !== 'nl')) return mention;
  ending.lastIndex = mention.end;
  const found = ending.exec(text)?.[0];
  if (found === undefined) return mention;
  return { ...mention, exact: mention.exact + found, end: mention.end + found.length };
}
