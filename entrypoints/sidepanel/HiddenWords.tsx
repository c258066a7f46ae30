import { type Settings, showWord } from '../../lib/settings/settings.ts';

interface HiddenWordsProps {
  settings: Settings;
  onChange(change: (current: Settings) => Partial<Settings>): void;
}

/** Words the reader has hidden, by site, and the way to have each back. */
export function HiddenWords({ settings, onChange }: HiddenWordsProps) {
  const hidden = Object.entries(settings.hiddenWords).flatMap(([site, words]) => words.map((word) => ({ site, word })));
  if (hidden.length === 0) return null;
  return (
    <section>
      <h2>Hidden words</h2>
      <ul class="hidden-words">
        {hidden.map(({ site, word }) => (
          <li key={`${site} ${word}`}>
            <span>
              <bdi>{word}</bdi> <span class="soft">on {site}</span>
            </span>
            <button
              type="button"
              class="action"
              aria-label={`Show again: ${word} on ${site}`}
              onClick={() => onChange((current) => showWord(current, site, word))}
            >
              Show again
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
