import type { JSX } from 'preact';
import type { NumberedSource } from '../dataset/card-data.ts';
import type { Citation } from '../dataset/schema.ts';

/** The sources of a card, and what to do when a reader asks for one. */
export interface Cites {
  sources: readonly NumberedSource[];
  /** Shows the source with this number. */
  onCite(number: number): void;
}

/** The numbers of the sources a sentence rests on, in order. */
function numbersOf(sources: readonly Citation[], cites: Cites): number[] {
  const ids = new Set(sources.map(({ id }) => id));
  return cites.sources.filter(({ source }) => ids.has(source.id)).map(({ number }) => number);
}

function Cite({ number, cites }: { number: number; cites: Cites }): JSX.Element {
  return (
    <button type="button" class="cite" aria-label={`Source ${number}`} onClick={() => cites.onCite(number)}>
      {number}
    </button>
  );
}

/** Superscript source numbers; each leads to its source. */
export function Citations({ sources, cites }: { sources: readonly Citation[]; cites: Cites }): JSX.Element {
  return (
    <>
      {numbersOf(sources, cites).map((number) => (
        <Cite key={number} number={number} cites={cites} />
      ))}
    </>
  );
}

/** A statement and the numbers of its sources; the numbers keep to the last word, as far as a narrow column allows. */
export function StatementText({
  statement,
  sources,
  cites,
}: {
  statement: string;
  sources: readonly Citation[];
  cites: Cites;
}): JSX.Element {
  const lastWordAt = statement.lastIndexOf(' ') + 1;
  const numbers = numbersOf(sources, cites);
  const cite = (number: number) => <Cite key={number} number={number} cites={cites} />;
  return (
    <>
      {statement.slice(0, lastWordAt)}
      <span class="last">
        {statement.slice(lastWordAt)}
        {numbers.slice(0, 4).map(cite)}
      </span>
      {numbers.slice(4).map(cite)}
    </>
  );
}
