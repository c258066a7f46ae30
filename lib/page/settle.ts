/** From candidates to mentions: what can be seen, what is meant, which are marked. */
import type { Candidate, Matcher, Mention } from '../text/mention.ts';
import { elementAround, type Found, type MentionIndex, nodesOf, type Passage } from './mention-index.ts';
import type { Pace } from './pace.ts';
import { linkSelector } from './tags.ts';
import { closestAcross, isTextShown } from './visibility.ts';

type Steps<T> = Generator<undefined, T, undefined>;

export interface Decider {
  /** The mentions of all passages, in order. Passages already decided are not decided again unless the page now says more. */
  decideAll(pace: Pace): Steps<Found[]>;
  /** Looks again at candidates that could not be seen; true when some can now. */
  lookAgain(): boolean;
  /** Passages that hold a candidate which can't be seen. */
  hidden(): Passage[];
}

export function createDecider(index: MentionIndex, matcher: Matcher): Decider {
  /** Entries named beyond doubt on the page. */
  let known: ReadonlySet<string> = new Set();
  let nextKey = 1;

  function founds(passage: Passage, shown: readonly Candidate[], before: readonly Found[] | undefined): Found[] {
    const declared = (): string | undefined =>
      closestAcross(elementAround(passage.nodes[0] as Text), '[lang]')?.getAttribute('lang') ?? undefined;
    return matcher.decide(shown, passage.text, known, declared).map((mention) => {
      const same = before?.find((one) => one.start === mention.start && one.end === mention.end);
      return same?.mention.entry === mention.entry ? same : toFound(passage, mention);
    });
  }

  function toFound(passage: Passage, { entry, exact, form, start, end }: Mention): Found {
    const first = nodesOf(passage, { start, end })[0] as Text;
    const inLink = closestAcross(elementAround(first), linkSelector) !== undefined;
    return { mention: { key: nextKey++, entry, exact, form, inLink }, passage, start, end };
  }

  const isHidden = (passage: Passage): boolean =>
    passage.shown !== undefined && passage.shown.length < passage.candidates.length && !passage.dropped;

  return {
    *decideAll(pace) {
      const sure = new Set<string>();
      for (const passage of index.passages) {
        if (passage.dropped) continue;
        if (passage.shown === undefined) {
          passage.shown = shownOf(passage);
          if (pace.isDue()) yield;
        }
        for (const candidate of passage.shown) if (candidate.rule < 0) sure.add(candidate.entry);
      }
      const more = sure.size !== known.size || [...sure].some((entry) => !known.has(entry));
      known = sure;
      const all: Found[] = [];
      // A list of its own: the index may change while this waits.
      for (const passage of [...index.passages]) {
        const { shown } = passage;
        if (passage.dropped || shown === undefined) continue;
        if (passage.found === undefined || (more && shown.some(isUnsure))) {
          passage.found = founds(passage, shown, passage.found);
          if (pace.isDue()) yield;
        }
        for (const found of passage.found) all.push(found);
      }
      return all.filter((found) => !found.passage.dropped);
    },
    lookAgain() {
      let changed = false;
      for (const passage of index.passages) {
        if (!isHidden(passage)) continue;
        const shown = shownOf(passage);
        if (shown.length === passage.shown?.length) continue;
        passage.shown = shown;
        passage.found = undefined;
        changed = true;
      }
      return changed;
    },
    hidden: () => index.passages.filter(isHidden),
  };
}

const isUnsure = (candidate: Candidate): boolean => candidate.rule >= 0;

function shownOf(passage: Passage): readonly Candidate[] {
  /** Most candidates of a passage stand in the same text. */
  const shown = new Map<Text, boolean>();
  const isTextSeen = (text: Text): boolean => {
    const is = shown.get(text) ?? isTextShown(text);
    shown.set(text, is);
    return is;
  };
  return passage.candidates.filter((candidate) => nodesOf(passage, candidate).every(isTextSeen));
}
