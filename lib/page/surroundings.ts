/** Where a mention stands, in the words around it. */
import { type Found, placeAt } from './mention-index.ts';
import type { MentionContext } from './page-mention.ts';
import { runAround } from './runs.ts';
import { headingOf } from './sections.ts';

const contextLength = 40;

/** The line a mention stands in, read anew: its passage may hold one text node of it. */
export function surroundingsOf(found: Found): MentionContext {
  const place = placeAt(found.passage, found.start, false);
  const run = runAround(place.node);
  const before = textOf(run.slice(0, run.indexOf(place.node))) + place.node.data.slice(0, place.offset);
  const after = textOf(run).slice(before.length + found.end - found.start);
  return {
    before: tidy(before.slice(-contextLength)).trimStart(),
    after: tidy(after.slice(0, contextLength)).trimEnd(),
    heading: headingOf(place.node),
  };
}

const textOf = (nodes: readonly Text[]): string => nodes.map(({ data }) => data).join('');
const tidy = (text: string): string => text.replace(/\s+/g, ' ');
