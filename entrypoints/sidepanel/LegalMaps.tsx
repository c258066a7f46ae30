import maps from 'virtual:evenhand/maps';
import type { LibraryEntry } from '../../lib/dataset/library.ts';
import { countryName, states } from '../../lib/settings/regions.ts';
import { LegalMap } from '../../lib/ui/LegalMap.tsx';

const placesOf = { states: 'US states and territories', countries: 'the world' } as const;

const nameOf = (code: string): string => states[code] ?? (/^[A-Z]{2}$/.test(code) ? countryName(code, 'en') : code);

/** The law of every place at once: the map the reader lives on first, and none that would be empty. */
export function LegalMaps({ data }: { data: LibraryEntry }) {
  const { name, law, region } = data;
  const order = region.startsWith('US') ? (['states', 'countries'] as const) : (['countries', 'states'] as const);
  return (
    <div class="law-maps">
      {order
        .filter((kind) => Object.keys(maps[kind].paths).some((code) => code in law))
        .map((kind) => (
          <LegalMap
            key={kind}
            subject={name}
            places={placesOf[kind]}
            shapes={maps[kind]}
            law={law}
            region={kind === 'countries' ? region.slice(0, 2) : region}
            nameOf={nameOf}
          />
        ))}
    </div>
  );
}
