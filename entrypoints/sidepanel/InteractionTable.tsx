import type { InteractionAlert } from '../../lib/dataset/card-data.ts';
import { CertaintyMeter } from '../../lib/ui/CertaintyMeter.tsx';
import { type Cites, StatementText } from '../../lib/ui/StatementText.tsx';
import { seriousnessWords } from '../../lib/ui/words.ts';
import { useFirstRows } from '../popup/first-rows.tsx';

/** Rows shown before the reader asks for all. */
const rowsAtFirst = 8;

/** Every mix: how serious and how sure are two columns, since they are two things. */
export function InteractionTable({ rows, cites }: { rows: readonly InteractionAlert[]; cites: Cites }) {
  const { shown, more } = useFirstRows(rows, rowsAtFirst, 'mixes');
  return (
    <>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">With</th>
            <th scope="col">How serious</th>
            <th scope="col">How sure</th>
          </tr>
        </thead>
        {shown.map((row) => (
          <tbody key={row.id}>
            <tr>
              <th scope="row">
                <bdi>{row.withEntry.name}</bdi>
              </th>
              <td>{seriousnessWords[row.seriousness]}</td>
              <td>
                <CertaintyMeter certainty={row.certainty} gradedBy={row.gradedBy} />
              </td>
            </tr>
            <tr class="words">
              <td colSpan={3}>
                <p>
                  <StatementText statement={row.consequences} sources={row.sources} cites={cites} />
                </p>
                <details>
                  <summary>Why, how often, where to ask</summary>
                  <p>
                    <strong>Why:</strong> {row.mechanism}
                  </p>
                  <p>
                    <strong>How often:</strong> {row.frequency}
                  </p>
                  <p>{row.action}</p>
                </details>
              </td>
            </tr>
          </tbody>
        ))}
      </table>
      {more}
    </>
  );
}
