/** What is due for another look on a day. */
import { daysSince } from '../dates.ts';
import { ageOf } from '../legal.ts';
import { freshnessOf, OLD_AFTER_DAYS } from '../lookup.ts';
import type { Dataset } from '../schema.ts';

/** One line for each thing, "file: field: value: what is due". What has no review date of its own is read again after a year. */
export function findStale(dataset: Dataset, on: Date): string[] {
  const isYearOld = (asOf: string): boolean => daysSince(asOf, on) > OLD_AFTER_DAYS;
  const country = (place: string): string => place.slice(0, 2).toLowerCase();
  return [
    ...dataset.entries.flatMap(({ id, nextReview }) =>
      freshnessOf(nextReview, on) !== 'fresh' ? [`entries/${id}.yaml: nextReview: ${nextReview}: the review is due`] : [],
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
