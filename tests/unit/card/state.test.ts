import { describe, expect, it } from 'vitest';
import {
  type CardEvent,
  type CardOptions,
  type CardState,
  type Effect,
  initialState,
  openCardOf,
} from '../../../lib/card/phases.ts';
import { step } from '../../../lib/card/state.ts';
import { comingCardOf } from '../../../lib/card/turn.ts';
import type { CardData } from '../../../lib/dataset/card-data.ts';
import type { PageMention } from '../../../lib/page/page-mention.ts';

const sertraline: PageMention = { key: 1, entry: 'sertraline', exact: 'sertraline', form: 'name', inLink: false };
const kratom: PageMention = { key: 2, entry: 'kratom', exact: 'kratom', form: 'name', inLink: false };
const sertralineAgain: PageMention = { key: 3, entry: 'sertraline', exact: 'Zoloft', form: 'brand', inLink: false };
const linked: PageMention = { key: 4, entry: 'kratom', exact: 'kratom', form: 'name', inLink: true };
const data = { id: 'sertraline' } as CardData;

/** A reader at a page: says what happens when, and keeps what the machine asked for. Wakes the machine on time. */
class Reader {
  state: CardState;
  effects: Effect[] = [];
  now = 0;

  constructor(options: Partial<CardOptions> = {}) {
    this.state = initialState({ hover: 'hover', openDelayMs: 500, ...options });
  }

  at(ms: number, event: CardEvent): this {
    for (let wake = this.state.wakeAtMs; wake !== undefined && wake <= ms; wake = this.state.wakeAtMs)
      this.#step({ type: 'tick' }, Math.max(wake, this.now));
    return this.#step(event, ms);
  }

  until(ms: number): this {
    return this.at(ms, { type: 'release' });
  }

  #step(event: CardEvent, ms: number): this {
    this.now = ms;
    const { state, effects } = step(this.state, event, ms);
    this.state = state;
    this.effects.push(...effects);
    return this;
  }

  /** No two rests on different things are at the same place. */
  rest(ms: number, mention: PageMention | undefined, x = 10 + (mention?.key ?? 0)): this {
    return this.at(ms, { type: 'pointer', point: { x, y: 10 }, where: 'page', mention, pressed: false });
  }

  toCard(ms: number): this {
    return this.at(ms, { type: 'pointer', point: { x: 30, y: 60 }, where: 'card', pressed: false });
  }

  get open(): string | undefined {
    return openCardOf(this.state)?.mention.exact;
  }

  get asked(): string[] {
    return this.effects.filter((effect) => effect.type !== 'schedule').map(({ type }) => type);
  }

  last<T extends Effect['type']>(type: T): Extract<Effect, { type: T }> | undefined {
    return this.effects.filter((effect): effect is Extract<Effect, { type: T }> => effect.type === type).at(-1);
  }
}

const opened = (options?: Partial<CardOptions>) => new Reader(options).rest(0, sertraline).until(500);

describe('resting the pointer', () => {
  it.each([
    [149, [], undefined],
    [150, ['fetch'], undefined],
    [499, ['fetch'], undefined],
    [500, ['fetch', 'open'], 'sertraline'],
  ])('after %i ms has asked for %j', (ms, asked, open) => {
    const reader = new Reader().rest(0, sertraline).until(ms);
    expect(reader.asked).toEqual(asked);
    expect(reader.open).toBe(open);
  });

  it('keeps the delay a reader chose', () => {
    expect(opened({ openDelayMs: 900 }).until(899).open).toBeUndefined();
    expect(opened({ openDelayMs: 900 }).until(900).open).toBe('sertraline');
  });

  it('opens nothing once the pointer has gone on', () => {
    expect(new Reader().rest(0, sertraline).rest(400, undefined).until(2000).asked).toEqual(['fetch']);
  });

  it('never moves the focus', () => {
    expect(opened().last('open')).toMatchObject({ focus: false, mention: sertraline });
  });

  it('starts anew while the pointer is fast', () => {
    const reader = new Reader().rest(0, undefined, 0).rest(16, sertraline, 30).rest(32, sertraline, 60).rest(48, sertraline, 62);
    expect(reader.until(547).open).toBeUndefined();
    expect(reader.until(548).open).toBe('sertraline');
  });

  it('goes on while the pointer moves slowly on the mark', () => {
    const reader = new Reader().rest(0, sertraline, 10).rest(100, sertraline, 14).rest(300, sertraline, 18);
    expect(reader.until(500).open).toBe('sertraline');
  });

  it('begins again on another mark', () => {
    const reader = new Reader().rest(0, sertraline, 10).rest(300, kratom, 14);
    expect(reader.until(799).open).toBeUndefined();
    expect(reader.until(800).open).toBe('kratom');
  });

  it('still decides where the clock is too coarse to tell a speed', () => {
    const reader = new Reader().rest(0, sertraline, 0).rest(0, sertraline, 300).rest(0, sertraline, 600);
    expect(reader.until(500).open).toBe('sertraline');
  });

  const disturbances: [string, CardEvent][] = [
    ['a pressed button', { type: 'press', where: 'page', mention: sertraline }],
    ['a wheel', { type: 'wheel' }],
    ['a key', { type: 'typed' }],
    ['a selection', { type: 'selection', empty: false }],
    ['Escape', { type: 'escape' }],
    ['scrolling', { type: 'scrolled', byPx: 20 }],
    ['a hidden tab', { type: 'away' }],
    ['a pointer that left the window', { type: 'pointer-left' }],
    ['the mark being removed', { type: 'gone' }],
  ];
  it.each(disturbances)('is undone by %s', (_, event) => {
    expect(new Reader().rest(0, sertraline).at(300, event).until(3000).open).toBeUndefined();
  });

  it('is not undone by a page that creeps a few pixels', () => {
    expect(new Reader().rest(0, sertraline).at(300, { type: 'scrolled', byPx: 3 }).until(500).open).toBe('sertraline');
  });

  it('does not count with a button down or text selected', () => {
    const down = new Reader().at(0, {
      type: 'pointer',
      point: { x: 1, y: 1 },
      where: 'page',
      mention: sertraline,
      pressed: true,
    });
    expect(down.until(1000).open).toBeUndefined();
    const selecting = new Reader().at(0, { type: 'selection', empty: false }).rest(10, sertraline).until(1000);
    expect(selecting.open).toBeUndefined();
    expect(selecting.at(1100, { type: 'selection', empty: true }).rest(1200, sertraline, 14).until(1700).open).toBe('sertraline');
  });

  it('does not begin when the page brings a mark under a pointer at rest', () => {
    const reader = new Reader().rest(0, undefined, 40).rest(500, sertraline, 40);
    expect(reader.until(3000).asked).toEqual([]);
    expect(reader.rest(3100, sertraline, 41).until(3600).open).toBe('sertraline');
  });

  it('waits until a second after the last key', () => {
    const reader = new Reader().at(0, { type: 'typed' }).rest(100, sertraline);
    expect(reader.until(999).open).toBeUndefined();
    expect(reader.until(1000).open).toBe('sertraline');
  });

  it.each(['click', 'off'] as const)('does nothing in mode %s', (hover) => {
    expect(opened({ hover }).asked).toEqual([]);
  });
});

describe('leaving', () => {
  it('closes 300 ms after the pointer left mark and card', () => {
    const reader = opened().rest(600, undefined);
    expect(reader.until(899).open).toBe('sertraline');
    expect(reader.until(900).open).toBeUndefined();
    expect(reader.last('close'), 'whoever had the focus in it must not lose it').toEqual({ type: 'close', restoreFocus: true });
  });

  it('does not put the end off while the pointer wanders', () => {
    expect(opened().rest(600, undefined, 50).rest(800, undefined, 90).until(900).open).toBeUndefined();
  });

  it('stays open when the pointer comes back, or reaches the card', () => {
    expect(opened().rest(600, undefined).rest(850, sertraline).until(5000).open).toBe('sertraline');
    expect(opened().rest(600, undefined).toCard(850).until(5000).open).toBe('sertraline');
  });

  it('waits while the pointer is on its way to the card', () => {
    const reader = opened();
    for (const ms of [600, 800, 1000])
      reader.at(ms, { type: 'pointer', point: { x: 12, y: 30 + ms / 100 }, where: 'corridor', pressed: false });
    expect(reader.until(1299).open).toBe('sertraline');
    expect(reader.until(1300).open).toBeUndefined();
  });

  it('closes when the pointer left the window', () => {
    expect(opened().at(600, { type: 'pointer-left' }).until(900).open).toBeUndefined();
  });

  it('opens the next card after 250 ms within a second of the last', () => {
    const reader = opened().rest(600, undefined).until(900);
    expect(reader.rest(1500, kratom).until(1749).open).toBeUndefined();
    expect(reader.until(1750).open).toBe('kratom');
    const late = opened().rest(600, undefined).until(900).rest(2000, kratom);
    expect(late.until(2499).open).toBeUndefined();
    expect(late.until(2500).open).toBe('kratom');
  });

  it('shows one card at a time: the next mark takes its place', () => {
    const reader = opened().rest(600, kratom);
    expect(reader.until(849).open).toBe('sertraline');
    expect(reader.until(850).open).toBe('kratom');
    expect(reader.asked).toEqual(['fetch', 'open', 'fetch', 'close', 'open']);
  });
});

it('takes a move that is looked at again for the move it was: its mark was being drawn anew', () => {
  const at = { type: 'pointer', point: { x: 10, y: 10 }, where: 'page', pressed: false } as const;
  const missed = () => new Reader().at(0, at);
  expect(
    missed()
      .at(60, { ...at, mention: sertraline })
      .until(2000).open,
    'the page moved',
  ).toBeUndefined();
  const again = missed().at(60, { ...at, mention: sertraline, isAgain: true });
  expect(again.until(559).open).toBeUndefined();
  expect(again.until(560).open).toBe('sertraline');
});

describe('the card that comes next', () => {
  const coming = ({ state }: Reader) => comingCardOf(state)?.mention.exact;
  const resting = () => new Reader().rest(0, sertraline).until(200);
  const answered = () => resting().at(220, { type: 'answer', token: 1, data });

  it('is known once its words are there, and until it opens', () => {
    expect(coming(resting())).toBeUndefined();
    expect(coming(answered())).toBe('sertraline');
    expect(answered().open).toBeUndefined();
    expect(coming(answered().until(500))).toBeUndefined();
    expect(answered().until(500).open).toBe('sertraline');
  });

  it('is the card as it opens', () => {
    expect(comingCardOf(answered().state)).toEqual(openCardOf(answered().until(500).state));
  });

  it('is none once the pointer has left, or where it is asked for on purpose', () => {
    expect(coming(answered().rest(300, undefined))).toBeUndefined();
    const asked = new Reader().at(0, { type: 'command', mention: sertraline }).at(10, { type: 'answer', token: 1, data });
    expect(coming(asked)).toBeUndefined();
    expect(asked.open).toBe('sertraline');
  });
});

describe('closing at once', () => {
  it('hides on Escape, gives the focus back, and leaves the entry alone for 30 s', () => {
    const reader = opened().at(2000, { type: 'escape' });
    expect(reader.open).toBeUndefined();
    expect(reader.last('close')).toEqual({ type: 'close', restoreFocus: true });
    expect(reader.rest(2100, undefined).rest(3000, sertralineAgain).until(10_000).open).toBeUndefined();
    expect(reader.rest(10_100, kratom).until(11_000).open).toBe('kratom');
    expect(reader.at(11_001, { type: 'escape' }).rest(32_001, sertralineAgain).until(33_000).open).toBe('Zoloft');
  });

  it('does not open again under a resting pointer after Close', () => {
    const reader = opened().at(2000, { type: 'close' }).rest(2100, sertraline);
    expect(reader.until(9000).open).toBeUndefined();
    expect(reader.rest(9100, undefined).rest(9200, sertraline).until(9800).open).toBe('sertraline');
  });

  it.each([
    ['a hidden tab or another address', { type: 'away' }],
    ['a click beside it', { type: 'press', where: 'page' }],
    ['the mark being removed', { type: 'gone' }],
    ['focus going under it', { type: 'focus-under' }],
    ['scrolling by more than 80 px', { type: 'scrolled', byPx: 81 }],
  ] satisfies [string, CardEvent][])('hides on %s', (_, event) => {
    expect(opened().at(2000, event).open).toBeUndefined();
  });

  it('leaves the focus to a click beside it', () => {
    expect(opened().at(2000, { type: 'press', where: 'page' }).last('close')).toEqual({ type: 'close', restoreFocus: false });
  });

  it('follows its mark for 80 px of scrolling', () => {
    const reader = opened().at(2000, { type: 'scrolled', byPx: 80 });
    expect(reader.open).toBe('sertraline');
    expect(reader.asked.at(-1)).toBe('move');
  });

  it('stays when its own mark or the card is pressed', () => {
    expect(opened().at(2000, { type: 'press', where: 'page', mention: sertraline }).open).toBe('sertraline');
    expect(opened().at(2000, { type: 'press', where: 'card' }).open).toBe('sertraline');
  });
});

describe('a held card', () => {
  const pinned = () => opened().toCard(600).at(900, { type: 'pin' });

  it('stays when pinned: no leaving, no scrolling, no click and no other mark closes it', () => {
    const reader = pinned()
      .rest(1000, undefined)
      .at(2000, { type: 'scrolled', byPx: 900 })
      .at(3000, { type: 'press', where: 'page' })
      .at(3100, { type: 'release' })
      .at(3500, { type: 'gone' })
      .rest(4000, kratom)
      .until(9000);
    expect(reader.open).toBe('sertraline');
  });

  it.each([
    ['Escape', { type: 'escape' }],
    ['Close', { type: 'close' }],
    ['navigation', { type: 'away' }],
  ] satisfies [string, CardEvent][])('closes on %s though pinned', (_, event) => {
    expect(pinned().at(2000, event).open).toBeUndefined();
  });

  it('goes when unpinned and left', () => {
    expect(pinned().at(1000, { type: 'pin' }).rest(1100, undefined).until(1400).open).toBeUndefined();
  });

  it('stays when grown to full size, until the reader closes it or clicks beside it', () => {
    const reader = opened().toCard(600).at(900, { type: 'more' }).rest(1000, kratom).until(9000);
    expect(openCardOf(reader.state)).toMatchObject({ size: 'full', mention: sertraline });
    expect(reader.at(9100, { type: 'press', where: 'page' }).open).toBeUndefined();
  });
});

describe('answers', () => {
  const tokenOf = (reader: Reader) => reader.last('fetch')?.token ?? -1;

  it('shows what came before the card opened, and what comes after', () => {
    const early = new Reader().rest(0, sertraline).until(150);
    early.at(200, { type: 'answer', token: tokenOf(early), data });
    expect(openCardOf(early.until(500).state)?.content).toEqual({ is: 'ready', data });
    const late = opened();
    expect(openCardOf(late.state)?.content).toEqual({ is: 'loading' });
    expect(openCardOf(late.at(600, { type: 'answer', token: tokenOf(late), data }).state)?.content).toEqual({
      is: 'ready',
      data,
    });
  });

  it('says so when there is no card', () => {
    const reader = opened();
    expect(openCardOf(reader.at(600, { type: 'answer', token: tokenOf(reader), data: null }).state)?.content).toEqual({
      is: 'failed',
    });
  });

  it('drops an answer that comes for another card', () => {
    const reader = opened();
    const old = tokenOf(reader);
    reader.at(600, { type: 'escape' }).rest(700, kratom).until(1200).at(1300, { type: 'answer', token: old, data });
    expect(reader.open).toBe('kratom');
    expect(openCardOf(reader.state)?.content).toEqual({ is: 'loading' });
  });

  it('asks once for one rest, however the pointer trembles', () => {
    const reader = new Reader().rest(0, sertraline, 10);
    for (let ms = 160; ms < 480; ms += 40) reader.rest(ms, sertraline, 10 + (ms % 3));
    expect(reader.until(500).asked).toEqual(['fetch', 'open']);
  });
});

describe('keys and lists', () => {
  const command: CardEvent = { type: 'command', mention: kratom };

  it('opens as soon as the words are there, with the focus', () => {
    const reader = new Reader({ hover: 'off' }).at(0, command);
    expect(reader.open).toBeUndefined();
    reader.at(20, { type: 'answer', token: 1, data });
    expect(reader.open).toBe('kratom');
    expect(reader.last('open')).toMatchObject({ focus: true });
  });

  it('opens soon even without them', () => {
    expect(new Reader().at(0, command).until(150).open).toBe('kratom');
  });

  it('is not undone by the pointer, a key or a selection', () => {
    const reader = new Reader()
      .at(0, { type: 'selection', empty: false })
      .at(0, command)
      .at(5, { type: 'typed' })
      .rest(10, undefined)
      .until(150)
      .rest(500, sertraline)
      .until(5000);
    expect(reader.open).toBe('kratom');
  });

  it('takes the place of an open card, pinned or not, and of Escape’s quiet time', () => {
    const reader = opened().at(600, { type: 'pin' }).at(700, command).until(900);
    expect(reader.open).toBe('kratom');
    expect(reader.at(1000, { type: 'escape' }).at(1100, command).until(1300).open).toBe('kratom');
  });

  it('lets the page settle after it scrolled to the mark, then hides on scrolling', () => {
    const reader = new Reader().at(0, command).until(150).at(400, { type: 'scrolled', byPx: 300 });
    expect(reader.open).toBe('kratom');
    expect(reader.asked.slice(-2)).toEqual(['move', 'rebase']);
    expect(reader.at(1200, { type: 'scrolled', byPx: 81 }).open).toBeUndefined();
  });
});

describe('clicks and taps', () => {
  const tap = (mention: PageMention, by: 'click' | 'tap'): CardEvent => ({ type: 'tap', by, mention, point: { x: 1, y: 1 } });

  it.each([
    ['hover', 'tap', kratom, 'kratom'],
    ['click', 'tap', kratom, 'kratom'],
    ['off', 'tap', kratom, undefined],
    ['hover', 'click', kratom, undefined],
    ['click', 'click', kratom, 'kratom'],
    ['off', 'click', kratom, undefined],
    ['hover', 'tap', linked, undefined],
    ['click', 'click', linked, undefined],
  ] as const)('in mode %s a %s on %o opens %s', (hover, by, mention, open) => {
    expect(new Reader({ hover }).at(0, tap(mention, by)).until(400).open).toBe(open);
  });

  it('says that a card is open, and does not move the focus', () => {
    const reader = new Reader().at(0, tap(kratom, 'tap')).until(400);
    expect(reader.last('announce')?.text).toBe('Card open: kratom');
    expect(reader.last('open')).toMatchObject({ focus: false });
  });

  it('closes on a tap beside it', () => {
    expect(new Reader().at(0, tap(kratom, 'tap')).until(400).at(900, { type: 'press', where: 'page' }).open).toBeUndefined();
  });

  it('leaves the click of a selection alone', () => {
    expect(
      new Reader({ hover: 'click' }).at(0, { type: 'selection', empty: false }).at(1, tap(kratom, 'click')).until(400).open,
    ).toBeUndefined();
  });
});

describe('a card that just appeared', () => {
  it('takes no clicks for 200 ms', () => {
    expect(openCardOf(opened().until(699).state)?.solid).toBe(false);
    expect(openCardOf(opened().until(700).state)?.solid).toBe(true);
  });

  it('takes them at once when it was asked for', () => {
    expect(openCardOf(new Reader().at(0, { type: 'command', mention: kratom }).until(150).state)?.solid).toBe(true);
  });
});

/** A reader who has sent three cards away at once. */
const annoyed = () => {
  const reader = new Reader();
  for (const [i, mention] of [sertraline, kratom, { ...kratom, key: 9, entry: 'fluoxetine' }].entries()) {
    const start = i * 5000;
    reader
      .rest(start, undefined, 500)
      .rest(start + 100, mention, 10)
      .until(start + 700)
      .at(start + 800, { type: 'escape' });
  }
  return reader;
};

describe('three cards sent away at once', () => {
  it('make this page open cards on a click only, and that is said once', () => {
    const reader = annoyed();
    expect(reader.last('announce')?.text).toBe('Cards now open on click on this page.');
    const other = { ...kratom, key: 12, entry: 'ssri' };
    expect(reader.rest(20_000, undefined).rest(20_100, other).until(22_000).open).toBeUndefined();
    const click = (mention: PageMention): CardEvent => ({ type: 'tap', by: 'click', mention, point: { x: 1, y: 1 } });
    expect(openCardOf(reader.at(22_100, click(other)).until(22_400).state)?.notice).toBe('click-only');
    reader.at(25_000, { type: 'escape' });
    expect(openCardOf(reader.at(26_000, click(kratom)).until(26_400).state)?.notice).toBeUndefined();
  });

  it('do not count when one was read in between', () => {
    const reader = new Reader();
    for (const [i, readMs] of [100, 100, 3000, 100].entries()) {
      const mention = { ...kratom, key: 20 + i, entry: `entry-${i}` };
      const start = i * 9000;
      reader
        .rest(start, undefined, 500)
        .rest(start + 100, mention, 10)
        .until(start + 700)
        .at(start + 700 + readMs, { type: 'escape' });
    }
    expect(reader.last('announce')).toBeUndefined();
  });
});

describe('a page read again', () => {
  it('keeps the card of a mark that has a new key', () => {
    const reader = opened().at(600, { type: 'renamed', mention: { ...sertraline, key: 77 } });
    expect(reader.rest(700, { ...sertraline, key: 77 }).until(3000).open).toBe('sertraline');
  });
});

describe('settings changed while the page is open', () => {
  it('leave a click-only page alone where they do not touch when cards open', () => {
    const reader = annoyed().at(16_000, { type: 'options', options: { hover: 'hover', openDelayMs: 500 } });
    expect(
      reader
        .rest(20_000, undefined)
        .rest(20_100, { ...kratom, key: 12, entry: 'ssri' })
        .until(22_000).open,
    ).toBeUndefined();
  });

  it('hold from the next rest on', () => {
    const reader = new Reader().rest(0, sertraline).at(200, { type: 'options', options: { hover: 'off', openDelayMs: 500 } });
    expect(reader.rest(300, sertraline).until(2000).open).toBeUndefined();
    reader.at(2100, { type: 'options', options: { hover: 'hover', openDelayMs: 300 } }).rest(2200, sertraline, 14);
    expect(reader.until(2500).open).toBe('sertraline');
  });
});
