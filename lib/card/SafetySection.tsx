import type { JSX } from 'preact';
import type { CardData } from '../dataset/card-data.ts';
import type { Card, Seriousness } from '../dataset/schema.ts';
import { Citations, type Cites, StatementText } from '../ui/StatementText.tsx';
import { groupWords, seriousnessWords } from '../ui/words.ts';
import { safetyLines } from './summaries.ts';

const bySeriousness: readonly Seriousness[] = ['serious', 'moderate', 'minor', 'unknown'];
const stoppingLines: readonly string[] = ['noSuddenStop', 'dependenceHelp'];

/** Fixed strings first, then cautions by seriousness, urgent signs, stopping, groups, questions, other options. */
export function SafetySection({ data, cites, level = 4 }: { data: CardData; cites: Cites; level?: 3 | 4 }): JSX.Element {
  const Heading = `h${level}` as const;
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
      {card ? <Cautions cautions={card.cautions} cites={cites} level={level} /> : null}
      {card?.urgentSigns ? (
        <div class="urgent">
          <Heading>Get help now for</Heading>
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
      {card ? <MoreSafety card={card} cites={cites} level={level} /> : null}
    </>
  );
}

function Cautions({ cautions, cites, level }: { cautions: Card['cautions']; cites: Cites; level: 3 | 4 }): JSX.Element {
  const Heading = `h${level}` as const;
  return (
    <>
      {bySeriousness.map((seriousness) => {
        const same = cautions.filter((caution) => caution.seriousness === seriousness);
        if (same.length === 0) return null;
        return (
          <div key={seriousness} class="cautions">
            <Heading>{seriousnessWords[seriousness]}</Heading>
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

function MoreSafety({ card, cites, level }: { card: Card; cites: Cites; level: 3 | 4 }): JSX.Element {
  const Heading = `h${level}` as const;
  return (
    <>
      {card.stopping?.length ? (
        <>
          <Heading>Stopping</Heading>
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
          <Heading>{groupWords[group]}</Heading>
          <p>
            <StatementText statement={statement} sources={sources} cites={cites} />
          </p>
        </div>
      ))}
      <Heading>Other options</Heading>
      <p>
        <StatementText statement={card.otherOptions.statement} sources={card.otherOptions.sources} cites={cites} />
      </p>
      <Heading>Questions to ask a pharmacist or doctor</Heading>
      <ul>
        {card.questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </>
  );
}
