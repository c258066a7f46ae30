/** Which mentions get a mark. Pure. */
import type { Density } from './page-mention.ts';

/** A mention as the choice sees it; `section` is the same number for all mentions of one section. */
export interface Choice {
  entry: string;
  section: number;
  inLink: boolean;
}

const marksPerEntry = 3;
const marksPerPage = 12;

/**
 * Indices of the mentions to mark, ascending. `quiet`: the first of an entry in each section, outside links where there
 * is one, at most three of an entry and twelve in all.
 */
export function chooseMarks(mentions: readonly Choice[], density: Density): number[] {
  if (density === 'all') return mentions.map((_, index) => index);
  const firsts = new Map<string, number>();
  mentions.forEach((mention, index) => {
    const place = `${mention.section} ${mention.entry}`;
    const first = firsts.get(place);
    if (first === undefined) firsts.set(place, index);
    else if (mentions[first]?.inLink && !mention.inLink) firsts.set(place, index);
  });
  const ofEntry = new Map<string, number>();
  const chosen: number[] = [];
  for (const index of [...firsts.values()].sort((a, b) => a - b)) {
    if (chosen.length === marksPerPage) break;
    const entry = mentions[index]?.entry ?? '';
    const count = ofEntry.get(entry) ?? 0;
    if (count === marksPerEntry) continue;
    ofEntry.set(entry, count + 1);
    chosen.push(index);
  }
  return chosen;
}
