import { beforeEach, expect, it, vi } from 'vitest';
import { openSession } from '../../../entrypoints/content/page-session.ts';
import type { CardController, CardInput } from '../../../lib/card/controller.ts';
import type { PageMention, ReadOptions } from '../../../lib/page/page-mention.ts';
import { defaultSettings } from '../../../lib/settings/settings.ts';
import type { Matcher } from '../../../lib/text/mention.ts';

const page = vi.hoisted(() => ({
  mentions: [] as PageMention[],
  onChange: () => {},
  started: [] as unknown[],
  said: [] as string[],
}));

vi.mock('../../../lib/page/reader.ts', () => ({
  readPage(_: Document, { onChange }: ReadOptions) {
    page.onChange = onChange;
    return {
      mentions: () => page.mentions,
      contextOf: () => ({ before: '', after: '', heading: '' }),
      setDensity() {},
      hiddenChanged() {},
    };
  },
}));
const kratom: PageMention = { key: 1, entry: 'kratom', exact: 'kratom', form: 'name', inLink: false };

function startCard({ options }: CardInput): CardController {
  page.started.push(options);
  return {
    openByKeyboard() {},
    close() {},
    next: () => page.said.push('next'),
    previous() {},
    explain() {},
    mentionsChanged: () => page.said.push('changed'),
    setOptions: (changed) => page.started.push(changed),
  };
}

const settled = () => new Promise((done) => setTimeout(done));

function session() {
  const reports: [number, string[]][] = [];
  const opened = openSession(defaultSettings, {
    document: {} as Document,
    matcher: {} as Matcher,
    cardCode: Promise.resolve(startCard),
    fetchCard: async () => null,
    report: (count, entries) => reports.push([count, entries]),
    hiddenWords: () => [],
    actions: {
      openLibrary() {},
      textFor: async () => undefined,
      hideWord() {},
      turnOffSite() {},
      turnOffEverywhere() {},
    },
  });
  return { opened, reports };
}

beforeEach(() => {
  Object.assign(page, { mentions: [], started: [], said: [] });
});

it('starts no card before the first mention, and one for the page', async () => {
  const { reports } = session();
  page.onChange();
  await settled();
  expect(page.started).toEqual([]);
  expect(reports).toEqual([]);

  page.mentions = [kratom];
  page.onChange();
  page.onChange();
  await settled();
  expect(page.started).toEqual([{ hover: 'hover', openDelayMs: 500, assistive: false }]);
  expect(reports).toEqual([[1, ['kratom']]]);
  page.onChange();
  expect(page.said).toEqual(['changed']);
});

it('answers a command on a page without mentions', async () => {
  const { opened } = session();
  opened.handle({ type: 'command', command: 'next-mention' });
  await settled();
  expect(page.said).toEqual(['next']);
});

it('starts no card on a page it has left meanwhile', async () => {
  const { opened } = session();
  page.mentions = [kratom];
  page.onChange();
  opened.end();
  await settled();
  expect(page.started).toEqual([]);
});

it('starts with the settings of the moment', async () => {
  const { opened } = session();
  page.mentions = [kratom];
  page.onChange();
  opened.set({ ...defaultSettings, hover: 'click', assistive: true });
  await settled();
  expect(page.started).toEqual([{ hover: 'click', openDelayMs: 500, assistive: true }]);
});
