import type { JSX } from 'preact';
import type { InteractionAlert } from '../dataset/card-data.ts';
import { CertaintyMeter } from '../ui/CertaintyMeter.tsx';
import { type Cites, StatementText } from '../ui/StatementText.tsx';
import { seriousnessWords } from '../ui/words.ts';

/** Mixes of entries named on this page. How serious and how sure are two things, and stand apart. */
export function MixesSection({ alerts, cites }: { alerts: readonly InteractionAlert[]; cites: Cites }): JSX.Element {
  return (
    <>
      {alerts.map((alert) => (
        <div key={alert.id} class="mix">
          <h4>
            With <bdi>{alert.withEntry.name}</bdi>
          </h4>
          <dl class="axes">
            <div>
              <dt>How serious</dt>
              <dd>{seriousnessWords[alert.seriousness]}</dd>
            </div>
            <div>
              <dt>How sure</dt>
              <dd>
                <CertaintyMeter certainty={alert.certainty} gradedBy={alert.gradedBy} long />
              </dd>
            </div>
          </dl>
          <p>
            <StatementText statement={alert.consequences} sources={alert.sources} cites={cites} />
          </p>
          <p>
            <strong>Why:</strong> {alert.mechanism}
          </p>
          <p>
            <strong>How often:</strong> {alert.frequency}
          </p>
          <p class="stop">{alert.action}</p>
        </div>
      ))}
    </>
  );
}
