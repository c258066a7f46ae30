import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

interface FirstRows<T> {
  shown: readonly T[];
  /** The button that shows all; null where they are shown. */
  more: JSX.Element | null;
}

/**
 * The first rows of a list until the reader asks for all.
 * @param what the rows are called, in the button's words
 */
export function useFirstRows<T>(
  all: readonly T[],
  atFirst: number,
  what = '',
  look: 'action' | 'action more' = 'action',
): FirstRows<T> {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? all : all.slice(0, atFirst);
  const more =
    shown.length < all.length ? (
      <button type="button" class={look} onClick={() => setShowsAll(true)}>
        Show all {[all.length, what].join(' ').trim()}
      </button>
    ) : null;
  return { shown, more };
}
