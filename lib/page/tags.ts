/** How an element takes part in a line of text, by its tag alone: styles are asked only where a name was found. */
export const flow = { breaks: 0, inline: 1, unseen: 2 } as const;

const inlineTags =
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q rb ruby s small slot span strike strong sub sup time tt u var wbr';
/** Neither read nor seen within a line: the words on both sides stand together. */
const unseenTags = 'noscript rp rt rtc script style template';

const flows = new Map<string, number>([
  ...inlineTags.split(' ').map((tag) => [tag, flow.inline] as const),
  ...unseenTags.split(' ').map((tag) => [tag, flow.unseen] as const),
]);

/** The flow of an element; a tag not known here (custom elements too) ends the line. */
export const flowOf = ({ localName }: { readonly localName: string }): number => flows.get(localName) ?? flow.breaks;

const skippedTags =
  'script,style,noscript,template,textarea,input,select,option,button,code,pre,kbd,samp,svg,math,rt,rp,iframe,object,canvas,video,audio,nav,footer,note-card,title';
const skippedRoles = ['textbox', 'navigation', 'contentinfo'];

/** Text inside these is not for reading, is being written, or belongs to the site rather than the page. */
export const skipSelector = [
  skippedTags,
  '[contenteditable]:not([contenteditable="false" i])',
  ...skippedRoles.map((role) => `[role~="${role}"]`),
].join();

const skippedTagSet = new Set(skippedTags.split(','));

/** The same, for a tree that knows no selectors. `attribute` answers undefined where there is none. */
export function isSkippedTag(localName: string, attribute: (name: string) => string | undefined): boolean {
  const editable = attribute('contenteditable');
  return (
    skippedTagSet.has(localName) ||
    (editable !== undefined && editable.toLowerCase() !== 'false') ||
    (attribute('role')
      ?.split(/\s+/)
      .some((role) => skippedRoles.includes(role)) ??
      false)
  );
}

export const linkSelector = 'a[href],[role~="link"]';
export const headingSelector = 'h1,h2,h3,h4,h5,h6';
export const sectionSelector = 'section,article';
