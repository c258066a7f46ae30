/** Finds entries by any of their names. Pure. */
import { fold } from './fold.ts';

/** An entry with all the ways it is written, as the library page knows it. */
export interface Searchable {
  id: string;
  name: string;
  type: string;
  /** Brands, aliases, misspellings and translations. */
  names: string[];
}

export interface SearchHit {
  id: string;
  name: string;
  type: string;
  /** The name that was found, where it is not the entry's own. */
  via?: string;
}

/** From an exact match (0) to words inside a name (3); undefined for none. */
function rankOf(name: string, query: string): number | undefined {
  const folded = fold(name);
  if (folded === query) return 0;
  if (folded.startsWith(query)) return 1;
  const at = folded.indexOf(query);
  if (at < 0) return undefined;
  return /[\p{L}\p{N}]/u.test(folded.charAt(at - 1)) ? 3 : 2;
}

/** Entries one of whose names holds the query, the closest first; none for an empty query. */
export function searchEntries(entries: readonly Searchable[], query: string, limit = 12): SearchHit[] {
  const wanted = fold(query.trim());
  if (wanted === '') return [];
  const hits = entries.flatMap(({ id, name, type, names }) => {
    const found = [name, ...names].flatMap((text) => {
      const rank = rankOf(text, wanted);
      return rank === undefined ? [] : [{ text, rank }];
    });
    // Own name first among equals: the sort is stable.
    const [best] = found.sort((a, b) => a.rank - b.rank);
    return best ? [{ hit: { id, name, type, ...(best.text === name ? {} : { via: best.text }) }, rank: best.rank }] : [];
  });
  return hits
    .sort((a, b) => a.rank - b.rank || a.hit.name.localeCompare(b.hit.name, 'en'))
    .slice(0, limit)
    .map(({ hit }) => hit);
}
