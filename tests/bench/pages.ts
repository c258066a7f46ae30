/**
 * Pages to read, as HTML, so that a browser reads them the way it reads any page. Each is a list of parts that are alike: two
 * methods can take turns over them, and neither reads what the other has read.
 */

const sentences = [
  'The committee met twice that winter.',
  'She walked home along the river, counting boats.',
  'Many people sleep badly in the first weeks.',
  'Prices rose in spring and fell in summer.',
  'A note on the door said it would open late.',
  'The doctor asked about sleep and the week.',
  'Nobody could say quite why.',
];
const naming = ['He had taken sertraline for a year.', 'Some try kratom, not an antidepressant.', 'SSRIs are one group of them.'];
/** One sentence in fifty names something. */
const NAMING_EVERY = 50;

/** An article says more of its subject. */
const articleSentences = [
  'Doctors in the region had seen the pattern before, though never in so many households at once and never so early in the year.',
  'Most of those who answered the letter were between thirty and fifty, worked full days and had children at school.',
  'A second survey, sent out after Easter, asked how long people had slept and what they had eaten before going to bed.',
  'Its authors warn that the answers came from volunteers, who may differ from everyone else in ways nobody has measured.',
  'The council paid for a telephone line that is open in the evening, and four nurses take turns to answer it.',
  'None of this was known when the guidance was written, and the agency says that it will look at the text again in autumn.',
  'What works for one person may do nothing for the next, which is why the clinic writes down every change and every reason.',
  'In the smaller towns the nearest pharmacy is an hour away, so that a missed delivery can mean a week without a refill.',
  'Her sister kept a diary through the whole of it, with the hours, the weather and now and then a drawing of the garden.',
];
const articleNaming = [
  'He had taken sertraline for a year when a friend told him about kratom, and he stopped the one before he tried the other.',
  'SSRIs are often the first to be prescribed; fluoxetine stays in the body for weeks, paroxetine does not.',
  'Asked about kratom, the agency repeated that no product with mitragynine has been approved as a medicine.',
  'Of the antidepressants in the survey, venlafaxine and bupropion were named most often after sertraline.',
];
const ARTICLE_NAMING_EVERY = 10;

/**
 * What the code is warmed up with is written in other words. It names what the pages name, and often, so that what happens once for a
 * name and where a name is found is warm, too.
 */
const warmSentences = [
  'Their ferry left an hour after the storm had passed.',
  'I keep the old letters in a tin under the stairs.',
  'Twelve of the houses on this street were built by one man.',
  'You may cross where the fence is low.',
  'It rained, then it stopped, and the market went on.',
];
const warmNaming = [
  'They switched her to sertraline or fluoxetine last month.',
  'A shop sold kratom next door, and mitragynine by the gram.',
  'Both are SSRIs, or so the leaflet on antidepressants said.',
  'After paroxetine came bupropion and then venlafaxine.',
];
const WARM_NAMING_EVERY = 6;

/** Sentences in turn, one in `every` of them naming something. Each has a number, so that no engine can share texts. */
function writer(plain: readonly string[], named: readonly string[], every: number, start = 0): () => string {
  let count = 0;
  return () => {
    const list = count % every === 0 ? named : plain;
    const at = Math.floor(count / (list === named ? every : 1)) % list.length;
    return `${list[at]} ${start + count++}. `;
  };
}

const inParts = (parts: readonly string[]): string => parts.map((part) => `<div class="part">${part}</div>`).join('');

/** A page of paragraphs and list items with links and emphasis in them, a sentence in each of their `count` text nodes. */
export function nodesPage(count: number, parts: number): string {
  const text = writer(sentences, naming, NAMING_EVERY);
  const block = (tag: string): string =>
    `<${tag}>${text()}<a href="#">${text()}</a>${text()}<em>${text()}</em>${text()}<b>${text()}</b>${text()}</${tag}>`;
  const blocksEach = Math.round(count / parts / 7);
  return inParts(
    Array.from({ length: parts }, () => Array.from({ length: blocksEach }, (_, at) => block(at % 7 === 0 ? 'li' : 'p')).join('')),
  );
}

/** Articles of about 400 text nodes and 40,000 characters each. */
export function articlesPage(count: number): string {
  const text = writer(articleSentences, articleNaming, ARTICLE_NAMING_EVERY);
  const paragraph = (): string =>
    `<p>${text()}<a href="#">${text().slice(0, 40)}</a> ${text()}${text()}<em>${text().slice(0, 30)}</em> ${text()}</p>`;
  const item = (): string => `<li><a href="#">${text().slice(0, 50)}</a> ${text().slice(0, 90)}</li>`;
  const row = (): string => `<tr><td>${text().slice(0, 30)}</td><td>${text().slice(0, 60)}</td><td>${text().length}</td></tr>`;
  const repeated = (times: number, make: () => string): string => Array.from({ length: times }, make).join('');
  const section = (): string =>
    `<h2>${text().slice(0, 50)}</h2>${repeated(7, paragraph)}<ul>${repeated(4, item)}</ul>` +
    `<h3>${text().slice(0, 40)}</h3>${repeated(2, paragraph)}`;
  const article = (): string =>
    `<article><h1>${text().slice(0, 60)}</h1>${repeated(7, section)}` +
    `<table><tbody>${repeated(8, row)}</tbody></table></article>`;
  return inParts(Array.from({ length: count }, article));
}

/** A page of `count` paragraphs, each with one text of `length` characters. */
export function longTextsPage(count: number, length: number, parts: number): string {
  const text = writer(sentences, naming, NAMING_EVERY);
  const paragraph = (): string => {
    let written = '';
    while (written.length < length) written += text();
    return `<p>${written.slice(0, length)}</p>`;
  };
  return inParts(Array.from({ length: parts }, () => Array.from({ length: Math.round(count / parts) }, paragraph).join('')));
}

/** Paragraphs to warm up with, different in each round. */
export function warmPage(paragraphs: number, round: number): string {
  const text = writer(warmSentences, warmNaming, WARM_NAMING_EVERY, round * paragraphs * 3);
  return Array.from({ length: paragraphs }, () => `<p>${text()}<b>${text()}</b>${text()}</p>`).join('');
}

/** A short page that names nothing. */
export function plainPage(): string {
  const text = writer(sentences, sentences, NAMING_EVERY);
  return Array.from({ length: 20 }, () => `<p>${text()}<a href="#">${text()}</a>${text()}</p>`).join('');
}
