/** The small card: read in five seconds. */
import type { JSX } from 'preact';
import type { CardData } from '../dataset/card-data.ts';
import { EvidenceGlance } from '../ui/EvidenceColumns.tsx';
import { type Cites, StatementText } from '../ui/StatementText.tsx';
import { firstSentence, legalSummary, mixCertaintyWords, mixSeriousnessWords } from '../ui/words.ts';
import { safetyText } from './summaries.ts';

export function PeekBody({ data, cites, onWhy }: { data: CardData; cites: Cites; onWhy(): void }): JSX.Element {
  const noSuddenStop = safetyText(data, 'noSuddenStop');
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
      {data.card ? <EvidenceGlance card={data.card} /> : null}
      <AlertRow data={data} onWhy={onWhy} />
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
  return <p class="quiet">We have not written the full card for this one yet. It may have benefits and harms not shown here.</p>;
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
