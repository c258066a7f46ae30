/** The matcher of a page; bundled alone to weigh what finding names takes, and nothing else. */
import table from 'virtual:evenhand/matcher-table';
import { createMatcher } from '../../lib/text/matcher.ts';

export const matcher = createMatcher(table);
