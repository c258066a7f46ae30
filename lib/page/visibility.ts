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
  const { designMode, contentType } = text.ownerDocument;
  if (designMode === 'on') return true;
  // A text file is shown as one `pre`, and is no code for that.
  if (contentType === 'text/plain') return false;
  // Climbing is several times faster than `closest` with a selector this long.
  for (let element = elementAround(text); element !== undefined; element = elementAround(element)) {
    const at = element;
    if (isSkippedTag(at.localName, (name) => at.getAttribute(name) ?? undefined)) return true;
  }
  return false;
}

/**
 * Whether this text is shown and not `visibility: hidden`. `aria-hidden` text is seen; text of closed details, of
 * `hidden=until-found`, for screen readers alone and of a host whose shadow tree has no slot for it is not.
 */
export function isTextShown(text: Text, cutting: Cutting): boolean {
  const around = elementAround(text);
  if (around === undefined || (around.localName === 'details' && !around.hasAttribute('open'))) return false;
  if (isCutAway(around, cutting)) return false;
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

/**
 * The elements looked at last, and whether they cut away what they hold: the texts of a page stand in the same ones for a while. No map
 * of all: the browser would keep its object for each of them.
 */
export type Cutting = { readonly element: Element; readonly cuts: boolean }[];

const cuttingLimit = 8;

/** How far out the element may be that cuts text away. */
const cutLevels = 3;
const leavesNothing = /^rect\(([01]px), \1, \1, \1\)$|^inset\((?:50|100)%\)$/;

/**
 * Whether what an element holds is not drawn though the element has its place: `hidden=until-found`, and the usual `.sr-only` classes
 * that keep text for screen readers. A mark there would be seen by nobody.
 */
function isCutAway(element: Element, cutting: Cutting): boolean {
  let at: Element | undefined = element;
  for (let level = 0; at && level < cutLevels; level++) {
    if (doesCut(at, cutting)) return true;
    at = elementAround(at);
  }
  return false;
}

function doesCut(element: Element, cutting: Cutting): boolean {
  for (const known of cutting) if (known.element === element) return known.cuts;
  const cuts = cutsAway(element);
  if (cutting.unshift({ element, cuts }) > cuttingLimit) cutting.pop();
  return cuts;
}

function cutsAway(element: Element): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  if (!style) return false;
  return (
    style.contentVisibility === 'hidden' ||
    leavesNothing.test(style.clipPath) ||
    (style.position === 'absolute' && leavesNothing.test(style.clip))
  );
}
