import type { JSX } from 'preact';
import type { ClaimNote } from '../dataset/card-data.ts';
import { type Cites, StatementText } from './StatementText.tsx';
import { claimWords, monthWords } from './words.ts';

/**
 * What is known of a claim: the fact first, then the claim once, and the words of the page that were taken for it. Where no page is
 * spoken of, the title is the claim, and the label stands before it.
 */
export function ClaimBlock({
  claim,
  title,
  cites,
  onWrong,
}: {
  claim: ClaimNote;
  title: string;
  cites: Cites;
  onWrong?: () => void;
}): JSX.Element {
  const { text, exact, rating, explanation, asOf } = claim;
  return (
    <div class="claim">
      <h3>
        {exact === undefined ? null : `${title} `}
        <span class="verdict">{claimWords[rating]}</span>
        {exact === undefined ? ` ${title}` : null}
      </h3>
      <p>
        <StatementText statement={explanation.statement} sources={explanation.sources} cites={cites} />
      </p>
      {exact === undefined ? (
        <p class="meta">As of {monthWords(asOf)}.</p>
      ) : (
        <p class="meta">
          The claim: {text} As of {monthWords(asOf)}. The page: <q>{shorten(exact)}</q>
        </p>
      )}
      {onWrong ? (
        <button type="button" class="act" onClick={onWrong}>
          Wrong match?
        </button>
      ) : null}
    </div>
  );
}

/** A page's sentence can be a paragraph. */
const shorten = (sentence: string): string => (sentence.length > 160 ? `${sentence.slice(0, 160).trimEnd()}…` : sentence);
