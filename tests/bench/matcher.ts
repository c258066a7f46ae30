/** What finding names takes, and nothing else: bundled to be weighed. */
import table from 'virtual:evenhand/matcher-table';
import { createMatcher } from '../../lib/text/matcher.ts';

export const matcher = createMatcher(table);
