/** Which mentions get a mark on a page that is marked quietly. Pure. */

/** A mention as the choice sees it. */
export interface Choice {
  entry: string;
  inLink: boolean;
}

const marksPerEntry = 3;
const marksPerPage = 12;

export interface Chooser<T extends Choice> {
  /** Whether any more mentions can get a mark. */
  isFull(): boolean;
  /** Whether another mention of the entry can: without one its section need not be known. */
  wants(entry: string): boolean;
  /** Takes the next mention in document order; `section` is the same number for all mentions of one section. */
  take(mention: T, section: number): void;
  /** Those to mark, once all have been taken. */
  chosen(): ReadonlySet<T>;
}

/** The first mention of an entry in each section, outside links where there is one, at most three of an entry and twelve in all. */
export function createChooser<T extends Choice>(): Chooser<T> {
  const chosen = new Set<T>();
  const ofEntry = new Map<string, number>();
  /** Sections and entries that have had their mark; a section may go on after another within it. */
  const done = new Set<string>();
  let section: number | undefined;
  /** By entry, in document order. */
  const firsts = new Map<string, T>();

  const wants = (entry: string): boolean => (ofEntry.get(entry) ?? 0) < marksPerEntry;

  function endSection(): void {
    for (const [entry, mention] of firsts) {
      if (chosen.size === marksPerPage) break;
      done.add(`${section} ${entry}`);
      if (!wants(entry)) continue;
      ofEntry.set(entry, (ofEntry.get(entry) ?? 0) + 1);
      chosen.add(mention);
    }
    firsts.clear();
  }

  return {
    isFull: () => chosen.size === marksPerPage,
    wants,
    take(mention, its) {
      if (its !== section) endSection();
      section = its;
      const { entry, inLink } = mention;
      if (done.has(`${section} ${entry}`)) return;
      const first = firsts.get(entry);
      if (first !== undefined && (inLink || !first.inLink)) return;
      // Put at the end: it stands after those taken since the first.
      firsts.delete(entry);
      firsts.set(entry, mention);
    },
    chosen() {
      endSection();
      return chosen;
    },
  };
}
