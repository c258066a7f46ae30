/**
 * The names of one entry as one string, which compresses better than lists in JSON. Groups are parted by `;`. In a group, names and, last,
 * its numbers are parted by `|`: form, rule, endings and whether it is strict, the last ones left out where they are -1, 0 and 0. The entry's
 * own id, where it is a name, is written `=`.
 */

/** Names of one entry that are read alike. A name with a capital letter counts in that casing only; all others are folded. */
export interface NameGroup {
  names: readonly string[];
  /** Index in the table's `forms`. */
  form: number;
  /** Index in `rules`; -1 for names beyond doubt. */
  rule: number;
  /** Index in `endings`: what may stand between a name and the end of its word. */
  endings: number;
  /** Whether long names count only as they are spelled. */
  isStrict: boolean;
}

const ownId = '=';

export function writeGroups(groups: readonly NameGroup[], entry: string): string {
  const written = groups.map(({ names, form, rule, endings, isStrict }) => {
    const numbers = isStrict ? [form, rule, endings, 1] : endings > 0 ? [form, rule, endings] : rule >= 0 ? [form, rule] : [form];
    return [...names.map((name) => (name === entry ? ownId : name)), numbers.join(' ')].join('|');
  });
  return written.join(';');
}

/** A group as it was read. */
export interface ReadGroup extends NameGroup {
  /** Where its first name stands in what is written. */
  start: number;
}

export function readGroups(written: string, entry: string): ReadGroup[] {
  let at = 0;
  return written.split(';').map((group) => {
    const start = at;
    at += group.length + 1;
    const names = group.split('|');
    const numbers = readNumbers(names.pop() ?? '');
    const own = names.indexOf(ownId);
    if (own >= 0) names[own] = entry;
    return { names, start, ...numbers };
  });
}

/** Whether a name counts in its own casing only. */
export const isExact = (name: string): boolean => name !== name.toLowerCase();

/** How far the next name of a group stands behind this one. */
export const writtenLength = (name: string, entry: string): number => (name === entry ? ownId : name).length + 1;

/** The name that stands at a place. */
export function readName(written: string, place: number, entry: string): string {
  const name = written.slice(place, written.indexOf('|', place));
  return name === ownId ? entry : name;
}

/** What is said of the group of the name at a place, and where that ends. */
export function readGroupOf(written: string, place: number): Omit<NameGroup, 'names'> & { end: number } {
  const next = written.indexOf(';', place);
  const end = next < 0 ? written.length : next;
  return { end, ...readNumbers(written.slice(written.lastIndexOf('|', end - 1) + 1, end)) };
}

function readNumbers(numbers: string): Omit<NameGroup, 'names'> {
  const [form = 0, rule = -1, endings = 0, strict] = numbers.split(' ').map(Number);
  return { form, rule, endings, isStrict: strict === 1 };
}

/** Where scripts other than Latin begin. */
export const OTHER_SCRIPTS = 0x370;

/** Whether a name starts in another script than Latin. */
export const isInOtherScript = (name: string): boolean => name.charCodeAt(0) >= OTHER_SCRIPTS;
