import { describe, expect, it } from 'vitest';
import { createAnnotator } from '../../../lib/text/annotate.ts';
import { bodyOffset, readHtml } from '../../../scripts/html-text.ts';
import { dataset, table } from '../dataset/real-dataset.ts';

const annotator = createAnnotator(dataset, table);

/** What is found in a page, after checking that each finding points at its own words in the body's text. */
function foundIn(html: string): string[] {
  const { bodyText, blocks } = readHtml(html);
  const { mentions } = annotator.annotateBlocks(
    blocks.map((block) => ({ text: block.text, offsetOf: (offset) => bodyOffset(block, offset) })),
    bodyText,
  );
  return mentions.map(({ exact, start, end, entry }) => {
    if (bodyText.slice(start, end) !== exact) return `${bodyText.slice(start, end)} is not ${exact}`;
    return `${exact} = ${entry}`;
  });
}

describe('names in a page', () => {
  it('are read across inline tags', () => {
    expect(foundIn('<p>kra<b>tom</b> and St John’s <i>wort</i>')).toEqual(['kratom = kratom', 'St John’s wort = st-johns-wort']);
  });

  it('are not read across blocks', () => {
    for (const html of [
      '<p>kra</p><p>tom</p>',
      '<div>kra</div>tom',
      'kra<br>tom',
      '<ul><li>kra<li>tom</ul>',
      'kra<img>tom',
      '<table><tr><td>kra<td>tom</table>',
    ])
      expect(foundIn(html)).toEqual([]);
  });

  it('are not read in scripts, styles, code, editors, menus, footers and hidden parts, whose text still counts for places', () => {
    expect(
      foundIn(`<head><title>kratom</title></head><body><script>kratom</script><nav>kratom</nav><p>kratom</p><style>kratom</style>
        <code>kratom</code><textarea>kratom</textarea><div contenteditable>kratom</div><div hidden>kratom</div><footer>kratom</footer><p>mitragynine`),
    ).toEqual(['kratom = kratom', 'mitragynine = mitragynine']);
  });

  it('wait for their context across the whole page', () => {
    expect(foundIn('<p>TCAs came first.</p><p>Nortriptyline is one.</p>')).toContain('TCAs = tca');
  });
});
