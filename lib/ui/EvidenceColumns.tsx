import type { JSX } from 'preact';
import type { Card } from '../dataset/schema.ts';
import { CertaintyMeter } from './CertaintyMeter.tsx';
import { IconArray } from './IconArray.tsx';
import { type Cites, StatementText } from './StatementText.tsx';
import { countWords, numbersWords, otherFrameWords, upperFirst } from './words.ts';

type Finding = Card['benefits'][number];
type Numbers = NonNullable<Finding['numbers']>;
type Side = 'help' | 'harm';

const headings: Record<Side, string> = { help: 'May help', harm: 'May harm' };

/** The first benefit and the first harm, side by side and of equal weight. */
export function EvidenceGlance({ card }: { card: Card }): JSX.Element {
  const [benefit, harm] = glancePair(card);
  return (
    <div class="sides" style={{ '--rows': '3' }}>
      {benefit ? <Glance side="help" finding={benefit} /> : null}
      {harm ? <Glance side="harm" finding={harm} /> : null}
    </div>
  );
}

/**
 * The benefit and the harm shown side by side: the first of each with counts where both have some, else the first without
 * where both have such, so that neither side looks better proven than it is.
 */
export function glancePair({ benefits, harms }: Card): [Finding | undefined, Finding | undefined] {
  for (const counted of [true, false]) {
    const fits = ({ numbers }: Finding) => (numbers !== undefined) === counted;
    const [benefit, harm] = [benefits.find(fits), harms.find(fits)];
    if (benefit && harm) return [benefit, harm];
  }
  return [benefits[0], harms[0]];
}

function Glance({ side, finding }: { side: Side; finding: Finding }): JSX.Element {
  return (
    <div class={`side ${side}`}>
      <h3>{headings[side]}</h3>
      <p>
        {finding.outcome}
        {finding.numbers ? <span class="numbers">{numbersWords(finding.numbers)}</span> : null}
      </p>
      <CertaintyMeter certainty={finding.certainty} gradedBy={finding.gradedBy} />
    </div>
  );
}

interface ColumnsProps {
  card: Card;
  cites: Cites;
  /** Shows counts as pictures at once; otherwise each is behind a disclosure. */
  pictures?: boolean;
  /** Of the headings. */
  level?: 3 | 4;
}

/** Every benefit and every harm in two columns with the same number of rows. */
export function EvidenceColumns({ card, pictures = false, level = 4, cites }: ColumnsProps): JSX.Element {
  const rows = Math.max(card.benefits.length, card.harms.length);
  const same = { rows, cites, pictures, level };
  return (
    <div class="sides whole" style={{ '--rows': String(rows + 1) }}>
      <Column side="help" findings={card.benefits} {...same} />
      <Column side="harm" findings={card.harms} {...same} />
    </div>
  );
}

function Column({
  side,
  findings,
  rows,
  cites,
  pictures,
  level,
}: {
  side: Side;
  findings: readonly Finding[];
  rows: number;
  cites: Cites;
  pictures: boolean;
  level: 3 | 4;
}): JSX.Element {
  const Heading = `h${level}` as const;
  return (
    <div class={`side ${side}`}>
      <Heading>{headings[side]}</Heading>
      {findings.map((finding) => (
        <FindingRow key={finding.outcome} finding={finding} side={side} cites={cites} pictures={pictures} level={level} />
      ))}
      {findings.length < rows ? <p class="none">Nothing more here.</p> : null}
    </div>
  );
}

interface FindingRowProps {
  finding: Finding;
  side: Side;
  cites: Cites;
  pictures: boolean;
  level: 3 | 4;
}

function FindingRow({ finding, side, cites, pictures, level }: FindingRowProps): JSX.Element {
  const Heading = level === 3 ? 'h4' : 'h5';
  const { numbers } = finding;
  const otherFrame = numbers && side === 'harm' && !saysOtherFrame(finding.statement, numbers) ? otherFrameWords(numbers) : '';
  return (
    <div class="finding">
      <Heading>{finding.outcome}</Heading>
      {numbers && !pictures ? <Bars numbers={numbers} /> : null}
      <p>
        <StatementText statement={finding.statement} sources={finding.sources} cites={cites} />
      </p>
      {numbers ? (
        <p class="meta">
          {otherFrame ? `${otherFrame} ` : ''}
          {upperFirst(numbers.timeSpan)}; {numbers.population}.
        </p>
      ) : null}
      <CertaintyMeter certainty={finding.certainty} gradedBy={finding.gradedBy} long />
      {numbers ? <IconArray outcome={finding.outcome} numbers={numbers} open={pictures} /> : null}
    </div>
  );
}

const saysOtherFrame = (statement: string, { events, per }: Numbers): boolean => statement.includes(` ${per - events} `);

/** People of each hundred, with it and without, on one scale. The words carry it; the bars only show it. */
function Bars({ numbers }: { numbers: Numbers }): JSX.Element {
  const { events, comparatorEvents, per, comparator } = numbers;
  return (
    <dl class="bars">
      <Bar name={comparator ? 'With it' : 'People'} events={events} per={per} />
      {comparator && comparatorEvents !== undefined ? <Bar name={comparator} events={comparatorEvents} per={per} /> : null}
    </dl>
  );
}

function Bar({ name, events, per }: { name: string; events: number; per: number }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{countWords(events, per)}</dd>
      <dd class="bar" aria-hidden="true">
        {events > 0 ? <span style={{ inlineSize: `${(100 * events) / per}%` }} /> : null}
      </dd>
    </div>
  );
}
