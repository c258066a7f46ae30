/** Plays a path against the card's machine: a clock of its own, a page of rectangles, the card where it would really stand. */
import { whereIs } from '../../../../lib/card/corridor.ts';
import { contains, lineAt, type Point, type Rect } from '../../../../lib/card/geometry.ts';
import { type CardEvent, type CardState, initialState, openCardOf } from '../../../../lib/card/phases.ts';
import { type Placement, placeCard } from '../../../../lib/card/position.ts';
import { step } from '../../../../lib/card/state.ts';
import type { PageMention } from '../../../../lib/page/page-mention.ts';
import { cardSize, viewport, type Word, words } from './layout.ts';
import type { PathEvent, PointerPath } from './path.ts';

/** How far outside a line a point still counts, as on a page. */
const slackPx = 2;

const mentionOf = (word: Word): PageMention => ({
  key: words.indexOf(word),
  entry: word.entry,
  exact: word.text,
  form: 'name',
  inLink: false,
});

class Replay {
  state: CardState;
  placed: Placement | undefined;
  /** Entries asked for, in order. */
  readonly fetched: string[] = [];
  #scrolled = 0;
  #scrolledAtBase = 0;
  #pointer: Point = { x: 0, y: 0 };
  #pressed = false;
  #leftAt: Point | undefined;

  constructor(mode: PointerPath['mode']) {
    this.state = initialState({ hover: mode ?? 'hover', openDelayMs: 500 });
  }

  get open(): string | undefined {
    return openCardOf(this.state)?.mention.exact;
  }

  send(event: CardEvent, ms: number): void {
    for (let wake = this.state.wakeAtMs; wake !== undefined && wake <= ms; wake = this.state.wakeAtMs)
      this.#step({ type: 'tick' }, wake);
    if (event.type !== 'tick') this.#step(event, ms);
  }

  move(point: Point, ms: number): void {
    // What is due comes before the sample, as timers do.
    this.send({ type: 'tick' }, ms);
    this.#pointer = point;
    const mention = this.#at(point);
    const card = openCardOf(this.state);
    if (card && mention?.key === card.mention.key) this.#leftAt = point;
    const line = card && lineAt(this.#linesOf(card.mention.key), this.#leftAt);
    const where = whereIs(point, { card: this.#box(), line, leftAt: this.#leftAt });
    this.send({ type: 'pointer', point, where, mention, pressed: this.#pressed }, ms);
  }

  take(event: PathEvent): void {
    const { at } = event;
    const mention = this.#at(this.#pointer);
    const box = this.#box();
    switch (event.type) {
      case 'press':
        this.#pressed = true;
        this.send({ type: 'press', where: box && contains(box, this.#pointer) ? 'card' : 'page', mention }, at);
        break;
      case 'release':
        this.#pressed = false;
        this.send({ type: 'release' }, at);
        break;
      case 'click':
        if (mention) this.send({ type: 'tap', by: 'click', mention, point: this.#pointer }, at);
        break;
      case 'tap': {
        const point = { x: event.x ?? 0, y: event.y ?? 0 };
        const tapped = this.#at(point);
        if (tapped) this.send({ type: 'tap', by: 'tap', mention: tapped, point }, at);
        break;
      }
      case 'scroll':
        this.#scrolled += event.by ?? 0;
        this.send({ type: 'scrolled', byPx: Math.abs(this.#scrolled - this.#scrolledAtBase) }, at);
        // Browsers report the pointer anew when what is under it has changed.
        this.move(this.#pointer, at);
        break;
      case 'select':
      case 'deselect':
        this.send({ type: 'selection', empty: event.type === 'deselect' }, at);
        break;
      case 'leave':
        this.send({ type: 'pointer-left' }, at);
        break;
      case 'hidden':
        this.send({ type: 'away' }, at);
        break;
      default:
        this.send({ type: event.type }, at);
    }
  }

  #step(event: CardEvent, ms: number): void {
    const { state, effects } = step(this.state, event, ms);
    const armed = 'next' in this.state.phase ? this.state.phase.next?.mention.key : undefined;
    this.state = state;
    if ('next' in state.phase && state.phase.next && state.phase.next.mention.key !== armed)
      this.#scrolledAtBase = this.#scrolled;
    for (const effect of effects) {
      if (effect.type === 'fetch') this.fetched.push(effect.entry);
      if (effect.type === 'close') this.placed = undefined;
      if (effect.type !== 'open') continue;
      this.#leftAt = effect.point;
      this.placed = placeCard({
        lines: this.#linesOf(effect.mention.key),
        pointer: effect.point,
        card: cardSize,
        viewport,
        direction: 'ltr',
      });
    }
  }

  #linesOf(key: number): Rect[] {
    const by = this.#scrolled;
    return (words[key]?.lines ?? []).map((line) => ({ ...line, top: line.top - by, bottom: line.bottom - by }));
  }

  #at(point: Point): PageMention | undefined {
    const box = this.#box();
    if (box && contains(box, point)) return undefined;
    const word = words.find((_, key) => this.#linesOf(key).some((line) => contains(line, point, slackPx)));
    return word && mentionOf(word);
  }

  #box(): Rect | undefined {
    if (!this.placed) return undefined;
    const { x, y } = this.placed;
    return { left: x, top: y, right: x + cardSize.width, bottom: y + cardSize.height };
  }
}

export interface Outcome {
  /** What was open at each time asked for. */
  open: (string | null)[];
  fetched: readonly string[];
  /** Where the card stood at the end. */
  placed: Placement | undefined;
}

export function replay({ mode, moves, events = [], expect }: PointerPath): Outcome {
  const reader = new Replay(mode);
  const open: (string | null)[] = [];
  // What is seen at a time is what was there before anything else happens then.
  const happenings = [
    ...expect.map(({ at }) => ({
      at,
      happen: () => {
        reader.send({ type: 'tick' }, at);
        open.push(reader.open ?? null);
      },
    })),
    ...Array.from({ length: moves.length / 3 }, (_, i) => {
      const [at, x, y] = moves.slice(3 * i, 3 * i + 3) as [number, number, number];
      return { at, happen: () => reader.move({ x, y }, at) };
    }),
    ...events.map((event) => ({ at: event.at, happen: () => reader.take(event) })),
  ];
  for (const { happen } of happenings.sort((a, b) => a.at - b.at)) happen();
  return { open, fetched: reader.fetched, placed: reader.placed };
}
