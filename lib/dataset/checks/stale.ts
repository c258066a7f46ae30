/** What is due for another look on a day. */
import { ageOf, endOf } from '../lookup.ts';
import type { Dataset } from '../schema.ts';

/** Facts without a review date of their own are read again after this long. */
const yearMs = 365 * 86_400_000;

/** One line for each thing, "file: field: value: what is due". */
export function findStale(dataset: Dataset, on: Date): string[] {
  const isYearOld = (asOf: string): boolean => on.getTime() - endOf(asOf).getTime() > yearMs;
  const country = (place: string): string => place.slice(0, 2).toLowerCase();
  return [
    ...dataset.entries.flatMap(({ id, nextReview }) =>
      endOf(nextReview) < on ? [`entries/${id}.yaml: nextReview: ${nextReview}: the review is due`] : [],
    ),
    ...dataset.legal.flatMap((rule) => {
      const age = ageOf(rule, on);
      if (age === 'fresh') return [];
      const what = age === 'hidden' ? 'too old to show the verdict' : 'may have changed';
      return [`legal/${country(rule.applicableLocation)}.yaml: ${rule.id}.asOf: ${rule.asOf}: ${what}`];
    }),
    ...dataset.interactions.flatMap(({ id, asOf }) =>
      isYearOld(asOf) ? [`interactions/: ${id}.asOf: ${asOf}: over a year old`] : [],
    ),
    ...dataset.claims.flatMap(({ id, asOf }) => (isYearOld(asOf) ? [`claims.yaml: ${id}.asOf: ${asOf}: over a year old`] : [])),
    ...dataset.topics.flatMap(({ id, subjects }) =>
      subjects.flatMap(({ fact }, i) =>
        isYearOld(fact.asOf) ? [`topics.yaml: ${id}.subjects.${i}.fact.asOf: ${fact.asOf}: over a year old`] : [],
      ),
    ),
    ...dataset.helpLines.flatMap(({ country: place, service, asOf }) =>
      isYearOld(asOf) ? [`help-lines.yaml: ${place} ${service}.asOf: ${asOf}: over a year old`] : [],
    ),
  ];
}
