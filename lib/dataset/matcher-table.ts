/** Build time: turns the names of all entries into the compact table the content script carries. */
import { fold } from './fold.ts';
import { type Dataset, type Entry, type Name, NameForm } from './schema.ts';

/** What a name can stand for: [entry index, form index, rule index or -1, exact spelling index or -1]. */
export type Reading = [entry: number, form: number, rule: number, spelling: number];

/** When a name that has other meanings counts. Numbers index `cueLists`. */
export interface ContextRule {
  cues: number[];
  notCues: number[];
  /** `near`: a cue stands within a sentence or two. `text`: anywhere, or an antidepressant is named (for add-on medicines). */
  scope: 'near' | 'text';
  /** The entry, or a member of it, being named beyond doubt elsewhere is enough (abbreviations and class names). */
  knownIsEnough: boolean;
}

/** Plain JSON; decoded by `lib/text/matcher.ts`. */
export interface MatcherTable {
  entries: string[];
  /** For each entry, the indexes of the groups it belongs to, near and far. */
  groups: number[][];
  /** Indexes of entries that treat depression: where one is named, the text speaks of treating it. */
  antidepressants: number[];
  forms: string[];
  /**
   * Folded names, sorted, one a line, front-coded: a character that says how many characters are shared with the
   * line before (its code less 48), the rest of the name, a tab, and the number of its reading set in base 36.
   */
  names: string;
  /** Nodes in the tree of names, the root included. */
  nodeCount: number;
  readingSets: Reading[][];
  spellings: string[];
  rules: ContextRule[];
  cueLists: string[][];
}

/** Gives each distinct value a number. */
class Numbering<T> {
  readonly values: T[] = [];
  readonly #numbers = new Map<string, number>();
  numberOf(value: T): number {
    const key = JSON.stringify(value);
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.values.push(value) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

const slavicEndings: Record<string, string[]> = {
  ru: ['а', 'у', 'ом', 'е', 'ы', 'ов', 'ам', 'ами', 'ах'],
  pl: ['u', 'em', 'ie', 'y', 'ami', 'ach', 'owi'],
  cs: ['u', 'em', 'y', 'ů', 'ech', 'ům'],
};
const slavicEndingsForA: Record<string, string[]> = {
  pl: ['y', 'ie', 'ę', 'ą', 'o'],
  cs: ['y', 'e', 'u', 'ou'],
  ru: ['ы', 'е', 'у', 'ой'],
};

/** A name with the spellings that mean the same: apostrophe left out, hyphen or space, "St." and "Saint", Slavic case endings. */
export function spellingVariants(name: Name): string[] {
  const variants = new Set([fold(name.text)]);
  const addEach = (change: (text: string) => string) => {
    for (const text of [...variants]) variants.add(change(text));
  };
  if (!name.case) {
    addEach((text) => text.replaceAll("'", ''));
    if (/^st\.? /.test(fold(name.text))) {
      addEach((text) => text.replace(/^st /, 'st. '));
      addEach((text) => text.replace(/^st\.? /, 'saint '));
    }
    if (name.text.length >= 8) {
      addEach((text) => text.replaceAll('-', ' '));
      if (/\d[ -]|[ -]wort/.test(fold(name.text))) addEach((text) => text.replaceAll(' ', '-'));
    }
  }
  for (const language of name.lang ?? []) {
    if (name.form !== 'translation' || name.text.length <= 7 || name.text.includes(' ')) continue;
    for (const text of [...variants]) {
      const endsInA = /[aа]$/u.test(text);
      const stem = endsInA ? text.slice(0, -1) : text;
      if (!endsInA && /[aeiouyаеиоуыэюя]$/u.test(text)) continue;
      for (const ending of (endsInA ? slavicEndingsForA : slavicEndings)[language] ?? []) variants.add(fold(stem + ending));
    }
  }
  return [...variants];
}

function frontCode(lines: [name: string, set: number][]): { names: string; nodeCount: number } {
  let previous = '';
  let nodeCount = 1;
  const coded = lines.map(([name, set]) => {
    let shared = 0;
    while (shared < previous.length && shared < name.length && previous[shared] === name[shared]) shared++;
    previous = name;
    nodeCount += name.length - shared;
    return `${String.fromCharCode(48 + shared)}${name.slice(shared)}\t${set.toString(36)}`;
  });
  return { names: coded.join('\n'), nodeCount };
}

/** The table for a dataset. `cueLists` maps the names used as `$name` in rules to their words. */
export function buildMatcherTable(dataset: Pick<Dataset, 'entries'>, cueLists: Record<string, string[]>): MatcherTable {
  const entries = dataset.entries.map((entry) => entry.id);
  const rules = new Numbering<ContextRule>();
  const cues = new Numbering<string[]>();
  const spellings = new Numbering<string>();
  const readingSets = new Numbering<Reading[]>();
  const readings = new Map<string, Reading[]>();

  const cueNumbers = (words: string[] | undefined): number[] => {
    if (!words) return [];
    const own = words.filter((word) => !word.startsWith('$')).map(fold);
    const shared = words.filter((word) => word.startsWith('$')).map((word) => (cueLists[word.slice(1)] ?? []).map(fold));
    return [...(own.length > 0 ? [own] : []), ...shared].map((list) => cues.numberOf(list));
  };
  const ruleFor = (entry: Entry, name: Name): number => {
    if (name.match === 'context')
      return rules.numberOf({
        cues: cueNumbers(name.cues),
        notCues: cueNumbers(name.notCues),
        scope: 'near',
        knownIsEnough: name.form === 'abbreviation' || name.form === 'class',
      });
    if (entry.match === 'context')
      return rules.numberOf({
        cues: cueNumbers(['$depression']),
        notCues: cueNumbers(name.notCues),
        scope: 'text',
        knownIsEnough: false,
      });
    return name.notCues
      ? rules.numberOf({ cues: [], notCues: cueNumbers(name.notCues), scope: 'near', knownIsEnough: false })
      : -1;
  };

  dataset.entries.forEach((entry, entryIndex) => {
    for (const name of entry.names) {
      if (name.match === 'never') continue;
      for (const text of spellingVariants(name)) {
        const reading: Reading = [
          entryIndex,
          NameForm.options.indexOf(name.form),
          ruleFor(entry, name),
          name.case ? spellings.numberOf(name.text) : -1,
        ];
        const known = readings.get(text) ?? [];
        // Folding makes "kétamine" and "ketamine" one: where one of them asks for context, so does the other.
        const same = known.find((other) => other[0] === entryIndex && other[3] === reading[3]);
        if (!same) readings.set(text, [...known, reading]);
        else if (same[2] < 0 && reading[2] >= 0) same[2] = reading[2];
      }
    }
  });
  const lines = [...readings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    // A reading beyond doubt is tried after those that ask for context: they are the narrower ones.
    .map(([text, set]): [string, number] => [text, readingSets.numberOf(set.toSorted((a, b) => b[2] - a[2]))]);

  const byId = new Map(dataset.entries.map((entry) => [entry.id, entry]));
  const groupsOf = (entry: Entry): string[] => (entry.drugClass ?? []).flatMap((id) => [id, ...groupsOf(byId.get(id) ?? entry)]);
  return {
    entries,
    groups: dataset.entries.map((entry) => [...new Set(groupsOf(entry))].map((id) => entries.indexOf(id))),
    antidepressants: dataset.entries.flatMap((entry, index) => (treatsDepression(entry) ? [index] : [])),
    forms: [...NameForm.options],
    ...frontCode(lines),
    readingSets: readingSets.values,
    spellings: spellings.values,
    rules: rules.values,
    cueLists: cues.values,
  };
}

const treatsDepression = (entry: Entry): boolean =>
  entry.match !== 'context' && (entry.code?.atc?.startsWith('N06A') || entry.kind === 'medicine-class') === true;
