/**
 * The card's place in the page: one element in the top layer with a closed root. Nothing of the page is touched besides,
 * and neither the page's styles nor its scripts reach inside.
 */
import cardCss from '../../assets/styles/card.css?inline';
import hostCss from '../../assets/styles/host.css?inline';
import notesCss from '../../assets/styles/notes.css?inline';
import partsCss from '../../assets/styles/parts.css?inline';
import themeCss from '../../assets/styles/theme.css?inline';
import type { Rect, Size } from './geometry.ts';
import type { Guard } from './guard.ts';
import { createLease } from './lease.ts';
import { type Placement, sheetWidth } from './position.ts';

/** A page that keeps removing the card wants it gone. */
const returnLimit = 3;
const narrowMarginPx = 24;
/** A live line must be in the page for a moment before its words change, or they are not read out. */
const announceDelayMs = 120;
/** After that, a reader who goes through the page by hand must not come upon an old message. */
const announcedForMs = 10_000;

export interface CardHost {
  /** Where the card is rendered; also what its keys and clicks pass through. */
  readonly mount: HTMLElement;
  /** Where the buttons for marks are kept; hidden while there are none. */
  readonly layer: HTMLElement;
  /** Puts the empty, closed host in the page, so that its styles are read before the first card. */
  prepare(): void;
  /** Puts the card in the top layer, inside the page's open dialog or fullscreen element where there is one. */
  show(beside: Element | undefined): void;
  hide(): void;
  /** The page opened or closed a dialog or went to or from fullscreen: goes where it can be seen and reached. */
  follow(beside: Element | undefined): void;
  place(placement: Placement): void;
  /** Whether the pointer goes through the card, to the page below. */
  letThrough(through: boolean): void;
  /** As wide as it is, as tall as its content. */
  naturalSize(): Size;
  /** The card's box in the viewport; undefined while it is hidden. */
  box(): Rect | undefined;
  holds(node: EventTarget | null): boolean;
  focusHeading(): void;
  /** Whether the focus is in the card. */
  hasFocus(): boolean;
  /** What has the focus in here. */
  focused(): Element | null;
  announce(text: string): void;
}

export interface HostInput {
  document: Document;
  guard: Guard | undefined;
  /** The page took the card away for good. */
  onLost(): void;
  /** The card grew or shrank. */
  onResize(): void;
  signal: AbortSignal;
}

/** Makes the host; its element enters the page when the first card is prepared, or at the first announcement. */
export function createHost({ document, guard, onLost, onResize, signal }: HostInput): CardHost {
  // Made where no custom elements are defined: a page that defines this name would be given the root by `attachInternals`.
  const element = document.implementation.createHTMLDocument('').createElement('note-card');
  element.setAttribute('popover', 'manual');
  const root = element.attachShadow({ mode: 'closed' });
  guard?.keep(element, root, signal);
  // <style> with text, not adopted sheets: those fail in content scripts of Firefox before 153 (https://bugzil.la/1751346). A page's
  // content security policy does not hold for either.
  const sheet = document.createElement('style');
  sheet.textContent = [themeCss, hostCss, cardCss, partsCss, notesCss].join('\n');
  const placeSheet = document.createElement('style');
  // Firefox tells the page of a policy it breaks when an empty style enters; one with text from an extension is let through.
  placeSheet.textContent = ':host{}';
  const mount = document.createElement('div');
  mount.className = 'room';
  const live = document.createElement('div');
  live.className = 'live';
  live.setAttribute('role', 'status');
  // `window.find` reads closed roots too: a page could ask it for the name of every state. Chromium leaves out what is in an element
  // that HTML writes without an end tag; of those, this one means nothing any more.
  const unsearched = document.createElement('bgsound');
  const layer = document.createElement('div');
  layer.className = 'layer theme';
  layer.hidden = true;
  layer.setAttribute('role', 'region');
  layer.setAttribute('aria-label', 'Topics explained on this page');
  for (const part of [live, layer]) part.lang = 'en';
  unsearched.append(mount, live, layer);
  root.append(sheet, placeSheet, unsearched);

  let open = false;
  let container: Element = document.documentElement;
  let returns = 0;
  let announcement: ReturnType<typeof setTimeout> | undefined;

  // Keys and clicks in the card are none of the page's business: its shortcuts, "click outside" and focus traps.
  for (const type of [
    'click',
    'pointerdown',
    'pointerup',
    'mousedown',
    'mouseup',
    'touchstart',
    'touchend',
    'keydown',
    'keyup',
    'focusin',
    'focusout',
  ])
    root.addEventListener(type, (event) => event.stopPropagation());
  // What is dragged is told to all that it passes.
  root.addEventListener('dragstart', (event) => event.preventDefault());

  const card = (): HTMLElement | null => mount.firstElementChild as HTMLElement | null;
  const hasFocus = (): boolean => mount.contains(root.activeElement);

  const focusHeading = (): void => root.querySelector('h2')?.focus({ preventScroll: true });

  const attach = (): void => {
    if (element.parentNode !== container) container.append(element);
    if (open && element.isConnected && !element.matches(':popover-open')) element.showPopover();
  };

  /** Goes where it can be seen and reached. Closed and without buttons, it waits where no page will throw it away. */
  const settle = (beside: Element | undefined, enter = element.isConnected): void => {
    container = open || !layer.hidden ? containerFor(document, beside) : document.documentElement;
    if (enter) attach();
    removal.disconnect();
    if (open) removal.observe(container, { childList: true });
  };

  /** The page removed the card or hid it. */
  const comeBack = (): void => {
    if (!open || signal.aborted) return;
    if (element.isConnected && element.matches(':popover-open')) return;
    if (++returns <= returnLimit) {
      if (!container.isConnected) container = document.documentElement;
      attach();
      return;
    }
    open = false;
    onLost();
  };
  const removal = new MutationObserver(comeBack);
  element.addEventListener('toggle', comeBack);
  const growth = new ResizeObserver(onResize);
  const lease = createLease(mount, document, signal);

  signal.addEventListener('abort', () => {
    open = false;
    clearTimeout(announcement);
    removal.disconnect();
    growth.disconnect();
    element.remove();
  });

  return {
    mount,
    layer,
    prepare() {
      if (!open) settle(undefined, true);
    },
    show(beside) {
      open = true;
      settle(beside, true);
      lease.start();
      growth.disconnect();
      const shown = card();
      if (shown) growth.observe(shown);
    },
    hide() {
      open = false;
      lease.end();
      growth.disconnect();
      if (element.isConnected && element.matches(':popover-open')) element.hidePopover();
      settle(undefined);
    },
    follow(beside) {
      const hadFocus = hasFocus();
      settle(beside);
      if (hadFocus && !hasFocus()) focusHeading();
    },
    place({ x, y, maxHeight }) {
      const viewport = viewportOf(document);
      const corners = y === 0 ? '0 0 14px 14px' : '14px 14px 0 0';
      const rules = `:host(:popover-open){left:${x}px!important;top:${y}px!important}.card{--card-room:${viewport.width - narrowMarginPx}px;--card-sheet:${sheetWidth(viewport)}px;--card-height:${maxHeight}px;--card-corners:${corners}}`;
      // Any change has the browser go through all marks of the page before its next frame.
      if (placeSheet.textContent !== rules) placeSheet.textContent = rules;
    },
    letThrough(through) {
      mount.classList.toggle('through', through);
    },
    naturalSize() {
      const shown = card();
      if (!shown) return { width: 0, height: 0 };
      return { width: shown.offsetWidth, height: shown.scrollHeight + shown.offsetHeight - shown.clientHeight };
    },
    box() {
      return open ? card()?.getBoundingClientRect() : undefined;
    },
    holds: (node) => node === element,
    focusHeading,
    hasFocus,
    focused: () => root.activeElement,
    announce(text) {
      // Outside an open modal dialog nothing is read out.
      if (!open) container = containerFor(document, undefined);
      attach();
      live.textContent = '';
      clearTimeout(announcement);
      announcement = setTimeout(() => {
        live.textContent = text;
        announcement = setTimeout(() => {
          live.textContent = '';
        }, announcedForMs);
      }, announceDelayMs);
    },
  };
}

/** Size of the viewport without a scroll bar, in CSS px. */
export function viewportOf(document: Document): Size {
  const { defaultView: view, documentElement } = document;
  const [width, height] = [view?.innerWidth ?? 0, view?.innerHeight ?? 0];
  return { width: Math.min(width, documentElement.clientWidth || width), height };
}

const cannotHold = /^(?:audio|canvas|embed|iframe|img|input|object|video)$/i;

/** Everything outside an open modal dialog is inert, our card too; outside a fullscreen element it is not drawn. */
function containerFor(document: Document, beside: Element | undefined): Element {
  const { fullscreenElement } = document;
  // `querySelectorAll(':modal')` would go through the whole page.
  const modals = [...(fullscreenElement ? [fullscreenElement] : []), ...document.getElementsByTagName('dialog')].filter(
    (element) => element.matches(':modal') && !cannotHold.test(element.localName),
  );
  return modals.findLast((modal) => beside !== undefined && modal.contains(beside)) ?? modals.at(-1) ?? document.documentElement;
}
