import { describe, expect, it } from 'vitest';
import { hostsAround, takeOver, whenLargeEnough, whenShown } from '../../../entrypoints/content/frame.ts';

interface FrameFacts {
  origin: string;
  href: string;
  ancestorOrigins?: string[];
  referrer?: string;
  isTop?: boolean;
  width?: number;
  height?: number;
}

/** A window with what `frame.ts` asks of one. */
function windowWith({ origin, href, ancestorOrigins, referrer = '', isTop = false, width = 800, height = 600 }: FrameFacts) {
  const view = Object.assign(new EventTarget(), {
    origin,
    location: { href, ancestorOrigins },
    document: { referrer },
    parent: {},
    innerWidth: width,
    innerHeight: height,
  });
  if (isTop) view.parent = view;
  return view as unknown as Window & { innerWidth: number; innerHeight: number };
}

/** Whether a promise has settled once everything already due has run. */
const isDone = (promise: Promise<void>) =>
  Promise.race([promise.then(() => true), new Promise<boolean>((resolve) => setImmediate(resolve, false))]);

describe('the hosts whose settings count', () => {
  it.each<[string, FrameFacts, string[]]>([
    ['a page', { origin: 'https://a.org', href: 'https://a.org/x', isTop: true, ancestorOrigins: [] }, ['a.org']],
    [
      'a frame from elsewhere, the site last',
      { origin: 'https://ads.net', href: 'https://ads.net/1', ancestorOrigins: ['https://b.org', 'https://a.org'] },
      ['ads.net', 'b.org', 'a.org'],
    ],
    [
      'a frame without an address',
      { origin: 'https://a.org', href: 'about:srcdoc', ancestorOrigins: ['https://a.org'] },
      ['a.org'],
    ],
    ['a sandboxed frame', { origin: 'null', href: 'https://a.org/y', ancestorOrigins: ['https://b.org'] }, ['a.org', 'b.org']],
    [
      'a frame in an older Firefox',
      { origin: 'https://ads.net', href: 'https://ads.net/1', referrer: 'https://a.org/' },
      ['ads.net', 'a.org'],
    ],
    [
      'a page that was linked to',
      { origin: 'https://a.org', href: 'https://a.org/', isTop: true, referrer: 'https://b.org/' },
      ['a.org'],
    ],
    ['a file', { origin: 'null', href: 'file:///a.html', isTop: true, ancestorOrigins: [] }, []],
  ])('are known for %s', (_, facts, hosts) => {
    expect(hostsAround(windowWith(facts))).toEqual(hosts);
  });
});

describe('small frames', () => {
  const frame = { origin: 'https://a.org', href: 'https://a.org/' };

  it('are left alone until they grow', async () => {
    const view = windowWith({ ...frame, width: 0, height: 0 });
    const ready = whenLargeEnough(view, new AbortController().signal);
    view.innerWidth = 300;
    view.dispatchEvent(new Event('resize'));
    expect(await isDone(ready)).toBe(false);
    view.innerHeight = 250;
    view.dispatchEvent(new Event('resize'));
    expect(await isDone(ready)).toBe(true);
  });

  it('do not make a whole page wait, however small its window', async () => {
    const view = windowWith({ ...frame, isTop: true, width: 100, height: 40 });
    expect(await isDone(whenLargeEnough(view, new AbortController().signal))).toBe(true);
  });

  it('are forgotten with the signal', async () => {
    const ending = new AbortController();
    const view = windowWith({ ...frame, width: 10 });
    const ready = whenLargeEnough(view, ending.signal);
    ending.abort();
    view.innerWidth = 500;
    view.dispatchEvent(new Event('resize'));
    expect(await isDone(ready)).toBe(false);
  });
});

describe('a page loaded ahead of time', () => {
  it('is read once it is shown', async () => {
    const document = Object.assign(new EventTarget(), { prerendering: true });
    const shown = whenShown(document as unknown as Document, new AbortController().signal);
    expect(await isDone(shown)).toBe(false);
    document.dispatchEvent(new Event('prerenderingchange'));
    expect(await isDone(shown)).toBe(true);
  });
});

describe('a second copy in one document', () => {
  it('ends the first', () => {
    const first = takeOver();
    const second = takeOver();
    expect([first.signal.aborted, second.signal.aborted]).toEqual([true, false]);
  });
});
