/** What a reader has made of the page, and whether it is right. */
import type { PageReader } from '../../lib/page/page-mention.ts';
import { pathOf } from './page.ts';

/** A reading in words, so that two can be compared and shown: the nodes stand by their places. */
export interface Reading {
  mentions: string[];
  marks: string[];
}

/** Reads off what a settled reader has found; throws where a mark does not lie on its mention's own words. */
export function readingOf(reader: PageReader, density: string): Reading {
  const mentions = reader.mentions();
  const ranges = [...(CSS.highlights.get('note-mention') ?? [])];
  for (const range of ranges) {
    for (const node of [range.startContainer, range.endContainer])
      if (!node.isConnected) throw new Error(`a mark stands on a node that is not in the page: ${pathOf(node)}`);
    const covered = textUnder(range);
    if (!mentions.some(({ exact }) => exact === covered))
      throw new Error(`a mark covers ${JSON.stringify(covered)}, which is no mention`);
  }
  const exacts = mentions.map(({ exact }) => exact).sort();
  if (density === 'all' && exacts.join('|') !== ranges.map(textUnder).sort().join('|'))
    throw new Error(`${mentions.length} mentions (${exacts}), ${ranges.length} marks`);
  for (const mention of mentions) {
    if (!reader.elementOf(mention)?.isConnected) throw new Error(`${mention.exact}: its element is not in the page`);
    reader.contextOf(mention);
    const [rect] = reader.rectsOf(mention);
    if (rect) reader.at(rect.x + rect.width / 2, rect.y + rect.height / 2);
  }
  return {
    mentions: mentions.map(
      (mention) =>
        `${JSON.stringify(mention.exact)} is ${mention.entry}, ${mention.form}${mention.inLink ? ', in a link' : ''}, in ${pathOf(reader.elementOf(mention))}`,
    ),
    marks: ranges
      .map(
        (range) =>
          `${pathOf(range.startContainer)} at ${range.startOffset} to ${pathOf(range.endContainer)} at ${range.endOffset}`,
      )
      .sort(),
  };
}

const unseen = 'script, style, template, noscript, rt, rtc, rp';

/** The words a range covers, without what stands between them unseen. */
function textUnder({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): string {
  if (startContainer === endContainer) return (startContainer as Text).data.slice(startOffset, endOffset);
  const walker = document.createTreeWalker(startContainer.getRootNode(), NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
  walker.currentNode = startContainer;
  let words = (startContainer as Text).data.slice(startOffset);
  for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
    if (text === endContainer) return words + text.data.slice(0, endOffset);
    if (!text.parentElement?.closest(unseen)) words += text.data;
  }
  return `${words} (and on: its end comes before its start)`;
}
