import type { JSX } from 'preact';
import type { Certainty } from '../dataset/schema.ts';
import { certaintyLabel, certaintySteps, certaintyWords } from './words.ts';

/** Four steps and the word for them; a filled step is solid, an empty one an outline, one not graded a broken outline. */
export function CertaintyMeter({
  certainty,
  gradedBy,
  long = false,
}: {
  certainty: Certainty;
  gradedBy?: string;
  /** Also shows who graded. */
  long?: boolean;
}): JSX.Element {
  const filled = certaintySteps[certainty];
  const graded = certainty !== 'not-graded';
  return (
    <span class="certainty" role="img" aria-label={certaintyLabel(certainty, gradedBy)}>
      <svg width="42" height="9" viewBox="0 0 42 9" aria-hidden="true" focusable="false">
        {[0, 1, 2, 3].map((step) => (
          <rect
            key={step}
            x={step * 11 + 0.75}
            y="0.75"
            width="7.5"
            height="7.5"
            rx="2"
            fill={step < filled ? 'currentColor' : 'none'}
            stroke="currentColor"
            stroke-width="1.3"
            stroke-dasharray={graded ? undefined : '2 1.6'}
          />
        ))}
      </svg>
      <span>
        {certaintyWords[certainty]}
        {long && graded && gradedBy ? `, by ${gradedBy}` : null}
      </span>
    </span>
  );
}
