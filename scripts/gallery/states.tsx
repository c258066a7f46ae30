/** Every state of every part; one line adds one. Words are those of the dataset, but for the names made up to be long. */
import maps from 'virtual:evenhand/maps';
import store from 'virtual:evenhand/store';
import { groupByEntry } from '../../entrypoints/popup/page-state.ts';
import type { OnPage } from '../../entrypoints/sidepanel/ask.ts';
import { HiddenWords } from '../../entrypoints/sidepanel/HiddenWords.tsx';
import { OnThisPage } from '../../entrypoints/sidepanel/OnThisPage.tsx';
import { Search } from '../../entrypoints/sidepanel/Search.tsx';
import type { CardData } from '../../lib/dataset/card-data.ts';
import { lawByPlace } from '../../lib/dataset/law-by-place.ts';
import { mixesAmong } from '../../lib/dataset/library.ts';
import type { Certainty, Seriousness } from '../../lib/dataset/schema.ts';
import { countryName, states as stateNames } from '../../lib/settings/regions.ts';
import { defaultSettings } from '../../lib/settings/settings.ts';
import { CertaintyMeter } from '../../lib/ui/CertaintyMeter.tsx';
import { EvidenceColumns } from '../../lib/ui/EvidenceColumns.tsx';
import { IconArray } from '../../lib/ui/IconArray.tsx';
import { LegalMap } from '../../lib/ui/LegalMap.tsx';
import { LegalRows } from '../../lib/ui/LegalRows.tsx';
import { SourceList } from '../../lib/ui/SourceList.tsx';
import type { Cites } from '../../lib/ui/StatementText.tsx';
import { card, dataOf, entryPage, type GalleryState, mentions, menu, panel, part, today } from './kinds.tsx';

export type { GalleryState };

const citesOf = (data: CardData): Cites => ({ sources: data.sources, onCite() {} });
const later = new Date('2027-12-20');
const muchLater = new Date('2029-06-01');

const meter = (certainty: Certainty, gradedBy: string) =>
  part(certainty, () => <CertaintyMeter certainty={certainty} gradedBy={gradedBy} long />);

/** A count of the dataset, by the words at the start of its outcome. */
const counts = (title: string, entry: string, outcome: string, open: boolean) =>
  part(title, () => {
    const { card: facts } = dataOf(entry);
    const found = [...(facts?.benefits ?? []), ...(facts?.harms ?? [])].find(
      (one) => one.numbers && one.outcome.startsWith(outcome),
    );
    if (!found?.numbers) throw new Error(`${entry} has no count for ${outcome}`);
    return <IconArray outcome={found.outcome} numbers={found.numbers} open={open} />;
  });

const columns = (title: string, entry: string, pictures = false) =>
  part(title, () => {
    const data = dataOf(entry);
    return data.card ? <EvidenceColumns card={data.card} cites={citesOf(data)} pictures={pictures} /> : null;
  });

const law = (title: string, entry: string, region: string, day = today) =>
  part(title, () => {
    const data = dataOf(entry, { region, today: day });
    return <LegalRows rows={data.legal} place={data.place} cites={citesOf(data)} />;
  });

const map = (title: string, kind: 'states' | 'countries', entry: string, region?: string) =>
  part(title, () => (
    <LegalMap
      subject={dataOf(entry).name}
      places={kind === 'states' ? 'US states and territories' : 'the world'}
      shapes={maps[kind]}
      law={lawByPlace(store, entry, today)}
      region={region}
      nameOf={(code) => stateNames[code] ?? (/^[A-Z]{2}$/.test(code) ? countryName(code, 'en') : code)}
    />
  ));

const withSeriousness = (seriousness: Seriousness) => (data: CardData) => ({
  ...data,
  alerts: data.alerts.slice(0, 1).map((alert) => ({ ...alert, seriousness })),
});

const longName = 'Dextromethorphanhydrobromide and bupropionhydrochloride prolonged-release tablets';
const withLongNames = (data: CardData): CardData => ({ ...data, name: longName, brands: ['Auvelity', longName, longName] });

/** The first claim on kratom, as a page may have it. */
const withClaim = {
  claims: store.claims
    .filter(({ about }) => about.includes('kratom'))
    .slice(0, 1)
    .map(({ id }) => ({ claim: id, exact: 'Our blog says that the leaf is a natural, gentle way to lift the mood.' })),
  speaksOfSuicide: false,
};

const onPage: OnPage = {
  tabId: 1,
  groups: groupByEntry(
    mentions(
      ['sertraline', 'sertraline', 'For months I took ', ', then a friend told me', 'My year'],
      ['kratom', 'kratom', 'then a friend told me that ', ' was a natural way to lift', 'My year'],
    ),
  ),
  mixes: mixesAmong(store, ['sertraline', 'kratom']),
};

const typeInto = (words: string) => (root: ShadowRoot) => {
  const field = root.querySelector('input');
  if (!field) throw new Error('no field');
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

const withHiddenWords = { ...defaultSettings, hiddenWords: { 'news.example': ['lift', 'kratom'] } };

export const groups: Record<string, readonly GalleryState[]> = {
  peek: [
    card('Medicine', 'sertraline'),
    card('From a brand name, with a mix', 'sertraline', {
      mention: { exact: 'Zoloft', form: 'brand' },
      request: { onPage: ['kratom'] },
    }),
    card('Plant', 'kratom', { pinned: true }),
    card('Product form', '7-hydroxymitragynine'),
    card('Group', 'ssri'),
    card('No full card yet', 'zimeldine'),
    card('Long names', 'dextromethorphan-bupropion', { change: withLongNames }),
    card('Loading', 'sertraline', { content: { is: 'loading' } }),
    card('Could not be loaded', 'sertraline', { content: { is: 'failed' } }),
    card('Review due', 'sertraline', { request: { today: later } }),
    card('May be out of date', 'sertraline', { request: { today: muchLater } }),
    card('Click only from now on', 'sertraline', { notice: 'click-only' }),
    card('Menu open', 'sertraline', { press: ['Menu', 'Wrong match?'] }),
    card('Copied', 'sertraline', { press: ['Menu', 'Copy with citation'] }),
    card('From another word', 'escitalopram', { mention: { exact: 'Lexipro', form: 'misspelling' } }),
    card('A claim near it', 'kratom', { request: { near: withClaim } }),
    card('Help near it', 'kratom', { request: { near: { claims: [], speaksOfSuicide: true } } }),
    card('A source shown', 'sertraline', { press: ['Source 1'], size: 'full' }),
    card('As a sheet', 'kratom', { sheet: true, request: { onPage: ['sertraline'] } }),
    card('Right to left', 'sertraline', { dir: 'rtl', request: { onPage: ['kratom'] } }),
  ],
  mixes: [
    ...(['serious', 'moderate', 'minor', 'unknown'] as const).map((seriousness) =>
      card(`Mix: ${seriousness}`, 'kratom', { request: { onPage: ['sertraline'] }, change: withSeriousness(seriousness) }),
    ),
    card('Several mixes', 'sertraline', { request: { onPage: ['kratom', 'phenelzine', 'trazodone', 'st-johns-wort'] } }),
    card('Mixes open', 'sertraline', {
      size: 'full',
      request: { onPage: ['kratom', 'phenelzine', 'trazodone'] },
      press: ['Evidence', 'Mixes'],
    }),
  ],
  full: [
    card('A claim near it', 'kratom', { size: 'full', request: { near: withClaim } }),
    card('As it opens', 'sertraline', { size: 'full', request: { onPage: ['kratom'] } }),
    card('All closed', 'kratom', { size: 'full', press: ['Evidence'] }),
    card('Pictures shown', 'sertraline', { size: 'full', press: ['Show as a picture'] }),
    card('Safety, and the crisis line', 'sertraline', { size: 'full', press: ['Evidence', 'Safety'] }),
    card('Safety of kratom', 'kratom', { size: 'full', press: ['Evidence', 'Safety'] }),
    card('Legal', 'kratom', { size: 'full', press: ['Evidence', 'Legal'] }),
    card('About', 'sertraline', { size: 'full', press: ['Evidence', 'About'] }),
    card('Sources', '7-hydroxymitragynine', { size: 'full', press: ['Evidence', 'Sources'] }),
    card('No full card yet', 'zimeldine', { size: 'full' }),
    card('Long names', 'dextromethorphan-bupropion', { size: 'full', change: withLongNames }),
    card('May be out of date', 'kratom', { size: 'full', request: { today: muchLater }, press: ['Evidence', 'Legal'] }),
    card('Right to left', 'kratom', { size: 'full', dir: 'rtl', request: { onPage: ['sertraline'] } }),
  ],
  certainty: [
    meter('high', 'Cochrane'),
    meter('moderate', 'us'),
    meter('low', 'us'),
    meter('very-low', 'us'),
    meter('not-graded', 'us'),
  ],
  evidence: [
    columns('Equal rows', 'fluoxetine'),
    columns('More harms than benefits', 'duloxetine'),
    columns('No counts', '7-hydroxymitragynine'),
    columns('With pictures', 'sertraline', true),
    columns('Of a thousand, with pictures', 'bupropion', true),
  ],
  counts: [
    counts('With it and without', 'mirtazapine', 'Sleepiness', true),
    counts('One group only', 'sertraline', 'Sexual problems', true),
    counts('Of a thousand', 'bupropion', 'Seizures', true),
    counts('Of a thousand, many', 'ndri', 'Large improvement', true),
    counts('Folded', 'mirtazapine', 'Sleepiness', false),
  ],
  law: [
    law('Fresh', 'tianeptine', 'US-OH'),
    law('May have changed', 'kratom', 'US-OH'),
    law('Checked too long ago', 'kratom', 'DE'),
    law('Moves fast', '7-hydroxymitragynine', 'US-OH'),
    law('Rule of the group', 'sertraline', 'GB'),
    law('City rules', 'kratom', 'US-CO'),
    law('No rule on file', 'kratom', 'BO'),
  ],
  maps: [
    map('States, reader in Ohio', 'states', 'kratom', 'US-OH'),
    map('States, reader in the capital', 'states', 'kratom', 'US-DC'),
    map('States, reader elsewhere', 'states', 'tianeptine', 'DE'),
    map('World, reader in Germany', 'countries', 'kratom', 'DE'),
    map('World, reader in Singapore', 'countries', 'antidepressants', 'SG'),
    map('World, most unknown', 'countries', '7-hydroxymitragynine'),
  ],
  sources: [
    part('Many', () => <SourceList sources={dataOf('kratom').sources} />),
    part('One asked for', () => <SourceList sources={dataOf('sertraline').sources.slice(0, 5)} shown={2} />),
  ],
  library: [
    entryPage('Plant', 'kratom'),
    entryPage('Medicine, reader elsewhere', 'sertraline', 'GB'),
    entryPage('Group', 'ssri'),
    entryPage('No full card yet', 'zimeldine'),
    entryPage('May be out of date', 'tianeptine', 'US-OH', muchLater),
    panel('Search', () => <Search />, typeInto('zolo')),
    panel('Nothing found on the page', () => <OnThisPage onPage={{ tabId: 1, groups: [], mixes: [] }} isOpen onGo={() => {}} />),
    panel('On this page', () => <OnThisPage onPage={onPage} isOpen onGo={() => {}} />),
    panel('Hidden words', () => <HiddenWords settings={withHiddenWords} onChange={() => {}} />),
  ],
  menu: [
    menu('Nothing found'),
    menu('Mentions', {
      facts: {
        mentions: mentions(
          ['sertraline', 'sertraline', 'For months I took ', ', then a friend told me', 'My year'],
          ['kratom', 'kratom', 'then a friend told me that ', ' was a natural way to lift', 'My year'],
          ['kratom', 'Kratom', '', ' is sold as tea, powder and capsules', 'What it is'],
          ['kratom', 'kratom', 'The leaf of the ', ' tree', 'What it is'],
          ['kratom', 'kratom', 'People who use ', ' daily', ''],
        ),
      },
    }),
    menu('Off on this site', { settings: { offSites: ['news.example'] } }),
    menu('Off from the start', { facts: { url: 'https://mail.google.com/' } }),
    menu('Off everywhere', { settings: { enabled: false } }),
    menu('Not allowed', { facts: { url: 'about:preferences', isAnswering: false } }),
    menu('No access', { facts: { mayRead: false, isAnswering: false } }),
    menu('Not started', { facts: { isAnswering: false } }),
    menu('Files', { facts: { url: 'file:///home/me/page.html', isAnswering: false } }),
    menu('For this visit', {
      facts: { mayRead: false, mentions: mentions(['ssri', 'SSRIs', 'People who take ', ' often ask', '']) },
    }),
    menu('Private window, long host', {
      facts: { url: 'https://a-very-long-name-of-a-health-site-that-goes-on.and-on.example/' },
      isPrivate: true,
    }),
  ],
};
