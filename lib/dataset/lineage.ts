/** Entries, the groups they belong to, and who is within a group. */
import type { Dataset, Entry } from './schema.ts';

export const entryById = (store: Dataset, id: string): Entry | undefined => store.entries.find((entry) => entry.id === id);

/** The entry, then the groups it belongs to, nearest first, each once. */
export function lineageOf(store: Dataset, id: string): Entry[] {
  const line: Entry[] = [];
  const queue = [id];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const entry = entryById(store, next);
    if (!entry || line.includes(entry)) continue;
    line.push(entry);
    queue.push(...(entry.drugClass ?? []));
  }
  return line;
}

/** Whether an entry is a group or belongs to it. */
export const isWithin = (store: Dataset, id: string, group: string): boolean =>
  lineageOf(store, id).some((entry) => entry.id === group);
