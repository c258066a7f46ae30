/** How an element takes part in a line of text, by its tag alone: styles are asked only where a name was found. */
export const flow = { breaks: 0, inline: 1, unseen: 2 } as const;

const inlineTags =
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q rb ruby s small span strike strong sub sup time tt u var wbr';
/** Neither read nor seen within a line: the words on both sides stand together. */
const unseenTags = 'noscript rp rt rtc script style template'.split(' ');

export const unseenSelector = unseenTags.join(',');

const flows = new Map<string, number>([
  ...inlineTags.split(' ').map((tag) => [tag, flow.inline] as const),
  ...unseenTags.map((tag) => [tag, flow.unseen] as const),
]);

/** The flow of elements of a tag; one not known here (custom elements too) ends the line. */
export const flowOf = (localName: string): number => flows.get(localName) ?? flow.breaks;

const skippedTags = new Set(
  'script style noscript template textarea input select option button code pre kbd samp svg math rt rp iframe object canvas video audio nav footer note-card title'.split(
    ' ',
  ),
);
const skippedRoles = new Set(['textbox', 'searchbox', 'combobox', 'listbox', 'navigation', 'contentinfo']);

/**
 * Whether text inside an element is left alone: it is not for reading, is being written, or belongs to the site rather
 * than the page. `attribute` answers undefined where there is none.
 */
export function isSkippedTag(localName: string, attribute: (name: string) => string | undefined): boolean {
  if (skippedTags.has(localName)) return true;
  const editable = attribute('contenteditable');
  if (editable !== undefined && editable.toLowerCase() !== 'false') return true;
  return (
    attribute('role')
      ?.split(/\s+/)
      .some((role) => skippedRoles.has(role)) ?? false
  );
}

export const linkSelector = 'a[href],[role~="link"]';
export const headingSelector = 'h1,h2,h3,h4,h5,h6';
export const sectionSelector = 'section,article';
/** Where a section of the page may begin or end. */
export const sectionEdges = `${headingSelector},${sectionSelector}`;
