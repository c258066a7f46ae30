/** Build time: turns the names of all entries into the compact table the content script carries. */
import { toAscii } from './ascii.ts';
import { fold } from './fold.ts';
import { inflectionOf } from './inflection.ts';
import { isInOtherScript, type NameGroup, writeGroups } from './name-list.ts';
import { eachVariant, isOneEditApart, isTolerant, OPENING_LENGTH, SKETCH_BITS, windowOf } from './one-edit.ts';
import { type Dataset, type Entry, type Name, NameForm } from './schema.ts';
import { type SpelledName, wordsLikeNames } from './words-like-names.ts';

/** When a name that has other meanings counts. Numbers index `cueLists`. */
export interface ContextRule {
  cues: number[];
  notCues?: number[];
  /** Words that tell, where the name stands as titles do, that it is in one. */
  titleCues?: number[];
  /**
   * Where a cue has to stand. `near`: within a sentence or two, or the entry's own name does. `text`: anywhere in the text,
   * or an antidepressant is named (for add-on medicines). `none`: no cue is needed.
   */
  scope: 'near' | 'text' | 'none';
  /** Languages whose text it counts in; in others it means something else. */
  languages?: string[];
  /** The entry, or a member of it, being named beyond doubt elsewhere is enough (abbreviations and class names). */
  knownIsEnough?: true;
}

/** Plain JSON; decoded by `lib/text/name-tree.ts`. */
export interface MatcherTable {
  entries: string[];
  /** For each entry, the indexes of the groups it belongs to, near and far. */
  groups: number[][];
  forms: string[];
  /** For each entry those in Latin letters, as `name-list.ts` writes them. */
  names: string[];
  /** And those in others, as `ascii.ts` writes them. */
  otherNames: string[];
  /** Characters of all names together. */
  size: number;
  /** Words parted by `|` that are one letter away from a long name and mean something else. */
  notMisspelled: string;
  /** Lists of endings that belong to names, folded, parted by `|`; the first is the usual one: nothing, or a plural s. */
  endings: string[];
  rules: ContextRule[];
  /** Folded words, parted by `|`; a trailing `*` allows any ending. As `ascii.ts` writes them. */
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
    if (/^[A-Z]{4,5}$/.test(name.text)) {
      const dotted = `${[...fold(name.text)].join('.')}.`;
      for (const text of [dotted, `${dotted}s`]) variants.add(text);
    }
  }
  return [...variants];
}

/** How hashtags write the names of plants and products: "StJohnsWort", "redbali". */
function writtenTogether({ kind }: Entry, { text, lang, match }: Name): string[] {
  if (lang || match || kind === 'medicine' || kind === 'medicine-class' || !/^\S+(?: \S+){1,2}$/.test(text)) return [];
  const together = fold(text).replace(/[^\p{L}\p{N}]/gu, '');
  return together.length >= 7 ? [together] : [];
}

/** The languages whose endings a name takes; undefined for those of names that belong to none. */
function languagesOf({ lang, form, match }: Name): readonly (string | undefined)[] {
  if (lang) return lang;
  const isOfAll = form === 'name' || form === 'alias' || form === 'misspelling';
  return form === 'brand' || (match === undefined && isOfAll) ? [undefined] : [];
}

/** The words that `$name` stands for: `$medicine` for those of all languages, since a name is read in texts of any. */
const listsFor = (name: string, cueLists: Record<string, string[]>): string[][] =>
  Object.entries(cueLists).flatMap(([key, words]) =>
    key === name || (name === 'medicine' && key.startsWith('medicine-')) ? [words] : [],
  );

/** A name while the table is made. */
interface NameReading {
  text: string;
  form: number;
  rule: number;
  endings: Set<string>;
  isStrict: boolean;
}

/** What is little known is misspelled less often than it is like other words. */
const isStrict = ({ card }: Entry, { form, countries, status }: Name): boolean =>
  card === undefined || form === 'alias' || (form === 'brand' && !(status === 'current' && countries?.includes('US')));

const MISSPELLING = NameForm.options.indexOf('misspelling');

/** Whether another name stands for this one already, with an ending. */
function isInflected(one: NameReading, readings: ReadonlyMap<string, NameReading>): boolean {
  if (![...one.endings].every((ending) => usualEndings.includes(ending))) return false;
  return readings
    .values()
    .some(
      ({ text, form, rule, endings }) =>
        text !== one.text &&
        (form !== MISSPELLING || one.form === MISSPELLING) &&
        rule === one.rule &&
        one.text.startsWith(text) &&
        /[\p{L}*]$/u.test(text) &&
        endings.has(one.text.slice(text.length)),
    );
}

/** Whether a word starts as a name does, or as it does with one letter wrong. */
function startsAlike(word: string, name: string): boolean {
  const window = windowOf(word);
  if (window >>> SKETCH_BITS === windowOf(name) >>> SKETCH_BITS) return true;
  if (name.length <= OPENING_LENGTH) return false;
  let isAlike = false;
  eachVariant(name, (variant) => {
    isAlike ||= variant === window;
  });
  return isAlike;
}

/** Whether a listed misspelling is found without being listed: it is one letter away from a long name. */
function isTolerated({ text, form, rule }: NameReading, other: NameReading): boolean {
  if (
    form !== MISSPELLING ||
    rule >= 0 ||
    !/^\p{L}+$/u.test(text) ||
    other.form === MISSPELLING ||
    other.rule >= 0 ||
    other.isStrict
  )
    return false;
  if (!startsAlike(text, other.text)) return false;
  const endings = [...other.endings];
  return isTolerant(other.text, endings) && endings.some((ending) => isOneEditApart(text, other.text + ending));
}

const spelledNames = (groups: readonly NameGroup[], endings: readonly string[][]): SpelledName[] =>
  groups.flatMap(({ names, form, rule, endings: ending, isStrict: strict }) =>
    names.map((name) => ({
      name,
      endings: endings[ending] as string[],
      isTolerated: rule < 0 && !strict && form !== MISSPELLING && isTolerant(name, endings[ending] as string[]),
    })),
  );

/** Names that are alike stand together, which compresses better. */
const compareGroups = (one: NameGroup, other: NameGroup): number =>
  one.form - other.form || ((one.names[0] ?? '') < (other.names[0] ?? '') ? -1 : 1);

/**
 * The table for a dataset. `cueLists` maps the names used as `$name` in rules to their words; `otherWords` (folded) are words that
 * mean something else than a name, however like one they are.
 */
export function buildMatcherTable(
  dataset: Pick<Dataset, 'entries'>,
  cueLists: Record<string, string[]>,
  otherWords: ReadonlySet<string> = new Set(),
): MatcherTable {
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
    const shared = words.filter((word) => word.startsWith('$')).flatMap((word) => listsFor(word.slice(1), cueLists));
    return [...(own.length > 0 ? [own] : []), ...new Set(shared)].map((list) => cues.numberOf(list.map(fold).join('|')));
  };
  const against = (name: Name) => ({
    ...(name.notCues ? { notCues: cueNumbers(name.notCues) } : {}),
    ...(name.inTitles ? { titleCues: cueNumbers(['$title']) } : {}),
  });
  const ruleFor = (entry: Entry, name: Name): number => {
    if (name.match === 'context')
      return rules.numberOf({
        cues: cueNumbers(name.form === 'brand' ? [...(name.cues ?? []), '$medicine'] : name.cues, entry),
        scope: 'near',
        ...against(name),
        ...(name.lang ? { languages: name.lang } : {}),
        ...(name.form === 'abbreviation' || name.form === 'class' ? { knownIsEnough: true } : {}),
      });
    if (entry.match === 'context')
      return rules.numberOf({
        cues: cueNumbers(['$depression']),
        scope: 'text',
        ...against(name),
      });
    return name.notCues || name.inTitles ? rules.numberOf({ cues: [], scope: 'none', ...against(name) }) : -1;
  };

  /** One rule for a name that has two: what speaks for either speaks for it. */
  const merged = (one: number, other: number): number => {
    const [a, b] = [rules.values[one], rules.values[other]];
    if (!a || !b || one === other) return a ? one : other;
    const { languages: _, ...rest } = a;
    return rules.numberOf({
      ...rest,
      cues: [...new Set([...a.cues, ...b.cues])],
      ...(a.notCues || b.notCues ? { notCues: [...new Set([...(a.notCues ?? []), ...(b.notCues ?? [])])] } : {}),
      ...(a.languages && b.languages ? { languages: [...new Set([...a.languages, ...b.languages])] } : {}),
    });
  };

  const groups = dataset.entries.map((entry) => {
    /** By folded text: folding makes "kétamine" and "ketamine" one, and languages share stems. */
    const readings = new Map<string, NameReading>();
    for (const name of entry.names) {
      if (name.match === 'never') continue;
      const form = NameForm.options.indexOf(name.form);
      const rule = ruleFor(entry, name);
      const add = (text: string, wordEndings: readonly string[]) => {
        const known = readings.get(text);
        // A stem is no misspelling of its own name.
        if (!known || known.form === MISSPELLING)
          readings.set(text, { text, form, rule, endings: new Set(wordEndings), isStrict: isStrict(entry, name) });
        else if (form !== MISSPELLING || known.rule >= 0 || !isTolerant(text, [...known.endings])) {
          for (const ending of wordEndings) known.endings.add(ending);
          // Where one of two names that read alike asks for context, so does the other.
          known.rule = merged(known.rule, rule);
        }
      };
      for (const text of name.case ? [name.text] : [...spellingVariants(name), ...writtenTogether(entry, name)]) {
        add(text, usualEndings);
        for (const language of languagesOf(name)) {
          const cases = inflectionOf(text, language);
          const own = cases?.endings.filter((ending) => !otherWords.has(cases.stem + ending)) ?? [];
          if (cases && own.length > 1) add(cases.stem, own);
        }
      }
    }
    const stems = [...readings.values()].filter((reading) => !isInflected(reading, readings));
    const needed = stems.filter((reading) => otherWords.has(reading.text) || !stems.some((other) => isTolerated(reading, other)));
    const alike = Map.groupBy(
      needed,
      ({ text, form, rule, endings: own, isStrict: strict }) =>
        `${isInOtherScript(text)} ${form} ${rule} ${[...own].sort().join()} ${strict}`,
    );
    const groupOf = (group: readonly NameReading[]): NameGroup => {
      const { form = 0, rule = -1, endings: own = [], isStrict: strict = false } = group[0] ?? {};
      const texts = group.map(({ text }) => text).sort();
      return { names: texts, form, rule, endings: endings.numberOf([...own].sort()), isStrict: strict };
    };
    return [...alike.values()].map(groupOf).sort(compareGroups);
  });

  const namesIn = (otherScripts: boolean): string[] =>
    groups.map((own, at) => {
      const its = own.filter(({ names: [first = ''] }) => isInOtherScript(first) === otherScripts);
      return writeGroups(its, entries[at] as string);
    });

  const notMisspelled = wordsLikeNames(spelledNames(groups.flat(), endings.values), otherWords);
  const byId = new Map(dataset.entries.map((entry) => [entry.id, entry]));
  const groupsOf = (entry: Entry): string[] => (entry.drugClass ?? []).flatMap((id) => [id, ...groupsOf(byId.get(id) ?? entry)]);
  return {
    entries,
    groups: dataset.entries.map((entry) => [...new Set(groupsOf(entry))].map((id) => entries.indexOf(id))),
    forms: [...NameForm.options],
    names: namesIn(false),
    otherNames: namesIn(true).map(toAscii),
    size: groups.flatMap((own) => own.flatMap(({ names }) => names)).join('').length,
    notMisspelled: notMisspelled.join('|'),
    endings: endings.values.map((list) => list.join('|')),
    rules: rules.values,
    cueLists: cues.values.map(toAscii),
  };
}
