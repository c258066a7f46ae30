/** Evenhand's own reading, bundled once more with ten times the names. */
import { MentionIndex } from '../../lib/page/mention-index.ts';
import type { Job, Pace } from '../../lib/page/pace.ts';
import { textOf } from '../../lib/page/passage.ts';
import { createPassageReader } from '../../lib/page/passages.ts';
import { sweep } from '../../lib/page/sweep.ts';
import { matcher } from './matcher.ts';

const unhurried: Pace = { isDue: () => false };
const finish = (job: Job): void => {
  while (!job.next().done);
};

/** Reads all text under an element, up to the list of findings; answers with their number. */
export function scan(root: Element): number {
  const index = new MentionIndex();
  const passages = createPassageReader(
    index,
    matcher,
    () => {},
    () => {},
  );
  finish(sweep(root, 1, matcher, passages, unhurried));
  return index.passages.reduce((sum, passage) => sum + matcher.decide(passage.candidates, textOf(passage), new Set()).length, 0);
}

declare global {
  interface Window {
    benchTenfold: typeof import('./scan.ts');
  }
}
