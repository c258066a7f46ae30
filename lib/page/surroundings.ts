/** Where a mention stands, in the words around it. */
import type { NearText } from '../dataset/card-data.ts';
import type { MentionContext } from './page-mention.ts';
import { type Found, placeAt } from './passage.ts';
import { runAround } from './runs.ts';
import { headingOf } from './sections.ts';

const contextLength = 40;
/** About three sentences. */
const nearLength = 600;

/** The line a mention stands in, read anew: its passage may hold one text node of it. */
function lineOf(found: Found): { node: Text; before: string; after: string } {
  const { node, offset } = placeAt(found.passage, found.start, false);
  const run = runAround(node);
  const before = textOf(run.slice(0, run.indexOf(node))) + node.data.slice(0, offset);
  return { node, before, after: textOf(run).slice(before.length + found.end - found.start) };
}

export function surroundingsOf(found: Found): MentionContext {
  const { node, before, after } = lineOf(found);
  return {
    before: tidy(before.slice(-contextLength)).trimStart(),
    after: tidy(after.slice(0, contextLength)).trimEnd(),
    heading: headingOf(node),
  };
}

export function textNear(found: Found): NearText {
  const { before, after } = lineOf(found);
  const { exact } = found;
  const start = tidy(before.slice(-nearLength));
  return { text: start + exact + tidy(after.slice(0, nearLength)), start: start.length, end: start.length + exact.length };
}

const textOf = (nodes: readonly Text[]): string => nodes.map(({ data }) => data).join('');
const tidy = (text: string): string => text.replace(/\s+/g, ' ');
