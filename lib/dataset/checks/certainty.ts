/**
 * Whether a statement's verb says as much as its certainty (Santesso 2020, doi:10.1016/j.jclinepi.2019.10.014):
 * high "does", moderate "probably", low "may", very low "we don't know".
 */
import type { Certainty } from '../schema.ts';

const unknown =
  /\b(?:(?:we|nobody|no one) (?:do(?:es)?n['’]t|do(?:es)? not|can['’]t|cannot|knows?)|(?:is|are|was) (?:not|un)\s?(?:known|clear)|isn['’]t (?:known|clear)|aren['’]t (?:known|clear)|unknown|unclear|very unsure|too (?:few|small|weak|little)|we found no)\b/i;
const may = /\b(?:may|might|could|can|seems?|appears?|possibl[ey]|perhaps|suggests?)\b/i;
const probably = /\b(?:probably|likely)\b/i;
const reported =
  /\b(?:report(?:s|ed)?|says?|said|found|saw|seen|list(?:s|ed)|warns?|advises?|advised|linked|tells?|told|surveys?|stud(?:y|ies)|case|cases|label|labels|guidance|guidelines?)\b/i;

/** What is wrong with the wording, or undefined. */
export function wordingProblem(certainty: Certainty, statement: string): string | undefined {
  const has = (pattern: RegExp): boolean => pattern.test(statement);
  switch (certainty) {
    case 'high':
      return has(probably) ? 'certainty is high, so "probably" says too little' : undefined;
    case 'moderate':
      return has(probably) ? undefined : 'certainty is moderate, so the statement says "probably"';
    case 'low':
      if (has(may) || has(unknown)) return undefined;
      return 'certainty is low, so the statement says "may"';
    case 'very-low':
      return has(unknown) ? undefined : `certainty is very low, so the statement says "we don't know"`;
    case 'not-graded':
      return has(reported) ? undefined : 'nobody graded it, so the statement says who reports it';
  }
}
