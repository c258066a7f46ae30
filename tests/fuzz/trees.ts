/** Made-up pieces of pages: what is hard for a reader of text, in any order. */
import * as fc from 'fast-check';

export interface ElementTree {
  tag: string;
  attributes: Record<string, string>;
  children: Tree[];
  /** What stands in its open shadow tree, if it has one. */
  shadow?: Tree[];
}

/** Text, or an element, or what lies between the two and is not shown. */
export type Tree = string | ElementTree | { comment: string } | { cdata: string };

const names = [
  'sertraline',
  'kratom',
  'Prozac',
  'fluoxetine',
  'St John’s wort',
  'mitragynine',
  'TCA',
  'SSRIs',
  'IRS',
  'Lustral',
  'sertralin',
  'sertralline',
  'сертралин',
  'lithium',
  'antidepressants',
];
const pieces = [
  'ser',
  'tra',
  'line',
  'kra',
  'tom',
  'Pro',
  'zac',
  'St John’s',
  'wort',
  'TC',
  'A',
  'mitra',
  'gynine',
  's',
  '’s',
  '-',
];
const others = [
  ' ',
  ' ',
  ' ',
  '\n',
  '\u00ad',
  '\u200b',
  '. ',
  ', ',
  '#',
  'x',
  '',
  ' and ',
  'The tea',
  ' of the day was ',
  ' peel ',
];

const word = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...names) },
  { weight: 4, arbitrary: fc.constantFrom(...pieces) },
  { weight: 6, arbitrary: fc.constantFrom(...others) },
);
export const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(''));

const inline = ['span', 'b', 'i', 'a', 'sup', 'ruby', 'rb', 'label', 'wbr', 'mark'];
const blocks = [
  'p',
  'div',
  'ul',
  'li',
  'table',
  'tr',
  'td',
  'h2',
  'section',
  'br',
  'hr',
  'details',
  'summary',
  'flex-row',
  'slot',
];
const skipped = [
  'script',
  'style',
  'template',
  'noscript',
  'rt',
  'rp',
  'code',
  'pre',
  'nav',
  'footer',
  'textarea',
  'button',
  'svg',
];
export const inlineTag = fc.constantFrom(...inline);
const tag = fc.oneof(
  { weight: 6, arbitrary: inlineTag },
  { weight: 5, arbitrary: fc.constantFrom(...blocks) },
  { weight: 2, arbitrary: fc.constantFrom(...skipped) },
);

/** Classes of the page's style sheet. Those that make boxes stay on their elements: words that a changed style joins or parts are not followed. */
export const styleSheet = `
  .box { display: inline-block } .flex { display: flex } .block { display: block } .contents { display: contents }
  .gone { display: none } flex-row { display: flex }`;
export const boxes = '.box, .flex, .flex *, flex-row *, .block, .contents';

const values: Record<string, readonly string[]> = {
  style: ['display: none', 'visibility: hidden', 'visibility: visible', 'content-visibility: hidden'],
  hidden: ['', 'until-found'],
  open: [''],
  lang: ['', 'en', 'de', 'fr'],
  contenteditable: ['', 'true', 'false'],
  href: ['#there'],
  role: ['', 'navigation', 'link', 'note', 'textbox'],
  slot: ['', 'one'],
  name: ['', 'one'],
};
const oneOf = (name: string, list: readonly string[]) => fc.constantFrom(...list).map((value) => [name, value] as const);

/** An attribute that means something, to be set or taken away (null). */
export const attributeChange = fc
  .constantFrom(...Object.entries(values))
  .chain(([name, list]) => fc.tuple(fc.constant(name), fc.constantFrom(null, ...list)));

const attributes = fc
  .array(
    fc.oneof(
      oneOf('class', ['box', 'flex', 'block', 'contents', 'gone']),
      ...Object.entries(values).map(([name, list]) => oneOf(name, list)),
    ),
    { maxLength: 2 },
  )
  .map((list) => Object.fromEntries(list));

const { trees } = fc.letrec<{ trees: Tree[]; element: ElementTree }>((tie) => ({
  trees: fc.array(
    fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      { weight: 6, arbitrary: text },
      { weight: 1, arbitrary: text.map((comment) => ({ comment })) },
      { weight: 1, arbitrary: text.map((cdata) => ({ cdata })) },
      { weight: 7, arbitrary: tie('element') },
    ),
    { maxLength: 5, depthIdentifier: 'tree' },
  ),
  element: fc
    .record(
      {
        tag,
        attributes,
        children: tie('trees'),
        shadow: fc.option(tie('trees'), { freq: 6, nil: undefined }),
      },
      { noNullPrototype: true },
    )
    .map(({ shadow, ...element }) => (shadow && canHost(element.tag) ? { ...element, shadow } : element)),
}));

export { trees };

const hosts = new Set(['div', 'p', 'span', 'section', 'h2', 'nav', 'footer']);
/** Whether a browser lets an element of this tag have a shadow tree. */
const canHost = (name: string): boolean => hosts.has(name) || name.includes('-');

let anyXml: XMLDocument | undefined;

/** The nodes, made one by one, so that no parser puts them elsewhere. */
export function grow(list: readonly Tree[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const tree of list) fragment.append(growOne(tree));
  return fragment;
}

function growOne(tree: Tree): Node {
  if (typeof tree === 'string') return document.createTextNode(tree);
  if ('comment' in tree) return document.createComment(tree.comment);
  if ('cdata' in tree) {
    anyXml ??= document.implementation.createDocument(null, 'xml');
    return document.adoptNode(anyXml.createCDATASection(tree.cdata));
  }
  const namespace = tree.tag === 'svg' ? 'http://www.w3.org/2000/svg' : 'http://www.w3.org/1999/xhtml';
  const element = document.createElementNS(namespace, tree.tag);
  // A script of this type is not run.
  if (tree.tag === 'script') element.setAttribute('type', 'text/plain');
  for (const [name, value] of Object.entries(tree.attributes)) element.setAttribute(name, value);
  if (tree.shadow) element.attachShadow({ mode: 'open' }).append(grow(tree.shadow));
  element.append(grow(tree.children));
  return element;
}

const escaped = (raw: string): string => raw.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const voids = new Set(['br', 'hr', 'wbr']);

/** The same as HTML; a parser may read it in another way. `nothing` stands for a text node that is empty. */
export function asHtml(list: readonly Tree[], nothing = ''): string {
  return list.map((tree) => oneAsHtml(tree, nothing)).join('');
}

function oneAsHtml(tree: Tree, nothing: string): string {
  if (typeof tree === 'string') return escaped(tree) || nothing;
  if ('comment' in tree) return `<!--${tree.comment}-->`;
  if ('cdata' in tree) return `<![CDATA[${tree.cdata}]]>`;
  const named = Object.entries(tree.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const shadow = tree.shadow ? `<template shadowrootmode="open">${asHtml(tree.shadow, nothing)}</template>` : '';
  const inside = shadow + asHtml(tree.children, nothing);
  return `<${tree.tag}${named.join('')}>${inside}${voids.has(tree.tag) && inside === '' ? '' : `</${tree.tag}>`}`;
}
