import type { JSX } from 'preact';
import type { LegalRow } from '../dataset/card-data.ts';
import { Citations, type Cites } from './StatementText.tsx';
import { sentences } from './sentences.ts';
import { confidenceWords, dateWords, legalStatusWords } from './words.ts';

/** What the law says where the reader lives. A rule checked too long ago keeps its place and sources and loses its verdict. */
export function LegalRows({ rows, place, cites }: { rows: readonly LegalRow[]; place: string; cites: Cites }): JSX.Element {
  if (rows.length === 0)
    return (
      <p>
        We hold no rule for <bdi>{place}</bdi>. That does not mean there is none.
      </p>
    );
  return (
    <ul class="legal">
      {rows.map((row) => (
        <li key={row.id}>
          <p class="place">
            <bdi>{row.place}</bdi>
            {row.age === 'hidden' ? null : <span class="status">{legalStatusWords[row.status]}</span>}
          </p>
          {row.via ? (
            <p class="meta">
              Rule for: <bdi>{row.via}</bdi>
            </p>
          ) : null}
          <p>
            {row.age === 'hidden' ? sentences.oldLaw : row.statement}
            <Citations sources={row.sources} cites={cites} />
          </p>
          <p class="meta">
            {row.age === 'hidden'
              ? `Last checked ${dateWords(row.asOf)}.`
              : `As of ${dateWords(row.asOf)}. ${confidenceWords[row.confidence]}.`}
            {row.age === 'may-have-changed' ? <strong> {sentences.lawMayHaveChanged}</strong> : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
