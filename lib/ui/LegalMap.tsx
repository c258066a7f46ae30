import type { JSX } from 'preact';
import type { PlaceLaw } from '../dataset/law-by-place.ts';
import type { MapShapes } from '../dataset/map-shapes.ts';
import { DisclosureIcon } from './icons.tsx';
import { lowerFirst } from './words.ts';

/** What the map tells apart. Each has its own pattern, from solid to empty, so that no colour is needed to read it. */
const kinds = [
  { id: 'banned', words: 'Banned or a controlled drug', law: ['banned', 'scheduled'] },
  { id: 'sale-banned', words: 'Sale banned', law: ['sale-banned'] },
  { id: 'restricted', words: 'Restricted', law: ['restricted'] },
  { id: 'prescription', words: 'Prescription only', law: ['prescription-only'] },
  { id: 'regulated', words: 'Allowed, with rules', law: ['regulated'] },
  { id: 'unregulated', words: 'No rule of its own', law: ['unregulated'] },
  { id: 'open', words: 'Change pending, or unclear', law: ['pending', 'unclear'] },
  { id: 'old', words: 'Checked too long ago to show', law: ['old'] },
  { id: 'none', words: 'No data', law: [] },
] as const satisfies readonly { id: string; words: string; law: readonly PlaceLaw[] }[];

type Kind = (typeof kinds)[number];

const noData: Kind = kinds[kinds.length - 1] as Kind;
const kindOf = (law: PlaceLaw | undefined): Kind =>
  kinds.find((kind) => law !== undefined && (kind.law as readonly PlaceLaw[]).includes(law)) ?? noData;

interface LegalMapProps {
  /** What the map is of: "Kratom". */
  subject: string;
  /** What its regions are: "US states and territories". */
  places: string;
  shapes: MapShapes;
  law: Readonly<Record<string, PlaceLaw>>;
  /** Code of the reader's region; not drawn where the map does not show it. */
  region?: string | undefined;
  /** The name of a region, from its code. */
  nameOf(code: string): string;
}

/** The law on one substance in many places: a picture, its legend with counts, and every place in words. */
export function LegalMap({ subject, places, shapes, law, region, nameOf }: LegalMapProps): JSX.Element {
  const codes = [...new Set([...Object.keys(shapes.paths), ...Object.keys(shapes.spots)])];
  const groups = kinds
    .map((kind) => ({ kind, codes: codes.filter((code) => kindOf(law[code]) === kind) }))
    .filter((group) => group.codes.length > 0);
  const own = region !== undefined && codes.includes(region) ? region : undefined;
  const ownWords = own ? `${nameOf(own)}, where you live: ${lowerFirst(kindOf(law[own]).words)}.` : '';
  const counts = groups.map((group) => `${group.kind.words}: ${group.codes.length}.`).join(' ');
  const idOf = (kind: Kind) => `law-${shapes.height}-${kind.id}`;
  return (
    <figure class="legal-map">
      <figcaption>
        <strong>
          <bdi>{subject}</bdi> in {places}.
        </strong>{' '}
        {ownWords}
      </figcaption>
      <svg
        viewBox={`0 0 ${shapes.width} ${shapes.height}`}
        role="img"
        aria-label={`Map. ${subject} in ${places}. ${ownWords} ${counts}`}
      >
        <defs>
          {groups.map(({ kind }) => (
            <KindPattern key={kind.id} kind={kind} id={idOf(kind)} />
          ))}
        </defs>
        {groups.toReversed().map((group) => (
          <g key={group.kind.id} class={`law ${group.kind.id}`} fill={`url(#${idOf(group.kind)})`}>
            {group.codes.map((code) => (
              <Region key={code} shapes={shapes} code={code} />
            ))}
          </g>
        ))}
        {own ? (
          <g class="own">
            <Region shapes={shapes} code={own} />
          </g>
        ) : null}
        {Object.entries(shapes.spots).map(([code, { x, y, label }]) =>
          label ? (
            <text key={code} x={x + 9} y={y + 4}>
              {label}
            </text>
          ) : null,
        )}
      </svg>
      <ul class="legend">
        {groups.map(({ kind, codes: { length } }) => (
          <li key={kind.id}>
            <svg class={`law ${kind.id}`} width="26" height="16" viewBox="0 0 26 16" aria-hidden="true" focusable="false">
              <rect x="1" y="1" width="24" height="14" fill={`url(#${idOf(kind)})`} />
            </svg>
            {kind.words}: {length}
          </li>
        ))}
      </ul>
      <details class="picture">
        <summary>
          <DisclosureIcon />
          Every place in words
        </summary>
        <dl>
          {groups.map((group) => (
            <div key={group.kind.id}>
              <dt>{group.kind.words}</dt>
              <dd>{group.codes.map(nameOf).sort().join(', ')}</dd>
            </div>
          ))}
        </dl>
      </details>
    </figure>
  );
}

function Region({ shapes, code }: { shapes: MapShapes; code: string }): JSX.Element {
  const spot = shapes.spots[code];
  return (
    <>
      {shapes.paths[code] ? <path d={shapes.paths[code]} /> : null}
      {spot ? <circle cx={spot.x} cy={spot.y} r={spot.label ? 6 : 3} /> : null}
    </>
  );
}

const marks: Record<Kind['id'], JSX.Element | null> = {
  banned: null,
  'sale-banned': <path d="M0 0l6 6M6 0L0 6" />,
  restricted: <path d="M-1 1l2-2M0 6L6 0M5 7l2-2" />,
  prescription: <path d="M0 3h6" />,
  regulated: <path class="dots" d="M.5.5h1.400v1.400h-1.400zM3.500 3.500h1.400v1.400h-1.400z" />,
  unregulated: <path d="M3 0v6" />,
  open: <path d="M-1 3l1 1 3-3 3 3 1-1" />,
  old: <path class="dots" d="M4 4h1.300v1.300h-1.300z" />,
  none: null,
};

function KindPattern({ kind, id }: { kind: Kind; id: string }): JSX.Element {
  // Sparse, so that what was checked too long ago is not taken for the dots of what is allowed.
  const size = kind.id === 'old' ? 9 : 6;
  return (
    <pattern id={id} class={kind.id} width={size} height={size} patternUnits="userSpaceOnUse">
      <rect class="ground" width={size} height={size} />
      {marks[kind.id]}
    </pattern>
  );
}
