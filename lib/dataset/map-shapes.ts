/**
 * Build time: the outlines of countries and of US states as short SVG paths, from the public-domain maps of Natural Earth and the US
 * Census Bureau. Nothing here runs in a browser.
 */
import { type GeoContext, type GeoPermissibleObjects, geoIdentity, geoNaturalEarth1, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import usAtlas from 'us-atlas/states-albers-10m.json' with { type: 'json' };
import worldAtlasFine from 'world-atlas/countries-50m.json' with { type: 'json' };
import worldAtlas from 'world-atlas/countries-110m.json' with { type: 'json' };

export interface MapShapes {
  width: number;
  height: number;
  /** A path for each region by its ISO 3166 code; by its name where it has none. */
  paths: Record<string, string>;
  /** Regions too small for an outline, or far from the rest: the middle of a spot, and what to write beside it. */
  spots: Record<string, { x: number; y: number; label?: string }>;
}

export interface Maps {
  states: MapShapes;
  countries: MapShapes;
}

type Region = GeoPermissibleObjects & { id?: string | number | undefined; properties: { name: string } };

/** The regions of an atlas, which keeps each border once. */
function regionsOf(atlas: unknown, layer: string): Region[] {
  const topology = atlas as Parameters<typeof feature>[0];
  const object = topology.objects[layer];
  return object ? (feature(topology, object) as unknown as { features: Region[] }).features : [];
}

const WIDTH = 480;
/** Width of the US atlas in its own units. */
const US_ATLAS_WIDTH = 975;
const ANTARCTICA = '010';

/** @param places codes of the regions that rules are known for */
export function drawMaps(places: ReadonlySet<string>): Maps {
  return { states: drawStates(), countries: drawCountries(places) };
}

/** The atlas has the Census Bureau's number for each state, in the order of these; 00 where no state has the number. */
const stateLetters =
  '00 AL AK 00 AZ AR CA 00 CO CT DE DC FL GA 00 HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA 00 RI SC SD TN TX UT VT VA 00 WA WV WI WY'.split(
    ' ',
  );

function drawStates(): MapShapes {
  const path = geoPath(geoIdentity().scale(WIDTH / US_ATLAS_WIDTH));
  const paths = Object.fromEntries(
    regionsOf(usAtlas, 'states').map((state) => [`US-${stateLetters[Number(state.id)]}`, shortPath(path, state)]),
  );
  return { width: WIDTH, height: 306, paths, spots: usSpots };
}

/** Where the Atlantic leaves room: the capital, and the territories that the atlas leaves out. */
const usSpots: MapShapes['spots'] = Object.fromEntries(
  ['DC', 'GU', 'PR', 'VI'].map((label, row) => [`US-${label}`, { x: 437, y: 222 + 21 * row, label }]),
);

function drawCountries(places: ReadonlySet<string>): MapShapes {
  const [coarse, fine] = [countriesOf(worldAtlas), countriesOf(worldAtlasFine)];
  const all = { type: 'FeatureCollection', features: coarse } as GeoPermissibleObjects;
  const projection = geoNaturalEarth1().precision(0).fitWidth(WIDTH, all);
  const path = geoPath(projection);
  const outlines = coarse.map((country) => [codeOf(country), shortPath(path, country)] as const);
  const paths = Object.fromEntries(outlines.filter(([, outline]) => outline !== ''));
  const small = fine.filter((country) => places.has(codeOf(country)) && !(codeOf(country) in paths));
  const spots = Object.fromEntries(
    small.map((country) => {
      const [x, y] = path.centroid(country).map(Math.round);
      return [codeOf(country), { x: x ?? 0, y: y ?? 0 }];
    }),
  );
  return { width: WIDTH, height: Math.ceil(path.bounds(all)[1][1]), paths, spots };
}

const countriesOf = (atlas: unknown): Region[] => regionsOf(atlas, 'countries').filter(({ id }) => id !== ANTARCTICA);

/** The atlas has the numbers of ISO 3166; the runtime's locale data know the letters for each. */
function codeOf({ id, properties }: Region): string {
  const region = id === undefined ? undefined : new Intl.Locale(`und-${id}`).region;
  return region && /^[A-Z]{2}$/.test(region) ? region : properties.name;
}

/** Draws on whole numbers, in steps from point to point, without points that change nothing. */
function shortPath(path: ReturnType<typeof geoPath>, shape: GeoPermissibleObjects): string {
  let rings = '';
  let ring: [number, number][] = [];
  const add = (x: number, y: number): void => {
    const point: [number, number] = [Math.round(x), Math.round(y)];
    if (!isSame(point, ring.at(-1))) ring.push(point);
  };
  const context: GeoContext = {
    beginPath() {},
    arc() {},
    moveTo(x, y) {
      ring = [];
      add(x, y);
    },
    lineTo: add,
    closePath() {
      if (isSame(ring[0], ring.at(-1))) ring.pop();
      rings += ringPath(ring.filter((point, i) => turns(ring.at(i - 1), point, ring[(i + 1) % ring.length])));
    },
  };
  path.context(context)(shape);
  path.context(null);
  return rings;
}

type Point = readonly [number, number];

const isSame = (a: Point | undefined, b: Point | undefined): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1];

/** Whether a line changes its direction at a point. */
function turns(before: Point | undefined, [x, y]: Point, after: Point | undefined): boolean {
  if (!before || !after) return true;
  return (after[0] - before[0]) * (y - before[1]) !== (after[1] - before[1]) * (x - before[0]);
}

function ringPath([first, ...rest]: readonly Point[]): string {
  if (!first || rest.length < 2) return '';
  let [x, y] = first;
  const steps = rest.map(([nextX, nextY]) => {
    const step = `${nextX - x} ${nextY - y}`;
    [x, y] = [nextX, nextY];
    return step;
  });
  return `M${first[0]} ${first[1]}l${steps.join(' ').replaceAll(' -', '-')}z`;
}
