import type { JSX } from 'preact';
import type { CardData } from '../dataset/card-data.ts';
import type { Card, Seriousness } from '../dataset/schema.ts';
import { Citations, type Cites, StatementText } from '../ui/StatementText.tsx';
import { groupWords, seriousnessWords } from '../ui/words.ts';
import { safetyLines } from './summaries.ts';

const bySeriousness: readonly Seriousness[] = ['serious', 'moderate', 'minor', 'unknown'];
const stoppingLines: readonly string[] = ['noSuddenStop', 'dependenceHelp'];

/** Fixed strings first, then cautions by seriousness, urgent signs, stopping, groups, questions, other options. */
export function SafetySection({ data, cites }: { data: CardData; cites: Cites }): JSX.Element {
  const lines = safetyLines(data);
  const { card } = data;
  return (
    <>
      {lines
        .filter(({ id }) => stoppingLines.includes(id))
        .map(({ id, text }) => (
          <p key={id} class="stop">
            {text}
          </p>
        ))}
      {card ? <Cautions cautions={card.cautions} cites={cites} /> : null}
      {card?.urgentSigns ? (
        <div class="urgent">
          <h4>Get help now for</h4>
          <ul>
            {card.urgentSigns.signs.map((sign, i, { length }) => (
              <li key={sign}>
                {sign}
                {i === length - 1 ? <Citations sources={card.urgentSigns?.sources ?? []} cites={cites} /> : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <ul class="plain">
        {lines
          .filter(({ id }) => !stoppingLines.includes(id))
          .map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
      </ul>
      {card ? <MoreSafety card={card} cites={cites} /> : null}
    </>
  );
}

function Cautions({ cautions, cites }: { cautions: Card['cautions']; cites: Cites }): JSX.Element {
  return (
    <>
      {bySeriousness.map((seriousness) => {
        const same = cautions.filter((caution) => caution.seriousness === seriousness);
        if (same.length === 0) return null;
        return (
          <div key={seriousness} class="cautions">
            <h4>{seriousnessWords[seriousness]}</h4>
            <ul>
              {same.map(({ statement, sources }) => (
                <li key={statement}>
                  <StatementText statement={statement} sources={sources} cites={cites} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}

function MoreSafety({ card, cites }: { card: Card; cites: Cites }): JSX.Element {
  return (
    <>
      {card.stopping?.length ? (
        <>
          <h4>Stopping</h4>
          <ul>
            {card.stopping.map(({ statement, sources }) => (
              <li key={statement}>
                <StatementText statement={statement} sources={sources} cites={cites} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {(card.groups ?? []).map(({ group, statement, sources }) => (
        <div key={statement}>
          <h4>{groupWords[group]}</h4>
          <p>
            <StatementText statement={statement} sources={sources} cites={cites} />
          </p>
        </div>
      ))}
      <h4>Other options</h4>
      <p>
        <StatementText statement={card.otherOptions.statement} sources={card.otherOptions.sources} cites={cites} />
      </p>
      <h4>Questions to ask a pharmacist or doctor</h4>
      <ul>
        {card.questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </>
  );
}
