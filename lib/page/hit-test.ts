/** Which mention is under a point, and where a mention stands on the screen. */
import { elementAround, type MentionIndex } from './mention-index.ts';
import type { Painter } from './painter.ts';
import { type Found, nodesOf, placeAt, textUnder } from './passage.ts';
import { isText, neighbour } from './runs.ts';

/** How far outside a mention's boxes a point still counts, in CSS px. */
const slackPx = 2;
/** How many marks are compared with the point one by one where the browser can't name the text under it. */
const scanLimit = 200;

/** One rectangle per line, in viewport CSS px; none when the text has changed. */
export function rectsOf(found: Found): DOMRect[] {
  const { passage, start, end } = found;
  if (passage.dropped || textUnder(passage, found) !== found.exact) return [];
  const from = placeAt(passage, start, false);
  const to = placeAt(passage, end, true);
  const range = from.node.ownerDocument.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
}

/** The painted mention under a point, if nothing covers it. `roots` are the shadow roots that have been read. */
export function mentionAt(
  document: Document,
  index: MentionIndex,
  painter: Painter,
  roots: () => ShadowRoot[],
  x: number,
  y: number,
): Found | undefined {
  const top = deepElementAt(document, x, y);
  if (top === undefined) return undefined;
  const text = textAt(document, roots(), x, y);
  for (const found of text ? nearText(index, text) : nearElement(painter, top)) {
    if (!painter.has(found) || !rectsOf(found).some((rect) => holds(rect, x, y))) continue;
    if (nodesOf(found.passage, found).some((node) => isInLine(top, elementAround(node)))) return found;
  }
  return undefined;
}

/** At the edge of a name the browser may give the text beside it. */
const nearText = (index: MentionIndex, text: Text): readonly Found[] =>
  [text, neighbour(text, true), neighbour(text, false)].flatMap((one) =>
    one === undefined ? [] : index.passagesOf(one).flatMap((passage) => passage.found ?? []),
  );

function nearElement(painter: Painter, top: Element): Found[] {
  const near: Found[] = [];
  for (const found of painter.painted()) {
    if (isInLine(top, elementAround(found.passage.nodes[0] as Text))) near.push(found);
    if (near.length === scanLimit) break;
  }
  return near;
}

const holds = (rect: DOMRect, x: number, y: number): boolean =>
  x >= rect.left - slackPx && x <= rect.right + slackPx && y >= rect.top - slackPx && y <= rect.bottom + slackPx;

/** Whether one of the two contains the other, through shadow roots. */
function isInLine(top: Element, element: Element | undefined): boolean {
  if (element?.contains(top)) return true;
  for (let at = element; at !== undefined; at = elementAround(at)) if (at === top) return true;
  return false;
}

function deepElementAt(document: Document, x: number, y: number): Element | undefined {
  let top = document.elementFromPoint(x, y) ?? undefined;
  while (top?.shadowRoot) {
    const inner: Element | null = top.shadowRoot.elementFromPoint(x, y);
    if (inner === null || inner === top) break;
    top = inner;
  }
  return top;
}

type CaretDocument = Document & {
  caretPositionFromPoint?: (
    x: number,
    y: number,
    options?: { shadowRoots: ShadowRoot[] },
  ) => { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?: (x: number, y: number) => Range | null;
};

function textAt(document: CaretDocument, shadowRoots: ShadowRoot[], x: number, y: number): Text | undefined {
  const node = document.caretPositionFromPoint
    ? document.caretPositionFromPoint(x, y, { shadowRoots })?.offsetNode
    : document.caretRangeFromPoint?.(x, y)?.startContainer;
  return node && isText(node) ? node : undefined;
}
