/** What the background hands to a card: one entry with everything it cites, resolved for the reader's region and day. */
import type {
  Card,
  Certainty,
  Citation,
  Claim,
  Entry,
  LegalStatus,
  SafetyStringId,
  Seriousness,
  Source,
  Statement,
} from './schema.ts';

/** The words a mention stands among; `text.slice(start, end)` is the mention. A card is asked for with them, since they may hold a claim. */
export interface NearText {
  text: string;
  start: number;
  end: number;
}

/** A source with the number its superscript shows; numbers follow the order of first use on the card. */
export interface NumberedSource {
  number: number;
  /** How it was seen, the strongest way of all its uses on this card. */
  seen: Citation['seen'];
  source: Source;
}

/** A pair of entries named on the same page. */
export interface InteractionAlert {
  id: string;
  /** The other entry's id and name. */
  withEntry: { id: string; name: string };
  seriousness: Seriousness;
  certainty: Certainty;
  gradedBy: string;
  consequences: string;
  mechanism: string;
  frequency: string;
  /** Fixed safety string, already filled in. */
  action: string;
  sources: Citation[];
}

/** A statement people make, and what is known of it. */
export interface ClaimNote {
  id: string;
  /** The claim, in our words. */
  text: string;
  /** The page's own sentence; left out where no page is spoken of. */
  exact?: string;
  rating: Claim['reviewRating'];
  explanation: Statement;
  asOf: string;
}

export interface LegalRow extends LegalStatus {
  /** "Ohio, US". */
  place: string;
  /** Name of the entry or class the rule is written for, where that is not the card's own. */
  via?: string;
  /**
   * `fresh`; `may-have-changed` (over 90 days old); `hidden`: the verdict is withheld (over 180 days, 45 where rules
   * move fast, five years for whether a licensed medicine needs a prescription).
   */
  age: 'fresh' | 'may-have-changed' | 'hidden';
}

export interface CardData {
  id: string;
  name: string;
  kind: Entry['kind'];
  type: string;
  /** Brands sold in the reader's country first; at most four. */
  brands: string[];
  whatItIs: Statement;
  /** Groups it belongs to, nearest first, with the sentence that says what each is. */
  classes: { id: string; name: string; whatItIs: Statement }[];
  approval?: Entry['approval'];
  /** Absent while the entry has no full card yet: show the short card. */
  card?: Card;
  /** Interactions with other entries named on this page, most serious first. */
  alerts: InteractionAlert[];
  /** Claims made in the text around the mention. */
  claims: ClaimNote[];
  /** Rules that hold where the reader lives: the nearest place first, then the country. */
  legal: LegalRow[];
  /** The reader's region, as a name: "Ohio, US". */
  place: string;
  /** Fixed strings this card carries, filled in for the reader's country, in the order to show them. */
  safety: { id: SafetyStringId; text: string }[];
  /** The text around the mention speaks of suicide or self-harm. */
  isCrisisNear: boolean;
  sources: NumberedSource[];
  /** `due`: its review date has passed; `old`: by a year or more. */
  freshness: 'fresh' | 'due' | 'old';
  lastReviewed: string;
  nextReview: string;
  clinicalReview: Entry['clinicalReview'];
}
