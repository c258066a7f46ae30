/** Decides names that have other meanings, by the words around them and by what else the text names. */
import { fold } from '../dataset/fold.ts';
import type { ContextRule, MatcherTable } from '../dataset/matcher-table.ts';
import type { Candidate, Mention } from './mention.ts';

/** How far cues may stand from a name, in UTF-16 code units: about two sentences for it, half a sentence against it. */
const NEAR = 200;
const AGAINST = 60;

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** One expression for a list of folded cue words; `*` at the end of a word allows any ending. */
export function cueExpression(words: readonly string[]): RegExp {
  const parts = words.map((word) => (word.endsWith('*') ? `${escaped(word.slice(0, -1))}[\\p{L}\\p{M}]*` : escaped(word)));
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${parts.join('|')})(?![\\p{L}\\p{N}_])`, 'u');
}

/** The group whose members treat depression: where one is named, the text speaks of treating it. */
const antidepressants = 'antidepressants';

type Judge = (candidates: readonly Candidate[], text: string, known: ReadonlySet<string>) => Mention[];

/** The function behind `Matcher.decide`. */
export function createJudge(table: Pick<MatcherTable, 'rules' | 'cueLists' | 'entries' | 'groups'>): Judge {
  const expressions: (RegExp | undefined)[] = [];
  const groupsOf = new Map(
    table.entries.map((entry, index) => [entry, (table.groups[index] ?? []).map((group) => table.entries[group] as string)]),
  );
  /** Entries named beyond doubt, and the groups they belong to. */
  const withGroups = (entries: Iterable<string>): Set<string> => {
    const all = new Set(entries);
    for (const entry of [...all]) for (const group of groupsOf.get(entry) ?? []) all.add(group);
    return all;
  };

  const has = (lists: readonly number[], folded: string): boolean =>
    lists.some((list) => {
      expressions[list] ??= cueExpression((table.cueLists[list] ?? '').split('|'));
      return (expressions[list] as RegExp).test(folded);
    });

  const around = (text: string, candidate: Candidate, reach: number) =>
    // The name itself is left out, so that "depression tablets" is not its own cue.
    fold(
      `${text.slice(Math.max(0, candidate.start - reach), candidate.start)} \u0001 ${text.slice(candidate.end, candidate.end + reach)}`,
    );

  /** @param beside candidates of the same text that are beyond doubt */
  function holds(
    rule: ContextRule,
    candidate: Candidate,
    text: string,
    known: ReadonlySet<string>,
    beside: readonly Candidate[],
  ): boolean {
    if (rule.notCues) {
      const sentence = fold(text.slice(Math.max(0, candidate.start - AGAINST), candidate.end + AGAINST));
      if (has(rule.notCues, sentence)) return false;
    }
    if (rule.scope === 'none') return true;
    if (rule.scope === 'text') {
      // `known` holds the groups of what is named.
      if (known.has(antidepressants)) return true;
      return has(rule.cues, around(text, candidate, text.length));
    }
    return (
      (rule.knownIsEnough && known.has(candidate.entry)) ||
      beside.some((other) => other.entry === candidate.entry && distance(other, candidate) <= NEAR) ||
      has(rule.cues, around(text, candidate, NEAR))
    );
  }

  return (candidates, text, elsewhere) => {
    if (candidates.every((candidate) => candidate.rule < 0)) return candidates.map(asMention);
    const beside = candidates.filter((candidate) => candidate.rule < 0);
    const known = withGroups([...elsewhere, ...beside.map((candidate) => candidate.entry)]);
    const mentions: Mention[] = [];
    for (const candidate of candidates) {
      let reading: Candidate | undefined = candidate;
      while (reading && reading.rule >= 0 && !holds(table.rules[reading.rule] as ContextRule, reading, text, known, beside))
        reading = reading.fallback;
      if (reading) mentions.push(asMention(reading));
    }
    return mentions;
  };
}

const distance = (one: Mention, other: Mention): number => Math.max(one.start - other.end, other.start - one.end);

const asMention = ({ entry, exact, start, end, form }: Candidate): Mention => ({ entry, exact, start, end, form });
