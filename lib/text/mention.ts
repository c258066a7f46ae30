import type { NameForm } from '../dataset/schema.ts';
import type { Decision } from './context.ts';

/** One name of an entry in a text. `text.slice(start, end) === exact`; offsets are UTF-16. */
export interface Mention {
  entry: string;
  exact: string;
  start: number;
  end: number;
  form: NameForm;
}

/** A mention, or a name that may be one: the latter waits for its context rule. */
export interface Candidate extends Mention {
  /** Index of the context rule it waits for; -1 when it is a mention beyond doubt. */
  rule: number;
  /** A shorter name at the same place that holds if this one does not. */
  fallback?: Candidate;
}

/** What a text holds; `isOpen` where a name may start in it that goes on in the text after it. */
export interface Findings {
  readonly candidates: readonly Candidate[];
  readonly isOpen: boolean;
}

/** The language tag (`lang`) of a text, or undefined. */
export type DeclaredLanguage = () => string | undefined;

/** Finds names in texts; made once from the compiled table, which it decodes on first use. */
export interface Matcher {
  /** Gets ready in small steps; without it the first `find` does so at once. */
  prepare(): Generator<undefined, void>;
  /** Every candidate of a text, in order, none overlapping another. */
  find(text: string): readonly Candidate[];
  /** The same, and whether a name may go on in the next text whose first word is whole here. */
  findOpen(text: string): Findings;
  /**
   * Whether a text may hold a name: quickly told, and where it says no there is none. The text may be strung together from pieces that
   * are no line, so that words meet.
   */
  mayHold(text: string): boolean;
  /**
   * The mentions among `candidates`. `known` holds entries named beyond doubt elsewhere in the same page or document;
   * those of this text are taken into account by themselves. `declared` answers with the language the text is marked with, if it
   * is; it is asked only where that matters.
   */
  decide(candidates: readonly Candidate[], text: string, known: ReadonlySet<string>, declared?: DeclaredLanguage): Mention[];
  /** What decided so on each candidate. */
  explain(candidates: readonly Candidate[], text: string, known: ReadonlySet<string>, declared?: DeclaredLanguage): Decision[];
}

/** The mentions of a text on its own. */
export function findMentions(text: string, matcher: Matcher): Mention[] {
  return matcher.decide(matcher.find(text), text, new Set());
}
