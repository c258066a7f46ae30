/**
 * Firefox names in every event the node at which it began, also in a closed root, to all who hear it (docs/browser-bugs.md): a page
 * that listens could read the card from there. So one listener of ours hears what happens in the window before the page does. What
 * happens in the card goes on inside and no further. Where something in the page names a node of the card, as when the focus goes
 * from one to the other, the page gets a copy that does not.
 */
import type { HearFirst } from '../ui/hear-first.ts';

export interface Guard {
  /** To be used instead of listening on the window, where events of the card do not come by any more. */
  hear: HearFirst;
  /** Starts to listen; or starts again, after the page has taken all listeners away. */
  listen(): void;
  /** From now on, `root` of `element` is the card's. */
  keep(element: Element, root: ShadowRoot, signal: AbortSignal): void;
  /** Whether an event is a copy of a real one. */
  hasMade(event: Event): boolean;
}

/** Properties that only Firefox has. */
interface NamingEvent extends Event {
  originalTarget: EventTarget;
  explicitOriginalTarget: EventTarget | null;
}

type Copier = new (type: string, init: object) => Event;

/** All that leave a shadow root, and those that a press or a key in it makes elsewhere. */
const types = (
  'pointerover pointerout pointerenter pointerleave pointermove pointerdown pointerup pointercancel gotpointercapture ' +
  'lostpointercapture mouseover mouseout mouseenter mouseleave mousemove mousedown mouseup click dblclick auxclick contextmenu ' +
  'keydown keypress keyup focus blur focusin focusout change copy cut paste drag dragstart dragend dragenter dragleave dragexit ' +
  'dragover drop DOMActivate selectstart beforetoggle'
).split(' ');

/** Those for which the browser waits, before it scrolls, unless the listener is passive. */
const scrolling = 'wheel DOMMouseScroll MozMousePixelScroll touchstart touchmove touchend touchcancel'.split(' ');

/** What a copy has of its event, whatever kind it is. (To ask for all there is would have the browser warn of what is outdated.) */
const carried = (
  'bubbles cancelable composed view detail relatedTarget screenX screenY clientX clientY movementX movementY button buttons ctrlKey ' +
  'shiftKey altKey metaKey pointerId pointerType isPrimary width height pressure tangentialPressure tiltX tiltY twist key code location ' +
  'repeat isComposing clipboardData dataTransfer oldState newState'
).split(' ');

/** Those that something in the card listens to. */
const heardInside = new Set(['click', 'pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'focus', 'dragstart']);

export function createGuard(view: Window): Guard {
  const takers = new Map<string, Set<(event: Event) => void>>();
  const made = new WeakSet<Event>();
  let kept: { element: Element; root: ShadowRoot } | undefined;

  const isInside = (target: EventTarget | null): boolean =>
    target !== null && 'getRootNode' in target && (target as Node).getRootNode() === kept?.root;

  function meet(event: Event): void {
    // Who listens here has heard what it is a copy of.
    if (made.has(event)) return;
    for (const take of takers.get(event.type) ?? []) take(event);
    if (!kept || !event.isTrusted) return;
    const { target, originalTarget, explicitOriginalTarget } = event as NamingEvent;
    if (target === kept.element) {
      event.stopImmediatePropagation();
      if (heardInside.has(event.type) && isInside(originalTarget)) passOn(event, originalTarget, kept.root);
    } else if (isInside(explicitOriginalTarget)) {
      event.stopImmediatePropagation();
      const init = valuesOf(event);
      // Made later: whatever is made while this one lasts names the same node.
      view.setTimeout(() => originalTarget.dispatchEvent(copyOf(event, init)));
    }
  }

  function copyOf(event: Event, init: object): Event {
    const copy = new (event.constructor as Copier)(event.type, init);
    made.add(copy);
    return copy;
  }

  /** Gives the listeners in the card a copy that does not leave it. */
  function passOn(event: Event, target: EventTarget, root: ShadowRoot): void {
    const { type } = event;
    const copy = copyOf(event, { ...valuesOf(event), composed: false });
    // What the browser does by itself it does for the event. For the copy it must not: a link would open twice.
    const settle = (): void => {
      if (copy.defaultPrevented) event.preventDefault();
      copy.preventDefault();
    };
    root.addEventListener(type, settle);
    target.dispatchEvent(copy);
    root.removeEventListener(type, settle);
  }

  // A listener that is there already is not added again, and stays as it was.
  const listenFor = (type: string, passive: boolean) => view.addEventListener(type, meet, { capture: true, passive });

  return {
    hear(type, take, { signal, passive = false }) {
      const all = takers.get(type) ?? new Set();
      takers.set(type, all.add(take));
      signal.addEventListener('abort', () => all.delete(take), { once: true });
      listenFor(type, passive);
    },
    listen() {
      for (const type of types) listenFor(type, false);
      for (const type of scrolling) listenFor(type, true);
    },
    hasMade: (event) => made.has(event),
    keep(element, root, signal) {
      const own = { element, root };
      kept = own;
      signal.addEventListener('abort', () => {
        if (kept === own) kept = undefined;
      });
    },
  };
}

/** Read while the event lasts: some of it is gone afterwards. */
function valuesOf(event: Event): Record<string, unknown> {
  const names = carried.filter((name) => name in event);
  return Object.fromEntries(names.map((name) => [name, event[name as keyof Event]]));
}
