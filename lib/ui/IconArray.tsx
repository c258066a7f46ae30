import type { JSX } from 'preact';
import type { Card } from '../dataset/schema.ts';
import { DisclosureIcon } from './icons.tsx';
import { comparatorWords, countWords, upperFirst } from './words.ts';

type Numbers = NonNullable<Card['benefits'][number]['numbers']>;

/** Side of the square each person gets, and how many stand in a row. */
const grids = {
  100: { cell: 10, columns: 20, counted: 7.5, other: 5.5 },
  1000: { cell: 4, columns: 50, counted: 3.6, other: 1.4 },
} as const;

/**
 * One sign for each person of a hundred or a thousand: a filled square for those counted, a ring (of a thousand: a dot) for the rest,
 * with it and without it on the same scale. The words beside each picture say the same.
 */
export function IconArray({
  outcome,
  numbers,
  open = false,
}: {
  outcome: string;
  numbers: Numbers;
  /** Shows the picture at once; otherwise behind a disclosure. */
  open?: boolean;
}): JSX.Element {
  const { events, comparatorEvents, per, comparator } = numbers;
  const compared = comparator !== undefined && comparatorEvents !== undefined;
  const pictures = (
    <div class="icon-arrays">
      <People name={compared ? 'With it' : 'People asked or watched'} outcome={outcome} events={events} per={per} />
      {compared ? (
        <People name={upperFirst(comparatorWords(comparator))} outcome={outcome} events={comparatorEvents} per={per} />
      ) : null}
    </div>
  );
  if (open) return pictures;
  return (
    <details class="picture">
      <summary>
        <DisclosureIcon />
        Show as a picture
      </summary>
      {pictures}
    </details>
  );
}

interface PeopleProps {
  name: string;
  outcome: string;
  events: number;
  per: Numbers['per'];
}

function People({ name, outcome, events, per }: PeopleProps): JSX.Element {
  const { cell, columns, counted, other } = grids[per];
  const [width, height] = [columns * cell, (per / columns) * cell];
  return (
    <figure class="icon-array">
      <figcaption>
        {name}: <strong>{countWords(events, per)}</strong>, and {countWords(per - events, per)} not
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${outcome}. ${name}: ${bothFrames(events, per)}.`}>
        <path
          class={per === 100 ? 'ring' : 'dot'}
          d={placesOf(events, per, (x, y) => (per === 100 ? ring : square)(x, y, other))}
        />
        <path class="counted" d={placesOf(0, events, (x, y) => square(x, y, counted))} />
      </svg>
    </figure>
  );

  /** Draws the people from one number to another, each in the middle of a square. */
  function placesOf(from: number, to: number, draw: (x: number, y: number) => string): string {
    let path = '';
    for (let person = from; person < to; person++)
      path += draw((person % columns) * cell + cell / 2, Math.floor(person / columns) * cell + cell / 2);
    return path;
  }
}

const bothFrames = (events: number, per: number): string => `${countWords(events, per)} people, the other ${per - events} not`;

const square = (x: number, y: number, size: number): string => `M${x - size / 2} ${y - size / 2}h${size}v${size}h-${size}z`;

const ring = (x: number, y: number, size: number): string =>
  `M${x - size / 2} ${y}a${size / 2} ${size / 2} 0 1 0 ${size} 0a${size / 2} ${size / 2} 0 1 0-${size} 0z`;
