/** The ways to draw a state: a card, a part inside a card's frame, the menu, the library. */
import store from 'virtual:evenhand/store';
import type { ComponentChildren, JSX } from 'preact';
import cardCss from '../../assets/styles/card.css?inline';
import mapCss from '../../assets/styles/legal-map.css?inline';
import notesCss from '../../assets/styles/notes.css?inline';
import partsCss from '../../assets/styles/parts.css?inline';
import themeCss from '../../assets/styles/theme.css?inline';
import { Popup } from '../../entrypoints/popup/Popup.tsx';
import type { FrameMention, PageFacts } from '../../entrypoints/popup/page-state.ts';
import popupCss from '../../entrypoints/popup/popup.css?inline';
import { EntryPage } from '../../entrypoints/sidepanel/EntryPage.tsx';
import panelCss from '../../entrypoints/sidepanel/sidepanel.css?inline';
import { Card, type CardProps } from '../../lib/card/Card.tsx';
import type { CardData } from '../../lib/dataset/card-data.ts';
import { libraryEntryFor } from '../../lib/dataset/library.ts';
import { type CardRequest, cardFor } from '../../lib/dataset/lookup.ts';
import { states as stateNames } from '../../lib/settings/regions.ts';
import { defaultSettings, type Settings } from '../../lib/settings/settings.ts';
import type { SettingsStore } from '../../lib/settings/store.ts';

export interface GalleryState {
  title: string;
  /** Text of the sheets the state is drawn with. */
  styles: string;
  draw(): JSX.Element;
  /** What a reader does in it once it is drawn. */
  after?: ((root: ShadowRoot) => void) | undefined;
}

/** The day the gallery is drawn for; a fixed one, so that it looks the same tomorrow. */
export const today = new Date('2026-11-26');

const nothing = (): void => {};
const actions: CardProps['actions'] = {
  close: nothing,
  more: nothing,
  less: nothing,
  openLibrary: nothing,
  copy: async () => true,
  hideWord: nothing,
  pin: nothing,
  turnOffSite: nothing,
  turnOffEverywhere: nothing,
};
const cardStyles = [themeCss, cardCss, partsCss, notesCss].join('\n');

/** What a card is told of an entry; "US-OH" and the gallery's day unless told. */
export function dataOf(entry: string, request: Partial<CardRequest> = {}): CardData {
  const data = cardFor(store, entry, { region: 'US-OH', onPage: [], today, ...request }, stateNames);
  if (!data) throw new Error(`the dataset has no entry ${entry}`);
  return data;
}

interface CardWish extends Partial<CardProps> {
  request?: Partial<CardRequest>;
  /** A change to what the dataset says, for states it does not have. */
  change?: (data: CardData) => CardData;
  /** Titles of the sections and names of the buttons a reader then presses. */
  press?: readonly string[];
  dir?: 'rtl';
}

/** A card, small unless told. */
export function card(title: string, entry: string, wish: CardWish = {}): GalleryState {
  const { request, change = (same: CardData) => same, press = [], dir, ...props } = wish;
  return {
    title,
    styles: cardStyles,
    draw: () => (
      <Card
        content={{ is: 'ready', data: change(dataOf(entry, request)) }}
        size="peek"
        pinned={false}
        solid
        notice={undefined}
        sheet={false}
        mention={{ exact: entry, form: 'name' }}
        actions={actions}
        {...props}
      />
    ),
    after(root) {
      const drawn = root.querySelector('.card');
      if (dir) drawn?.setAttribute('dir', dir);
      for (const name of press) pressButton(root, name);
    },
  };
}

/** Presses the button with this name, or the section with this title. */
function pressButton(root: ShadowRoot, name: string): void {
  const button = [...root.querySelectorAll<HTMLElement>('button, summary')].find(
    (one) => (one.querySelector('.title') ?? one).textContent === name || one.getAttribute('aria-label') === name,
  );
  if (!button) throw new Error(`no button "${name}"`);
  button.click();
}

/** A part of lib/ui in the frame of a card. */
export function part(title: string, draw: () => ComponentChildren, after?: GalleryState['after']): GalleryState {
  return {
    title,
    styles: [cardStyles, mapCss, '.in{padding-block-start:16px}'].join('\n'),
    draw: () => (
      <div class="card full theme">
        <div class="in">{draw()}</div>
      </div>
    ),
    after,
  };
}

interface MenuWish {
  facts?: Partial<PageFacts>;
  settings?: Partial<Settings>;
  isPrivate?: boolean;
}

/** The menu of the toolbar button, on a page where nothing was found unless told. */
export function menu(title: string, { facts, settings, isPrivate = false }: MenuWish = {}): GalleryState {
  const pageFacts: PageFacts = { url: 'https://news.example/health', mayRead: true, isAnswering: true, mentions: [], ...facts };
  const current: Settings = { ...defaultSettings, region: 'US-OH', ...settings };
  const unchanging = { get: async () => current, update: async () => current, watch: nothing } as unknown as SettingsStore;
  return {
    title,
    styles: popupCss,
    draw: () => (
      <div class="popup theme">
        <Popup
          store={unchanging}
          initialSettings={current}
          initialPage={{ tabId: 1, windowId: 1, isPrivate, facts: pageFacts }}
        />
      </div>
    ),
  };
}

/** A part of the library page. */
export function panel(title: string, draw: () => ComponentChildren, after?: GalleryState['after']): GalleryState {
  return { title, styles: panelCss, draw: () => <div class="panel theme">{draw()}</div>, after };
}

/** The library's page of an entry. */
export function entryPage(title: string, entry: string, region = 'US-OH', day = today): GalleryState {
  return panel(title, () => {
    const data = libraryEntryFor(store, entry, { region, today: day }, stateNames);
    return data ? <EntryPage data={data} headingRef={null} /> : null;
  });
}

/** Mentions as a page would list them. */
export function mentions(
  ...listed: [entry: string, exact: string, before: string, after: string, heading: string][]
): FrameMention[] {
  return listed.map(([entry, exact, before, after, heading], key) => ({ key, entry, exact, before, after, heading, frameId: 0 }));
}
