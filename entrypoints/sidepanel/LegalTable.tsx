import type { LegalRow } from '../../lib/dataset/card-data.ts';
import { Citations, type Cites } from '../../lib/ui/StatementText.tsx';
import { sentences } from '../../lib/ui/sentences.ts';
import { confidenceWords, dateWords, legalStatusWords } from '../../lib/ui/words.ts';

/** The law of all other places, folded. A rule checked too long ago keeps its row and sources and loses its verdict. */
export function LegalTable({ rows, cites }: { rows: readonly LegalRow[]; cites: Cites }) {
  return (
    <details class="elsewhere">
      <summary>Rules elsewhere ({rows.length})</summary>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">Status</th>
            <th scope="col">As of</th>
          </tr>
        </thead>
        {rows.map((row) => (
          <tbody key={row.id}>
            <tr>
              <th scope="row">
                <bdi>{row.place}</bdi>
              </th>
              <td>{row.age === 'hidden' ? 'Needs a new check' : legalStatusWords[row.status]}</td>
              <td>{dateWords(row.asOf)}</td>
            </tr>
            <tr class="words">
              <td colSpan={3}>
                <p>
                  {row.via ? `For ${row.via}: ` : ''}
                  {row.age === 'hidden' ? sentences.oldLaw : `${row.statement} ${confidenceWords[row.confidence]}.`}
                  {row.age === 'may-have-changed' ? <strong> {sentences.lawMayHaveChanged}</strong> : null}
                  <Citations sources={row.sources} cites={cites} />
                </p>
              </td>
            </tr>
          </tbody>
        ))}
      </table>
    </details>
  );
}
