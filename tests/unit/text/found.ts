/** The matcher over the project's own names, and what it finds, as tests say it. */
import { createMatcher } from '../../../lib/text/matcher.ts';
import { findMentions } from '../../../lib/text/mention.ts';
import { table } from '../dataset/real-dataset.ts';

export const matcher = createMatcher(table);

/** "Zoloft = sertraline" for each mention of a text. */
export const found = (text: string): string[] => findMentions(text, matcher).map(({ exact, entry }) => `${exact} = ${entry}`);
