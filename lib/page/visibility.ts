/** What a reader can't see or isn't reading. Asked only where a name was found. */
import { isShadowRoot } from './mention-index.ts';
import { skipSelector } from './tags.ts';

/** The closest ancestor (or the element itself) that matches, through shadow roots. */
export function closestAcross(element: Element | null, selector: string): Element | undefined {
  for (let at = element; at !== null; ) {
    const match = at.closest(selector);
    if (match !== null) return match;
    const root = at.getRootNode();
    at = isShadowRoot(root) ? root.host : null;
  }
  return undefined;
}

/** Whether text in this element is left alone: code, fields, editors, navigation and our own host. */
export function isSkipped(element: Element | null): boolean {
  return element === null || closestAcross(element, skipSelector) !== undefined || element.ownerDocument.designMode === 'on';
}

/**
 * Whether this text is shown and not `visibility: hidden`. `aria-hidden` text is seen; text of closed details, of
 * `hidden=until-found` and of a host whose shadow tree has no slot for it is not.
 */
export function isTextShown(text: Text): boolean {
  const parent = text.parentElement ?? hostOf(text);
  if (parent === undefined) return false;
  if (parent.localName === 'details' && !parent.hasAttribute('open')) return false;
  if (text.assignedSlot !== null) return isShown(text.assignedSlot);
  if (text.parentElement?.shadowRoot) return false;
  return isShown(parent);
}

function isShown(element: Element): boolean {
  if (element.checkVisibility({ visibilityProperty: true })) return true;
  // `display: contents` (slots too) has no box of its own: what holds it decides.
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  if (style?.display !== 'contents' || style.visibility !== 'visible') return false;
  const holder = element.assignedSlot ?? element.parentElement ?? hostOf(element);
  return holder !== undefined && isShown(holder);
}

function hostOf(node: Node): Element | undefined {
  const parent = node.parentNode;
  return parent !== null && isShadowRoot(parent) ? parent.host : undefined;
}
