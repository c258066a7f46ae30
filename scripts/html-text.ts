/** Reads HTML the way a browser does and gives the text of its body in blocks, each with its place in the body's `textContent`. */
import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from 'parse5';
import { flow, flowOf, isSkippedTag } from '../lib/page/tags.ts';

/** Text that reads as one run: the pieces of a block, joined across inline tags. */
export interface TextBlock {
  text: string;
  /** For each piece: where it starts in the block, and where in the body's `textContent`. */
  pieces: { start: number; bodyStart: number }[];
}

export interface HtmlText {
  /** The body's `textContent`. */
  bodyText: string;
  blocks: TextBlock[];
}

const attribute = (element: DefaultTreeAdapterTypes.Element, name: string) =>
  element.attrs.find((candidate) => candidate.name === name)?.value;

const isSkipped = (element: DefaultTreeAdapterTypes.Element): boolean =>
  attribute(element, 'hidden') !== undefined || isSkippedTag(element.tagName, (name) => attribute(element, name));

export function readHtml(html: string): HtmlText {
  const document = parse(html);
  const root = document.childNodes.filter(tree.isElementNode).find((node) => node.tagName === 'html');
  const body = root?.childNodes.filter(tree.isElementNode).find((node) => node.tagName === 'body');
  let bodyText = '';
  const blocks: TextBlock[] = [];
  let open: TextBlock | undefined;
  const cut = () => {
    open = undefined;
  };
  const visit = (node: DefaultTreeAdapterTypes.ChildNode, read: boolean): void => {
    if (tree.isTextNode(node)) {
      if (read) {
        if (!open) {
          open = { text: '', pieces: [] };
          blocks.push(open);
        }
        open.pieces.push({ start: open.text.length, bodyStart: bodyText.length });
        open.text += node.value;
      }
      bodyText += node.value;
    } else if (tree.isElementNode(node)) {
      const kind = flowOf(node.tagName);
      if (kind === flow.breaks) cut();
      const readInside = read && kind !== flow.unseen && !isSkipped(node);
      for (const child of node.childNodes) visit(child, readInside);
      if (kind === flow.breaks) cut();
    }
  };
  for (const child of body?.childNodes ?? []) visit(child, true);
  return { bodyText, blocks };
}

/** Where a position in a block lies in the body's `textContent`. */
export function bodyOffset(block: TextBlock, offset: number): number {
  const piece = block.pieces.findLast((candidate) => candidate.start <= offset);
  return piece ? piece.bodyStart + offset - piece.start : offset;
}
