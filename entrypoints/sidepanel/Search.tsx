import entries from 'virtual:evenhand/search-names';
import { useId, useState } from 'preact/hooks';
import { searchEntries } from '../../lib/dataset/search.ts';

/** A field and, below it, links to what was found. */
export function Search() {
  const [query, setQuery] = useState('');
  const id = useId();
  const hits = searchEntries(entries, query);
  const isEmpty = query.trim() === '';
  return (
    <search>
      <form
        class="search"
        onSubmit={(event) => {
          event.preventDefault();
          const [first] = hits;
          if (!first) return;
          location.hash = first.id;
          setQuery('');
        }}
      >
        <label for={id}>Search topics</label>
        <input
          id={id}
          type="search"
          value={query}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <p class="soft count" role="status">
          {isEmpty ? '' : `${hits.length === 0 ? 'Nothing' : hits.length} found`}
        </p>
        {hits.length > 0 ? (
          <ul class="hits">
            {hits.map(({ id: entry, name, type, via }) => (
              <li key={entry}>
                <a href={`#${entry}`} onClick={() => setQuery('')}>
                  <bdi>{name}</bdi>
                  {via === undefined ? null : (
                    <>
                      {' '}
                      (<bdi>{via}</bdi>)
                    </>
                  )}
                </a>
                <span class="soft">{type}</span>
              </li>
            ))}
          </ul>
        ) : null}
      </form>
    </search>
  );
}
