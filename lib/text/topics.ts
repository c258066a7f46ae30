/** Tells which safety topics a text speaks of, and which it leaves out. */
import { fold } from '../dataset/fold.ts';
import type { Topic } from '../dataset/schema.ts';
import { cueExpression } from './context.ts';

/** Topic ids, in the order of the dataset. */
export interface TopicCoverage {
  covered: string[];
  notCovered: string[];
}

export type TopicFinder = (text: string) => TopicCoverage;

export function createTopicFinder(topics: readonly Topic[]): TopicFinder {
  const expressions = topics.map(({ id, cues }) => ({ id, expression: cueExpression(cues.map(fold)) }));
  return (text) => {
    const folded = fold(text);
    const covered = expressions.filter(({ expression }) => expression.test(folded)).map(({ id }) => id);
    return { covered, notCovered: topics.map(({ id }) => id).filter((id) => !covered.includes(id)) };
  };
}
