/** Decides names that have other meanings, by the words around them and by what else the text names. */
import { fromAscii } from '../dataset/ascii.ts';
import { fold } from '../dataset/fold.ts';
import type { MatcherTable } from '../dataset/matcher-table.ts';
import { isContinuous } from './characters.ts';
import { mayHaveEnding, withEnding } from './endings.ts';
import { mayBeSpelledOut, otherExpansion } from './expansion.ts';
import { languageOf } from './language.ts';
import type { Candidate, DeclaredLanguage, Mention } from './mention.ts';

/** How far cues may stand from a name, in UTF-16 code units: about two sentences for it, half a sentence against it. */
const NEAR = 200;
const AGAINST = 60;
/** How near another name in doubt has to stand to speak for it. */
const BESIDE = 60;
/** Numbers that antidepressants are sold in, in milligrams. */
const strength =
  /^ (?:(?:XR|XL|SR|ER|CR|retard) )?(?:5|7[,.]5|10|15|20|25|30|37[,.]5|40|45|50|60|75|100|150|200|225|300)(?![\p{L}\p{N}.,:/-]|\s*(?:%|€|\$|£|metres|km|people))/u;

const startsContinuous = (word: string): boolean => isContinuous(word.charCodeAt(0));
const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('#', '\\d+');

/**
 * A letter or digit of folded text: none of the usual signs of the scripts our texts are in, no footnote figure, no emoji. With `\p{L}`
 * instead, the expressions of all claims take a second to compile.
 */
const inWord = '[\\wß-\u037d\u0388-\u0588\u05d0-\u05f2\u0620-\u1fff\u3041-\ud7ff]';

/** One expression for a list of folded cue words; `*` at the end of a word allows any ending, `#` is a number. */
export function cueExpression(words: readonly string[]): RegExp {
  // Scripts without spaces have no edges of words to look for.
  const [continuous, spaced] = [words.filter(startsContinuous), words.filter((word) => !startsContinuous(word))];
  const parts = spaced.map((word) => (word.endsWith('*') ? `${escaped(word.slice(0, -1))}${inWord}*` : escaped(word)));
  const alternatives = [...continuous.map(escaped)];
  if (parts.length > 0) alternatives.push(`(?<!${inWord})(?:${parts.join('|')})(?!${inWord})`);
  return new RegExp(alternatives.join('|'), 'u');
}

/** The group whose members treat depression: where one is named, the text speaks of treating it. */
const antidepressants = 'antidepressants';

/** What was made of one candidate, and by what. */
export interface Decision {
  candidate: Candidate;
  holds: boolean;
  /**
   * `certain`: the name has no other meaning; `cue` and `against`: a word near it speaks for or against it; `named`: its entry is
   * named beyond doubt near it or elsewhere, or another antidepressant beside it; `strength`: a number follows that medicines are
   * sold in; `treatment`: the text names a treatment of depression; `language`: the text is in a
   * language in which it means something else; `alone`: nothing speaks for it.
   */
  reason: 'certain' | 'cue' | 'against' | 'named' | 'strength' | 'treatment' | 'language' | 'alone';
  /** The word that spoke, or the language. */
  word?: string;
}

/** The decisions on all candidates of a text and their fallbacks, and the mentions that come of them. */
type Judge = (
  candidates: readonly Candidate[],
  text: string,
  known: ReadonlySet<string>,
  declared?: DeclaredLanguage,
) => { mentions: Mention[]; decisions: Decision[] };

/** Two abbreviations of classes, or two sorts of the same thing ("red vein", "green vein"), are seldom both something else. */
const supportEachOther = (one: Mention, other: Mention): boolean =>
  one.form === other.form && (one.form === 'abbreviation' || (one.form === 'alias' && one.entry === other.entry));

/**
 * Whether a name is a mention, just as it stands, whatever else the text says, and what comes after it. `offset` is where what it was found
 * in starts in `text`.
 */
export const standsByItself = ({ rule, form, start, end }: Candidate, text: string, offset = 0): boolean =>
  rule < 0 &&
  !mayHaveEnding(text, offset + end) &&
  (form !== 'abbreviation' || !mayBeSpelledOut(text, offset + start, offset + end));

/** The function behind `Matcher.decide` and `Matcher.explain`. */
export function createJudge(table: Pick<MatcherTable, 'rules' | 'cueLists' | 'entries' | 'groups'>): Judge {
  const expressions: (RegExp | undefined)[] = [];
  const groupsOf = new Map(
    table.entries.map((entry, index) => [entry, (table.groups[index] ?? []).map((group) => table.entries[group] as string)]),
  );
  const treatsDepression = (entry: string): boolean =>
    entry === antidepressants || groupsOf.get(entry)?.includes(antidepressants) === true;
  /** Entries named beyond doubt, and the groups they belong to. */
  const withGroups = (entries: Iterable<string>): Set<string> => {
    const all = new Set(entries);
    for (const entry of [...all]) for (const group of groupsOf.get(entry) ?? []) all.add(group);
    return all;
  };

  const cueIn = (lists: readonly number[], folded: string): string | undefined => {
    for (const list of lists) {
      expressions[list] ??= cueExpression(fromAscii(table.cueLists[list] ?? '').split('|'));
      const match = expressions[list]?.exec(folded);
      if (match) return match[0];
    }
    return undefined;
  };

  const around = (text: string, candidate: Candidate, reach: number) =>
    // The name itself is left out, so that "depression tablets" is not its own cue.
    fold(
      `${text.slice(Math.max(0, candidate.start - reach), candidate.start)} \u0001 ${text.slice(candidate.end, candidate.end + reach)}`,
    );

  /**
   * @param candidates all of the same text
   * @param sure those of them that need no cue
   */
  function decisionOn(
    candidate: Candidate,
    text: string,
    known: ReadonlySet<string>,
    candidates: readonly Candidate[],
    sure: ReadonlySet<Candidate>,
    language: () => string | undefined,
  ): Decision {
    const rule = table.rules[candidate.rule];
    const decide = (holds: boolean, reason: Decision['reason'], word?: string): Decision => ({
      candidate,
      holds,
      reason,
      ...(word === undefined ? {} : { word }),
    });
    const other = candidate.form === 'abbreviation' ? otherExpansion(text, candidate.start, candidate.end) : undefined;
    if (other !== undefined) return decide(false, 'against', other);
    if (!rule) return decide(true, 'certain');
    const against =
      (rule.notCues && cueIn(rule.notCues, sentenceAround(text, candidate))) ??
      (rule.titleCues && standsAsTitle(text, candidate)
        ? (cueIn(rule.titleCues, sentenceAround(text, candidate)) ??
          nextToTitle.exec(text.slice(candidate.end, candidate.end + AGAINST))?.[0])
        : undefined);
    if (against !== undefined) return decide(false, 'against', against);
    if (rule.scope === 'none') return decide(true, 'certain');
    if (rule.scope === 'text') {
      // `known` holds the groups of what is named.
      if (known.has(antidepressants)) return decide(true, 'treatment');
      const cue = cueIn(rule.cues, around(text, candidate, text.length));
      return cue === undefined ? decide(false, 'alone') : decide(true, 'cue', cue);
    }
    if (rule.languages) {
      const own = language();
      if (own !== undefined && !rule.languages.includes(own)) return decide(false, 'language', own);
    }
    if (
      (rule.knownIsEnough && known.has(candidate.entry)) ||
      candidates.some(
        (other) =>
          other.exact !== candidate.exact &&
          distance(other, candidate) <= (sure.has(other) ? NEAR : supportEachOther(other, candidate) ? BESIDE : -1) &&
          (other.entry === candidate.entry || (treatsDepression(candidate.entry) && treatsDepression(other.entry))),
      )
    )
      return decide(true, 'named');
    if (candidate.form === 'brand' && strength.test(text.slice(candidate.end, candidate.end + 12)))
      return decide(true, 'strength');
    const cue = cueIn(rule.cues, around(text, candidate, NEAR));
    return cue === undefined ? decide(false, 'alone') : decide(true, 'cue', cue);
  }

  return (candidates, text, elsewhere, declared) => {
    let told: string | undefined;
    const language = (): string | undefined => {
      told ??= declared?.()?.split('-')[0]?.toLowerCase() || languageOf(text) || '';
      return told || undefined;
    };
    const nothing: ReadonlySet<never> = new Set();
    const needsNoCue = (candidate: Candidate): boolean => (table.rules[candidate.rule]?.scope ?? 'none') === 'none';
    /** Nothing else in the text changes these. */
    const settled = new Map(
      candidates.filter(needsNoCue).map((one) => [one, decisionOn(one, text, nothing, [], nothing, language)] as const),
    );
    const sure = new Set(candidates.filter((one) => settled.get(one)?.holds));
    const known = withGroups([...elsewhere, ...[...sure].map(({ entry }) => entry)]);
    const mentions: Mention[] = [];
    const decisions: Decision[] = [];
    for (const candidate of candidates) {
      for (let reading: Candidate | undefined = candidate; reading; reading = reading.fallback) {
        const decision = settled.get(reading) ?? decisionOn(reading, text, known, candidates, sure, language);
        decisions.push(decision);
        if (!decision.holds) continue;
        mentions.push(withEnding(asMention(reading), text, language));
        break;
      }
    }
    return { mentions, decisions };
  };
}

const sentenceEnd = /[.!?]\s+(?=\p{Lu})/u;

/** What stands near a name in its own sentence, folded, with the name. */
function sentenceAround(text: string, { start, end, exact }: Mention): string {
  const before =
    text
      .slice(Math.max(0, start - AGAINST), start)
      .split(sentenceEnd)
      .at(-1) ?? '';
  const after = text.slice(end, end + AGAINST).split(sentenceEnd)[0] ?? '';
  return fold(before + exact + after);
}

/** The end of one title and the start of another in a list of them. */
const nextToTitle = /[”"»’],? (?:[\p{L}]{1,3} )?[„"«“‘]/u;

/** Whether a name stands in quotation marks with other words, or before another word with a capital letter. */
function standsAsTitle(text: string, { start, end }: Mention): boolean {
  if (/^\s\p{Lu}\p{Ll}/u.test(text.slice(end, end + 3)) || /\bband\s$/i.test(text.slice(Math.max(0, start - 6), start)))
    return true;
  const opened = /["“„«‘][^"“”„«»]{0,60}$/u.exec(text.slice(Math.max(0, start - 61), start));
  const closed = /^[^"“”„«»]{0,60}["”“»’]/u.exec(text.slice(end, end + 61));
  return opened !== null && closed !== null && opened[0].length + closed[0].length > 3;
}

const distance = (one: Mention, other: Mention): number => Math.max(one.start - other.end, other.start - one.end);

const asMention = ({ entry, exact, start, end, form }: Candidate): Mention => ({ entry, exact, start, end, form });
