/** What a reader can set, and how stored settings are read. Pure: where they are kept is `store.ts`. */
import { hostsOffByDefault } from './hosts-off-by-default.ts';

/** Places at which a mention is marked: the first in each section, or all of them. */
export const densities = ['quiet', 'all'] as const;
export type Density = (typeof densities)[number];

/** What opens a card: resting the pointer, a click, or only the list and the keys. */
export const hoverModes = ['hover', 'click', 'off'] as const;
export type HoverMode = (typeof hoverModes)[number];

export const openDelayRangeMs = { min: 300, max: 1500 } as const;

export interface Settings {
  version: 1;
  /** False turns Evenhand off on every site. */
  enabled: boolean;
  /** Host names the reader turned off; subdomains follow. */
  offSites: string[];
  /** Host names the reader turned on although they, or a domain above them, are off; subdomains follow. */
  onSites: string[];
  /** Words a reader does not want marked, in lower case, by the host they were hidden on; subdomains follow. */
  hiddenWords: Readonly<Record<string, readonly string[]>>;
  density: Density;
  /** ISO 3166-2 or 3166-1 code; null guesses from the browser's languages. */
  region: string | null;
  hover: HoverMode;
  /** How long the pointer rests before a card opens. */
  openDelayMs: number;
  /** Adds a real button for each mark after the page, for keyboard and screen reader. */
  assistive: boolean;
}

export const defaultSettings: Settings = {
  version: 1,
  enabled: true,
  offSites: [],
  onSites: [],
  hiddenWords: {},
  density: 'quiet',
  region: null,
  hover: 'hover',
  openDelayMs: 500,
  assistive: false,
};

type Stored = Record<string, unknown>;

/** The step at index n turns settings of version n + 1 into version n + 2. */
export type Migration = (stored: Stored) => Stored;
const migrations: readonly Migration[] = [];

/** Takes stored settings through every step that their version has not had. Without a version they count as the newest. */
export function migrate(stored: Stored, steps: readonly Migration[]): Stored {
  const version = Number.isSafeInteger(stored.version) ? Math.max(1, stored.version as number) : steps.length + 1;
  return steps.slice(version - 1).reduce((settings, step) => step(settings), stored);
}

const isHost = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 253 && /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$|^\[[0-9a-f:.]+\]$/.test(value);

const hostsIn = (value: unknown): string[] => (Array.isArray(value) ? [...new Set(value.filter(isHost))].sort() : []);

/** Names are no longer than this; more words than this nobody hides by hand. */
const hiddenWordLimit = { length: 80, words: 200 };

function hiddenWordsIn(value: unknown): Settings['hiddenWords'] {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([host, stored]) => {
      const words = Array.isArray(stored) ? stored.filter((word) => typeof word === 'string') : [];
      const kept = words.filter(({ length }) => length > 0 && length <= hiddenWordLimit.length).slice(0, hiddenWordLimit.words);
      return isHost(host) && kept.length > 0 ? [[host, kept]] : [];
    }),
  );
}

const oneOf = <T extends string>(options: readonly T[], value: unknown, otherwise: T): T =>
  options.find((option) => option === value) ?? otherwise;

const isRegion = (value: unknown): value is string => typeof value === 'string' && /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/.test(value);

function delayIn(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return defaultSettings.openDelayMs;
  return Math.round(Math.min(openDelayRangeMs.max, Math.max(openDelayRangeMs.min, value)));
}

/** Valid settings from whatever is stored: each field that cannot be read has its default. Never throws. */
export function readSettings(stored: unknown): Settings {
  const fields = typeof stored === 'object' && stored !== null ? migrate(stored as Stored, migrations) : {};
  return {
    version: 1,
    enabled: typeof fields.enabled === 'boolean' ? fields.enabled : defaultSettings.enabled,
    offSites: hostsIn(fields.offSites),
    onSites: hostsIn(fields.onSites),
    hiddenWords: hiddenWordsIn(fields.hiddenWords),
    density: oneOf(densities, fields.density, defaultSettings.density),
    region: isRegion(fields.region) ? regionCode(fields.region) : null,
    hover: oneOf(hoverModes, fields.hover, defaultSettings.hover),
    openDelayMs: delayIn(fields.openDelayMs),
    assistive: fields.assistive === true,
  };
}

/** The host and the domains above it, nearest first: "a.b.org", "b.org", "org". */
function domainsOf(host: string): string[] {
  const labels = host.split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
}

/** Built in: "mychart.*" stands for every host that starts so. */
function isOffByDefault(domain: string, isWholeHost: boolean): boolean {
  if (hostsOffByDefault.has(domain)) return true;
  return isWholeHost && hostsOffByDefault.has(`${domain.split('.', 1)[0]}.*`);
}

/** Whether the reader's choice, or ours, is that Evenhand does nothing on this host. The nearest domain with a rule decides. */
export function isOffOn(settings: Settings, host: string): boolean {
  if (!settings.enabled) return true;
  for (const domain of domainsOf(siteOf(host))) {
    if (settings.onSites.includes(domain)) return false;
    if (settings.offSites.includes(domain)) return true;
    if (isOffByDefault(domain, domain === siteOf(host))) return true;
  }
  return false;
}

/** The name under which a host is turned on or off: without a leading "www.". */
export function siteOf(host: string): string {
  return host
    .toLowerCase()
    .replace(/^www\.(?=.+\.)/, '')
    .replace(/\.$/, '');
}

const without = (hosts: readonly string[], host: string): string[] => hosts.filter((known) => known !== host);
const withHost = (hosts: readonly string[], host: string): string[] => [...new Set([...hosts, host])].sort();

/** The lists of sites once this host is on. */
export function turnSiteOn(settings: Settings, host: string): Pick<Settings, 'offSites' | 'onSites'> {
  const site = siteOf(host);
  const freed = { offSites: without(settings.offSites, site), onSites: settings.onSites };
  return isOffOn({ ...settings, ...freed, enabled: true }, site)
    ? { ...freed, onSites: withHost(settings.onSites, site) }
    : freed;
}

/** The lists of sites once this host is off. */
export function turnSiteOff(settings: Settings, host: string): Pick<Settings, 'offSites' | 'onSites'> {
  const site = siteOf(host);
  const freed = { offSites: settings.offSites, onSites: without(settings.onSites, site) };
  return isOffOn({ ...settings, ...freed, enabled: true }, site)
    ? freed
    : { ...freed, offSites: withHost(settings.offSites, site) };
}

/** The form in which words are hidden. */
export const hiddenForm = (word: string): string => word.toLowerCase();

/** Words that are not to be marked on a host. */
export const hiddenOn = ({ hiddenWords }: Settings, host: string): string[] =>
  domainsOf(siteOf(host)).flatMap((domain) => hiddenWords[domain] ?? []);

/** The hidden words once one more is hidden on this host. */
export function hideWord({ hiddenWords }: Settings, host: string, word: string): Pick<Settings, 'hiddenWords'> {
  const site = siteOf(host);
  return { hiddenWords: { ...hiddenWords, [site]: withHost(hiddenWords[site] ?? [], hiddenForm(word)) } };
}

/** The hidden words once one of a site is shown again. */
export function showWord({ hiddenWords }: Settings, site: string, word: string): Pick<Settings, 'hiddenWords'> {
  const { [site]: words = [], ...others } = hiddenWords;
  const left = without(words, word);
  return { hiddenWords: left.length > 0 ? { ...others, [site]: left } : others };
}

/** The country of the first language tag that names one ("en-GB" -> "GB"), else the likeliest for the first tag, else null. */
export function guessRegion(languages: readonly string[]): string | null {
  const locales = languages.flatMap((tag) => {
    try {
      return [new Intl.Locale(tag)];
    } catch {
      return [];
    }
  });
  const regions = [...locales.map((locale) => locale.region), locales[0]?.maximize().region];
  const guess = regions.find(isRegion);
  return guess === undefined ? null : regionCode(guess);
}

/** The one code used here for a territory that has a country code and a US one: "PR" -> "US-PR". */
function regionCode(code: string): string {
  return ['GU', 'PR', 'VI'].includes(code) ? `US-${code}` : code;
}
