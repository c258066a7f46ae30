import type { JSX } from 'preact';
import type { NumberedSource } from '../dataset/card-data.ts';
import type { Citation } from '../dataset/schema.ts';
import { sourceWords } from './words.ts';

/** The sources of a card, and what to do when a reader asks for one. */
export interface Cites {
  sources: readonly NumberedSource[];
  /** Shows the source with this number. */
  onCite(number: number): void;
}

/** The sources a sentence rests on, in the order of their numbers. */
function sourcesOf(sources: readonly Citation[], cites: Cites): NumberedSource[] {
  const ids = new Set(sources.map(({ id }) => id));
  return cites.sources.filter(({ source }) => ids.has(source.id));
}

/** A quiet number; resting on it, or coming to it by key, shows what the source is. */
function Cite({ cited, cites }: { cited: NumberedSource; cites: Cites }): JSX.Element {
  const { number, source } = cited;
  return (
    <span class="cited">
      <button type="button" class="cite" aria-label={`Source ${number}`} onClick={() => cites.onCite(number)}>
        {number}
      </button>
      <span class="source-note">
        <bdi>{source.title}</bdi>
        <span class="meta">{sourceWords(cited)}</span>
      </span>
    </span>
  );
}

/** Superscript source numbers; each leads to its source. */
export function Citations({ sources, cites }: { sources: readonly Citation[]; cites: Cites }): JSX.Element {
  return (
    <>
      {sourcesOf(sources, cites).map((cited) => (
        <Cite key={cited.number} cited={cited} cites={cites} />
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
  const cited = sourcesOf(sources, cites);
  const cite = (one: NumberedSource) => <Cite key={one.number} cited={one} cites={cites} />;
  return (
    <>
      {statement.slice(0, lastWordAt)}
      <span class="last">
        {statement.slice(lastWordAt)}
        {cited.slice(0, 4).map(cite)}
      </span>
      {cited.slice(4).map(cite)}
    </>
  );
}
