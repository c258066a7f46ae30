/** From candidates to mentions: what can be seen, what is meant. */
import type { Candidate, Matcher, Mention } from '../text/mention.ts';
import { elementAround, type MentionIndex } from './mention-index.ts';
import type { Pace, Steps } from './pace.ts';
import { areSameNames, Found, type Naming, nodesOf, type Passage, textOf } from './passage.ts';
import { eachOf } from './slices.ts';
import { linkSelector } from './tags.ts';
import { type Cutting, closestAcross, isTextShown } from './visibility.ts';

/** Passages that are looked at or decided in one step of work. */
const passageStride = 4;
/** Pages write a few names many times; so many ways of writing them are kept once. */
const namingLimit = 500;

export interface Decider {
  /** The mentions of all passages, in order. Passages already decided are not decided again unless the page now says more. */
  decideAll(pace: Pace): Steps<Found[]>;
  /** Looks again at what can be seen; true when something has been shown or hidden. */
  lookAgain(pace: Pace): Steps<boolean>;
  /** Has a passage looked at and decided again. */
  reconsider(passage: Passage): void;
}

export function createDecider(index: MentionIndex, matcher: Matcher): Decider {
  /** Entries named beyond doubt on the page. */
  let known: ReadonlySet<string> = new Set();
  const undecided = new WeakSet<Passage>();
  const namings = new Map<string, Naming>();
  let nextKey = 1;

  function founds(passage: Passage, shown: readonly Candidate[], before: readonly Found[] | undefined): Found[] {
    const declared = (): string | undefined =>
      closestAcross(elementAround(passage.nodes[0] as Text), '[lang]')?.getAttribute('lang') ?? undefined;
    return matcher.decide(shown, textOf(passage), known, declared).map((mention) => {
      const found = toFound(passage, mention);
      return before?.find((one) => isSame(one, found)) ?? found;
    });
  }

  function toFound(passage: Passage, mention: Mention): Found {
    const first = nodesOf(passage, mention)[0] as Text;
    const inLink = closestAcross(elementAround(first), linkSelector) !== undefined;
    return new Found(nextKey++, keptOnce(mention), inLink, passage, mention.start);
  }

  function keptOnce({ entry, exact, form }: Mention): Naming {
    const known = namings.get(exact);
    if (known?.entry === entry && known.form === form) return known;
    if (namings.size === namingLimit) namings.clear();
    const naming = { entry, exact, form };
    namings.set(exact, naming);
    return naming;
  }

  return {
    *decideAll(pace) {
      // A list of its own: the index may change while this waits.
      const passages = [...index.passages];
      const sure = new Set<string>();
      const cutting: Cutting = [];
      const look = (passage: Passage): void => {
        if (!passage.dropped) passage.shown ??= shownOf(passage, cutting);
      };
      yield* eachOf(passages, pace, look, passageStride);
      yield* eachOf(passages, pace, ({ dropped, shown }) => {
        if (!dropped) for (const { rule, entry } of shown ?? []) if (rule < 0) sure.add(entry);
      });
      const more = sure.size !== known.size || [...sure].some((entry) => !known.has(entry));
      known = sure;
      const decide = (passage: Passage): void => {
        const { dropped, shown, found } = passage;
        if (dropped || shown === undefined) return;
        if (found !== undefined && !undecided.has(passage) && !(more && shown.some(isUnsure))) return;
        undecided.delete(passage);
        const mentions = founds(passage, shown, found);
        passage.found = mentions;
        // Mentions are sure: where they are what was found they take its place, and nothing else on the page changes what comes of it.
        if (shown !== passage.candidates || !areSameNames(mentions, shown)) return;
        passage.candidates = mentions;
        passage.shown = mentions;
      };
      yield* eachOf(passages, pace, decide, passageStride);
      const all: Found[] = [];
      yield* eachOf(passages, pace, ({ found }) => {
        for (const one of found ?? []) all.push(one);
      });
      return all.filter(({ passage }) => !passage.dropped);
    },
    *lookAgain(pace) {
      let changed = false;
      const cutting: Cutting = [];
      const look = (passage: Passage): void => {
        if (passage.dropped || passage.shown === undefined) return;
        const shown = shownOf(passage, cutting);
        if (shown.length !== passage.shown.length || shown.some((candidate, at) => candidate !== passage.shown?.[at])) {
          passage.shown = shown;
          undecided.add(passage);
          changed = true;
        }
      };
      yield* eachOf([...index.passages], pace, look, passageStride);
      return changed;
    },
    reconsider(passage) {
      passage.shown = undefined;
      undecided.add(passage);
    },
  };
}

const isSame = (one: Found, other: Found): boolean =>
  one.start === other.start && one.end === other.end && one.entry === other.entry && one.inLink === other.inLink;

const isUnsure = (candidate: Candidate): boolean => candidate.rule >= 0;

/** The very list where all can be seen: most can, and a copy of each would be kept. */
function shownOf(passage: Passage, cutting: Cutting): readonly Candidate[] {
  /** Most candidates of a passage stand in the same text. */
  const shown = new Map<Text, boolean>();
  const isTextSeen = (text: Text): boolean => {
    const is = shown.get(text) ?? isTextShown(text, cutting);
    shown.set(text, is);
    return is;
  };
  const isShown = (candidate: Candidate): boolean => nodesOf(passage, candidate).every(isTextSeen);
  return passage.candidates.every(isShown) ? passage.candidates : passage.candidates.filter(isShown);
}
