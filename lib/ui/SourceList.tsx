import type { JSX, RefObject } from 'preact';
import type { NumberedSource } from '../dataset/card-data.ts';
import { sourceUrl, sourceWords } from './words.ts';

/** The numbered sources of a card: what each is, how it was seen, and where to read it. */
export function SourceList({
  sources,
  shown,
  shownRef,
}: {
  sources: readonly NumberedSource[];
  /** Number of the source a reader asked for. */
  shown?: number | undefined;
  shownRef?: RefObject<HTMLLIElement | null> | undefined;
}): JSX.Element {
  return (
    <ol class="source-list">
      {sources.map(({ number, seen, source }) => (
        <li
          key={source.id}
          value={number}
          tabIndex={-1}
          class={number === shown ? 'shown' : undefined}
          {...(number === shown && shownRef ? { ref: shownRef } : {})}
        >
          <SourceTitle title={source.title} url={sourceUrl(source)} />
          <span class="meta">{sourceWords({ source, seen })}</span>
        </li>
      ))}
    </ol>
  );
}

function SourceTitle({ title, url }: { title: string; url: string | undefined }): JSX.Element {
  if (!url) return <bdi class="source-title">{title}</bdi>;
  return (
    <a class="source-title" href={url} target="_blank" rel="noopener noreferrer">
      <bdi>{title}</bdi>
    </a>
  );
}
