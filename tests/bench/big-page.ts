/** A large page of plain prose, as HTML, so that a browser reads it the way it reads any page. */

const sentences = [
  'The committee met twice that winter.',
  'She walked home along the river, counting boats.',
  'Many people sleep badly in the first weeks.',
  'Prices rose in spring and fell in summer.',
  'A note on the door said it would open late.',
  'The doctor asked about sleep and the week.',
  'Nobody could say quite why.',
];
/** One text node in fifty names something. */
const naming = ['He had taken sertraline for a year.', 'Some try kratom, not an antidepressant.', 'SSRIs are one group of them.'];
const NAMING_EVERY = 50;

/** The body of a page with `count` text nodes: paragraphs and list items with links and emphasis in them. */
export function bigPage(count: number): string {
  let nodes = 0;
  const text = (): string => {
    const list = nodes % NAMING_EVERY === 0 ? naming : sentences;
    // The number keeps texts apart, so that no engine can share them.
    return `${list[Math.floor(nodes / (list === naming ? NAMING_EVERY : 1)) % list.length]} ${nodes++}. `;
  };
  const blocks: string[] = [];
  while (nodes < count) {
    const tag = blocks.length % 7 === 0 ? 'li' : 'p';
    blocks.push(
      `<${tag}>${text()}<a href="#">${text()}</a>${text()}<em>${text()}</em>${text()}<b>${text()}</b>${text()}</${tag}>`,
    );
  }
  return blocks.join('');
}
