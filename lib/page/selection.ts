/** The mention the reader's selection or caret leads to. */
import { compareNodes } from './mention-index.ts';
import { type Found, placeAt } from './passage.ts';

/** The first of `all` (in document order) that ends after the start of the selection. */
export function mentionAtSelection(document: Document, all: readonly Found[]): Found | undefined {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const { startContainer, startOffset } = selection.getRangeAt(0);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endsAfter(all[middle] as Found, startContainer, startOffset)) high = middle;
    else low = middle + 1;
  }
  return all[low];
}

function endsAfter({ passage, end }: Found, container: Node, offset: number): boolean {
  const place = placeAt(passage, end, true);
  if (place.node === container) return place.offset > offset;
  const child = container.childNodes[offset];
  if (child) return child === place.node || child.contains(place.node) || compareNodes(child, place.node) < 0;
  // Past the last child: what is inside the container comes before.
  return !container.contains(place.node) && compareNodes(container, place.node) < 0;
}
