/** What a reader can't see or isn't reading. Asked only where a name was found. */
import { elementAround, isShadowRoot } from './mention-index.ts';
import { isSkippedTag } from './tags.ts';

/** The closest ancestor (or the element itself) that matches, through shadow roots. */
export function closestAcross(element: Element | undefined, selector: string): Element | undefined {
  for (let at = element; at !== undefined; ) {
    const match = at.closest(selector);
    if (match !== null) return match;
    const root = at.getRootNode();
    at = isShadowRoot(root) ? root.host : undefined;
  }
  return undefined;
}

/** Whether text is left alone: in code, fields, editors, navigation and our own host. */
export function isSkipped(text: Text): boolean {
  if (text.ownerDocument.designMode === 'on') return true;
  // Climbing is several times faster than `closest` with a selector this long.
  for (let element = elementAround(text); element !== undefined; element = elementAround(element)) {
    const at = element;
    if (isSkippedTag(at.localName, (name) => at.getAttribute(name) ?? undefined)) return true;
  }
  return false;
}

/**
 * Whether this text is shown and not `visibility: hidden`. `aria-hidden` text is seen; text of closed details, of
 * `hidden=until-found` and of a host whose shadow tree has no slot for it is not.
 */
export function isTextShown(text: Text): boolean {
  const around = elementAround(text);
  if (around === undefined || (around.localName === 'details' && !around.hasAttribute('open'))) return false;
  // Such an element is seen itself, empty.
  if (around.ownerDocument.defaultView?.getComputedStyle(around).contentVisibility === 'hidden') return false;
  if (text.assignedSlot !== null) return isShown(text.assignedSlot, true);
  return text.parentElement?.shadowRoot ? false : isShown(around, false);
}

/** `holdsSlotted`: asked of a slot for what is slotted in it, not for what it shows in place of that. */
function isShown(element: Element, holdsSlotted: boolean): boolean {
  if (element.checkVisibility({ visibilityProperty: true })) return true;
  // `display: contents` (slots too) has no box of its own: what holds it decides.
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  if (style?.display !== 'contents' || style.visibility !== 'visible') return false;
  if (!holdsSlotted && element.localName === 'slot' && (element as HTMLSlotElement).assignedNodes?.().length > 0) return false;
  if (element.assignedSlot !== null) return isShown(element.assignedSlot, true);
  const holder = elementAround(element);
  return holder !== undefined && isShown(holder, false);
}
