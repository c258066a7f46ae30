/** Run time: what the law says of an entry in each place at once, as a map or a table shows it. */
import { ageOf } from './legal.ts';
import { lineageOf } from './lineage.ts';
import type { Dataset, LegalStatus } from './schema.ts';

/** The status of a place, or that it was checked too long ago to show. */
export type PlaceLaw = LegalStatus['status'] | 'old';

/**
 * The rule of each place by its ISO 3166 code: the entry's own rule there, else that of its nearest group. Rules of cities and counties
 * are left out; a state without a rule of its own has none here, whatever its country's says.
 */
export function lawByPlace(store: Dataset, id: string, today: Date): Record<string, PlaceLaw> {
  const law: Record<string, PlaceLaw> = {};
  for (const subject of lineageOf(store, id))
    for (const rule of store.legal) {
      if (rule.substance !== subject.id || rule.locality || rule.applicableLocation in law) continue;
      law[rule.applicableLocation] = ageOf(rule, today) === 'hidden' ? 'old' : rule.status;
    }
  return law;
}
