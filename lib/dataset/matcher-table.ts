/** Build time: turns the names of all entries into the compact table the content script carries. */
import { fold } from './fold.ts';
import { joinNames, splitNames } from './name-list.ts';
import { type Dataset, type Entry, type Name, NameForm } from './schema.ts';

/**
 * Names of one entry that are read alike: form index, the names, rule index (-1: beyond doubt), and index in `endings` of
 * what may stand between a name and the end of its word. The last two are left out where they are -1 and 0.
 *
 * Names are folded, sorted and listed; see `name-list.ts`. A name with a capital letter counts in that casing only.
 */
export type NameGroup = [form: number, names: string, rule?: number, endings?: number];

/** When a name that has other meanings counts. Numbers index `cueLists`. */
export interface ContextRule {
  cues: number[];
  notCues?: number[];
  /**
   * Where a cue has to stand. `near`: within a sentence or two, or the entry's own name does. `text`: anywhere in the text,
   * or an antidepressant is named (for add-on medicines). `none`: no cue is needed.
   */
  scope: 'near' | 'text' | 'none';
  /** The entry, or a member of it, being named beyond doubt elsewhere is enough (abbreviations and class names). */
  knownIsEnough?: true;
}

/** Plain JSON; decoded by `lib/text/matcher.ts`. */
export interface MatcherTable {
  entries: string[];
  /** For each entry, the indexes of the groups it belongs to, near and far. */
  groups: number[][];
  forms: string[];
  /** For each entry. */
  names: NameGroup[][];
  /** Characters of all names together. */
  size: number;
  /** Endings that belong to a name, folded; the first list is the usual one: nothing, or a plural s. */
  endings: string[][];
  rules: ContextRule[];
  /** Folded words, parted by `|`; a trailing `*` allows any ending. */
  cueLists: string[];
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

const usualEndings = ['', 's'];

/** Case endings of names that end in a consonant, and of those that end in a, by language. */
const caseEndings: Record<string, { consonant: string[]; a: string[] }> = {
  ru: { consonant: ['', 'а', 'у', 'ом', 'е', 'ы', 'ов', 'ам', 'ами', 'ах'], a: ['а', 'ы', 'е', 'у', 'ой'] },
  pl: { consonant: ['', 'u', 'em', 'ie', 'y', 'ami', 'ach', 'owi'], a: ['a', 'y', 'ie', 'ę', 'ą', 'o'] },
  cs: { consonant: ['', 'u', 'em', 'y', 'ů', 'ech', 'ům'], a: ['a', 'y', 'e', 'u', 'ou'] },
};

/** A folded name with the spellings that mean the same: apostrophe left out, "St." and "Saint". Hyphen or space is settled while reading. */
function spellingVariants(name: Name): string[] {
  const variants = new Set([fold(name.text)]);
  const addEach = (change: (text: string) => string) => {
    for (const text of [...variants]) variants.add(change(text));
  };
  if (!name.case) {
    addEach((text) => text.replaceAll("'", ''));
    addEach((text) => text.replace(/^st\.? /, 'st. '));
    addEach((text) => text.replace(/^st\. /, 'saint '));
    addEach((text) => text.replace(/^st\. /, 'st '));
  }
  return [...variants];
}

/** The stem of a translation in a language with case endings, and those endings; undefined for other names. */
function inflected(name: Name, text: string, language: string): { stem: string; endings: string[] } | undefined {
  const known = caseEndings[language];
  // Short names are too like other words once they are cut.
  if (!known || name.form !== 'translation' || text.length <= 7 || text.includes(' ')) return undefined;
  if (/[aа]$/u.test(text)) return { stem: text.slice(0, -1), endings: known.a.map(fold) };
  return /[eiouyеиоуыэюя]$/u.test(text) ? undefined : { stem: text, endings: known.consonant.map(fold) };
}

/** The table for a dataset. `cueLists` maps the names used as `$name` in rules to their words. */
export function buildMatcherTable(dataset: Pick<Dataset, 'entries'>, cueLists: Record<string, string[]>): MatcherTable {
  const entries = dataset.entries.map((entry) => entry.id);
  const rules = new Numbering<ContextRule>();
  const cues = new Numbering<string>();
  const endings = new Numbering<string[]>();
  endings.numberOf(usualEndings);

  const cueNumbers = (words: string[] | undefined, entry?: Entry): number[] => {
    if (!words) return [];
    // The entry's own name nearby always speaks for a name in context; saying so again would only take room.
    const isOwnName = (word: string) =>
      entry?.names.some((name) => !name.match && fold(name.text).startsWith(word.replace('*', '')));
    const own = words.filter((word) => !word.startsWith('$') && !isOwnName(fold(word))).map(fold);
    const shared = words.filter((word) => word.startsWith('$')).map((word) => (cueLists[word.slice(1)] ?? []).map(fold));
    return [...(own.length > 0 ? [own] : []), ...shared].map((list) => cues.numberOf(list.join('|')));
  };
  const against = (name: Name) => (name.notCues ? { notCues: cueNumbers(name.notCues) } : {});
  const ruleFor = (entry: Entry, name: Name): number => {
    if (name.match === 'context')
      return rules.numberOf({
        cues: cueNumbers(name.cues, entry),
        scope: 'near',
        ...against(name),
        ...(name.form === 'abbreviation' || name.form === 'class' ? { knownIsEnough: true } : {}),
      });
    if (entry.match === 'context')
      return rules.numberOf({
        cues: cueNumbers(['$depression']),
        scope: 'text',
        ...against(name),
      });
    return name.notCues ? rules.numberOf({ cues: [], scope: 'none', ...against(name) }) : -1;
  };

  const names = dataset.entries.map((entry) => {
    /** By folded text and endings: folding makes "kétamine" and "ketamine" one. */
    const readings = new Map<string, { text: string; form: number; rule: number; ending: number }>();
    for (const name of entry.names) {
      if (name.match === 'never') continue;
      const add = (text: string, wordEndings: string[]) => {
        const reading = {
          text,
          form: NameForm.options.indexOf(name.form),
          rule: ruleFor(entry, name),
          ending: endings.numberOf(wordEndings),
        };
        const key = `${text} ${reading.ending}`;
        const known = readings.get(key);
        // Where one of two names that read alike asks for context, so does the other.
        if (!known) readings.set(key, reading);
        else if (known.rule < 0) known.rule = reading.rule;
      };
      for (const text of name.case ? [name.text] : spellingVariants(name)) {
        add(text, usualEndings);
        for (const language of name.lang ?? []) {
          const cases = inflected(name, text, language);
          if (cases) add(cases.stem, cases.endings);
        }
      }
    }
    /** A form that another name and its endings already stand for. */
    const isCovered = (one: { text: string; rule: number; ending: number }): boolean =>
      readings
        .values()
        .some(
          (other) =>
            one.ending === 0 &&
            other.rule === one.rule &&
            other.text !== one.text &&
            one.text.startsWith(other.text) &&
            endings.values[other.ending]?.includes(one.text.slice(other.text.length)) === true,
        );
    const needed = readings.values().filter((reading) => !isCovered(reading));
    const alike = Map.groupBy(needed, ({ form, rule, ending }) => `${form} ${rule} ${ending}`);
    return [...alike.values()].map((group): NameGroup => {
      const { form = 0, rule = -1, ending = 0 } = group[0] ?? {};
      const list = joinNames(group.map(({ text }) => text).sort(), entry.id);
      if (ending > 0) return [form, list, rule, ending];
      return rule >= 0 ? [form, list, rule] : [form, list];
    });
  });

  const byId = new Map(dataset.entries.map((entry) => [entry.id, entry]));
  const groupsOf = (entry: Entry): string[] => (entry.drugClass ?? []).flatMap((id) => [id, ...groupsOf(byId.get(id) ?? entry)]);
  return {
    entries,
    groups: dataset.entries.map((entry) => [...new Set(groupsOf(entry))].map((id) => entries.indexOf(id))),
    forms: [...NameForm.options],
    names,
    size: dataset.entries.flatMap(({ id }, i) => (names[i] ?? []).flatMap(([, list]) => splitNames(list, id))).join('').length,
    endings: endings.values,
    rules: rules.values,
    cueLists: cues.values,
  };
}
