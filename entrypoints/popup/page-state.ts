/** What the popup can say about the page it was opened on. Pure. */
import type { ListedMention } from '../../lib/messages/messages.ts';
import { isOffOn, type Settings } from '../../lib/settings/settings.ts';

/** A mention with the frame that holds it. */
export interface FrameMention extends ListedMention {
  frameId: number;
}

/** All mentions of one entry, in page order. */
export interface MentionGroup {
  entry: string;
  mentions: FrameMention[];
}

/** What the browser told the popup. */
export interface PageFacts {
  /** Address of the page; undefined where the browser hides it. */
  url: string | undefined;
  /** Whether the extension may read the page: a reader can take that away in the browser's own settings. */
  mayRead: boolean;
  /** Whether a content script answered. */
  isAnswering: boolean;
  mentions: FrameMention[];
}

export type PageState =
  | { is: 'off-everywhere' }
  /** `byDefault`: not turned off by the reader. */
  | { is: 'off-here'; byDefault: boolean }
  /** Browser pages, extension stores, PDF. */
  | { is: 'not-allowed' }
  /** The reader has to give access first. */
  | { is: 'no-access' }
  /** A file, while the browser keeps extensions away from files. */
  | { is: 'no-file-access' }
  /** Opened before Evenhand was installed or updated. */
  | { is: 'not-started' }
  | { is: 'no-mentions' }
  | { is: 'mentions'; groups: MentionGroup[] };

/** No browser lets extensions read these. */
const closedHosts = new Set(['chromewebstore.google.com', 'addons.mozilla.org']);

const urlIn = (address: string | undefined): URL | undefined =>
  address !== undefined && URL.canParse(address) ? new URL(address) : undefined;

/** The host the switch for this site acts on; undefined for files and for pages Evenhand may not read. */
export function hostOf(address: string | undefined): string | undefined {
  const url = urlIn(address);
  return url && /^https?:$/.test(url.protocol) && !closedHosts.has(url.hostname) ? url.hostname : undefined;
}

/** What the browser is asked for: the site of the page and no other. */
export function originsOf(address: string | undefined): string[] {
  return hostOf(address) === undefined ? [] : [`${urlIn(address)?.protocol}//${hostOf(address)}/*`];
}

export function pageStateOf({ url: address, mayRead, isAnswering, mentions }: PageFacts, settings: Settings): PageState {
  if (!settings.enabled) return { is: 'off-everywhere' };
  const url = urlIn(address);
  const host = hostOf(address);
  if (!url || (host === undefined && url.protocol !== 'file:')) return { is: 'not-allowed' };
  if (host !== undefined && isOffOn(settings, host))
    return { is: 'off-here', byDefault: isOffOn({ ...settings, offSites: [] }, host) };
  if (mentions.length > 0) return { is: 'mentions', groups: groupByEntry(mentions) };
  if (/\.pdf$/i.test(url.pathname)) return { is: 'not-allowed' };
  if (isAnswering) return { is: 'no-mentions' };
  if (host === undefined) return { is: 'no-file-access' };
  return mayRead ? { is: 'not-started' } : { is: 'no-access' };
}

/** Groups in the order of their first mention. */
export function groupByEntry(mentions: readonly FrameMention[]): MentionGroup[] {
  const groups = new Map<string, MentionGroup>();
  for (const mention of mentions) {
    const group = groups.get(mention.entry) ?? { entry: mention.entry, mentions: [] };
    group.mentions.push(mention);
    groups.set(mention.entry, group);
  }
  return [...groups.values()];
}
