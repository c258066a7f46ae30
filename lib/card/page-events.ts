/** The page's events that matter to the card. One delegated listener each; events made by scripts do not count. */

import type { PageMention } from '../page/page-mention.ts';
import { type HearFirst, hearFirstIn } from '../ui/hear-first.ts';
import { contains, type Point, type Rect } from './geometry.ts';
import type { CardEvent } from './phases.ts';

export interface PageEventsInput {
  document: Document;
  signal: AbortSignal;
  /** Left out: as any listener on the window. */
  hear: HearFirst | undefined;
  /** False for what a script has made up. */
  isReal(event: Event): boolean;
  /** True for the card's own element. */
  holds(target: EventTarget | null): boolean;
  isOpen(): boolean;
  /** The card's box in the viewport. */
  box(): Rect | undefined;
  mentionAt(point: Point): PageMention | undefined;
  cardHasFocus(): boolean;
  /** While something of the page is held or dragged, a pinned card is no obstacle to it. */
  letThrough(through: boolean): void;
  /** Where the card is rendered. */
  mount(): HTMLElement | undefined;
  send(event: CardEvent): void;
  /** The pointer moved, at `atMs` of the page's clock; at most once a frame. */
  onPointer(point: Point, pressed: boolean, atMs: number): void;
  /** Something scrolled; at most once a frame. */
  onScroll(): void;
  onResize(): void;
  /** The page opened or closed a dialog, or went to or from fullscreen. */
  onLayer(): void;
}

/** A click on one of these belongs to the page. */
const ownsClicks =
  'a[href],area,button,input,label,option,select,summary,textarea,[contenteditable]:not([contenteditable="false"]),' +
  '[role="button"],[role="link"],[role="menuitem"],[role="option"],[role="tab"],[role="switch"],[role="checkbox"]';

const modifierKeys = new Set(['Alt', 'AltGraph', 'CapsLock', 'Control', 'Fn', 'Meta', 'Shift', 'Escape']);

const focusable = 'button:not(:disabled),a[href],[tabindex="0"]';

/** Starts to listen; ends with the signal. */
export function listenToPage(input: PageEventsInput): void {
  const { document, signal, send } = input;
  const view = document.defaultView;
  if (!view) return;
  const real =
    <E extends Event>(take: (event: E) => void) =>
    (event: Event): void => {
      if (input.isReal(event)) take(event as E);
    };
  const hear = input.hear ?? hearFirstIn(view);
  const first = <E extends Event>(type: string, take: (event: E) => void, { passive } = { passive: true }) =>
    hear(type, real(take), { passive, signal });
  const on = <E extends Event>(target: EventTarget, type: string, take: (event: E) => void) =>
    target.addEventListener(type, real(take), { signal });

  let moved: { point: Point; pressed: boolean; atMs: number } | undefined;
  let hasScrolled = false;
  let frame: number | undefined;
  const atFrame = (): void => {
    frame = undefined;
    const move = moved;
    const scroll = hasScrolled;
    moved = undefined;
    hasScrolled = false;
    if (scroll) input.onScroll();
    if (move && !move.pressed) input.letThrough(false);
    if (move) input.onPointer(move.point, move.pressed, move.atMs);
  };
  const wantFrame = (): void => {
    frame ??= view.requestAnimationFrame(atFrame);
  };
  signal.addEventListener('abort', () => {
    if (frame !== undefined) view.cancelAnimationFrame(frame);
  });

  first<PointerEvent>('pointermove', (event) => {
    if (event.pointerType === 'touch') return;
    moved = { point: { x: event.clientX, y: event.clientY }, pressed: event.buttons !== 0, atMs: event.timeStamp };
    wantFrame();
  });
  on(document.documentElement, 'pointerleave', () => {
    moved = undefined;
    send({ type: 'pointer-left' });
  });

  let pressedBy = 'mouse';
  first<PointerEvent>('pointerdown', (event) => {
    pressedBy = event.pointerType;
    const where = input.holds(event.target) ? 'card' : 'page';
    const mention = where === 'page' ? input.mentionAt({ x: event.clientX, y: event.clientY }) : undefined;
    input.letThrough(where === 'page');
    // A finger that comes down may be about to scroll; only its tap counts, below.
    if (event.pointerType !== 'touch') send({ type: 'press', where, mention });
  });
  for (const type of ['pointerup', 'pointercancel', 'dragend'])
    first(type, () => {
      input.letThrough(false);
      send({ type: 'release' });
    });

  // A tap beside the card closes it, whatever the page makes of the tap.
  first<MouseEvent>('click', (event) => {
    if (pressedBy !== 'touch' || input.holds(event.target)) return;
    send({ type: 'press', where: 'page', mention: input.mentionAt({ x: event.clientX, y: event.clientY }) });
    send({ type: 'release' });
  });
  // In the bubble phase: a page that handles the click stops it or says so, and then it is the page's.
  on<MouseEvent>(document, 'click', (event) => {
    const point = { x: event.clientX, y: event.clientY };
    if (event.defaultPrevented || event.button !== 0 || elementOf(event.composedPath()[0])?.closest(ownsClicks)) return;
    const mention = input.mentionAt(point);
    if (mention) send({ type: 'tap', by: pressedBy === 'touch' ? 'tap' : 'click', mention, point });
  });

  // Captured and swallowed only while a card is open: the page's own use of Escape is for the next press.
  first<KeyboardEvent>(
    'keydown',
    (event) => {
      if (event.isComposing) return;
      const open = input.isOpen();
      if (event.key === 'Escape') {
        send({ type: 'escape' });
        if (!open) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      } else if (open && event.key === 'Tab' && input.cardHasFocus()) cycleFocus(event, input.mount());
      else if (!modifierKeys.has(event.key) && !input.holds(event.target)) send({ type: 'typed' });
    },
    { passive: false },
  );

  first<FocusEvent>('focusin', (event) => {
    const box = input.box();
    const under = input.holds(event.target) ? undefined : elementOf(event.target)?.getBoundingClientRect();
    if (!box || !under) return;
    if (contains(box, { x: under.left, y: under.top }) && contains(box, { x: under.right, y: under.bottom }))
      send({ type: 'focus-under' });
  });

  on(document, 'selectionchange', () => {
    const selection = document.getSelection();
    send({ type: 'selection', empty: !selection || selection.isCollapsed });
  });
  first<WheelEvent>('wheel', (event) => {
    if (!input.holds(event.target)) send({ type: 'wheel' });
  });
  first('scroll', () => {
    hasScrolled = true;
    wantFrame();
  });
  first('resize', () => input.onResize());
  on(document, 'fullscreenchange', () => input.onLayer());
  first('toggle', (event) => {
    if (elementOf(event.target)?.localName === 'dialog') input.onLayer();
  });
  on(document, 'visibilitychange', () => {
    if (document.hidden) send({ type: 'away' });
  });
  for (const type of ['pagehide', 'popstate', 'hashchange']) on(view, type, () => send({ type: 'away' }));
}

const elementOf = (target: EventTarget | null | undefined): Element | undefined =>
  target && 'closest' in target ? (target as Element) : undefined;

/** Keeps Tab inside the card: from its last control to its first and back. */
function cycleFocus(event: KeyboardEvent, mount: HTMLElement | undefined): void {
  const controls = [...(mount?.querySelectorAll<HTMLElement>(focusable) ?? [])].filter((control) =>
    control.checkVisibility({ visibilityProperty: true }),
  );
  const root = mount?.getRootNode() as ShadowRoot | undefined;
  const focused = root?.activeElement as HTMLElement | null | undefined;
  const at = focused ? controls.indexOf(focused) : -1;
  const [first, last] = [controls[0], controls.at(-1)];
  const leaves = event.shiftKey ? at <= 0 : at === controls.length - 1;
  if (!leaves) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
