/** The small card: read in five seconds. */
import type { JSX } from 'preact';
import type { CardData } from '../dataset/card-data.ts';
import { EvidenceGlance } from '../ui/EvidenceColumns.tsx';
import { type Cites, StatementText } from '../ui/StatementText.tsx';
import { sentences } from '../ui/sentences.ts';
import { claimWords, firstSentence, legalSummary, lowerFirst, mixCertaintyWords, mixSeriousnessWords } from '../ui/words.ts';
import { safetyText } from './summaries.ts';

interface PeekProps {
  data: CardData;
  cites: Cites;
  /** Leads to the mixes. */
  onWhy(): void;
  /** Leads to what is known of a claim. */
  onClaim(): void;
}

export function PeekBody({ data, cites, onWhy, onClaim }: PeekProps): JSX.Element {
  const noSuddenStop = safetyText(data, 'noSuddenStop');
  const [claim] = data.claims;
  return (
    <div class="body">
      <p class="lead">
        {(data.card?.peek ?? [data.whatItIs]).map(({ statement, sources }, i) => (
          <span key={statement}>
            {i > 0 ? ' ' : null}
            <StatementText statement={statement} sources={sources} cites={cites} />
          </span>
        ))}
      </p>
      {data.isCrisisNear ? <p class="crisis">{safetyText(data, 'crisisLine')}</p> : null}
      {data.card ? <EvidenceGlance card={data.card} /> : null}
      <AlertRow data={data} onWhy={onWhy} />
      {claim ? (
        <div class="alert about-claim">
          <p>
            <strong>A claim near this word:</strong> {lowerFirst(claimWords[claim.rating])}.
          </p>
          <button type="button" class="act" aria-label="About it: the claim" onClick={onClaim}>
            About it
          </button>
        </div>
      ) : null}
      {noSuddenStop ? <p class="stop">{firstSentence(noSuddenStop)}</p> : null}
      {data.card ? null : (
        <>
          {data.legal.length > 0 ? <p class="fact">{legalSummary(data.legal[0], data.place)}</p> : null}
          <NotWritten />
        </>
      )}
    </div>
  );
}

/** Says what is missing, so that a short card is not taken for the whole of what is known. */
export function NotWritten(): JSX.Element {
  return <p class="quiet">{sentences.notWritten}</p>;
}

/** The most serious mix of this page, in one row. */
export function AlertRow({ data, onWhy }: { data: CardData; onWhy?: () => void }): JSX.Element | null {
  const [alert, ...more] = data.alerts;
  if (!alert) return null;
  return (
    <div class="alert">
      <p>
        <strong>
          Also on this page: <bdi>{alert.withEntry.name}</bdi>.
        </strong>{' '}
        If you take both, {mixSeriousnessWords[alert.seriousness]}. {mixCertaintyWords[alert.certainty]}
        {more.length > 0 ? ` ${more.length} more ${more.length === 1 ? 'mix' : 'mixes'}.` : ''}
      </p>
      {onWhy ? (
        <button type="button" class="act" aria-label={`Why: the mix with ${alert.withEntry.name}`} onClick={onWhy}>
          Why
        </button>
      ) : null}
    </div>
  );
}
