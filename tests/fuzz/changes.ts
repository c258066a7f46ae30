/** What scripts do to pages. */
import * as fc from 'fast-check';
import { longTextLength } from '../../lib/page/runs.ts';
import { childAt, holds, type Page, pathOf } from './page.ts';
import { asHtml, attributeChange, boxes, grow, inlineTag, text, trees } from './trees.ts';

/** Changes the page and tells what it did; undefined where there was nothing to do it to. */
export type Change = (page: Page) => string | undefined;

const number = fc.nat({ max: 60 });
const offset = fc.nat({ max: 12 });

function kind<T>(weight: number, wanted: fc.Arbitrary<T>, make: (wanted: T, page: Page) => string | undefined) {
  return {
    weight,
    arbitrary: wanted.map(
      (one): Change =>
        (page) =>
          make(one, page),
    ),
  };
}

/** One that is done to a text node; `make` is given a place in it. */
const toText = <T>(weight: number, rest: fc.Arbitrary<T>, make: (node: Text, place: number, rest: T) => string) =>
  kind(weight, fc.tuple(number, offset, rest), ([which, place, wanted], page) => {
    const node = page.text(which);
    if (!node) return undefined;
    const where = pathOf(node);
    return `${make(node, Math.min(place, node.length), wanted)} ${where}`;
  });

const toElement = <T>(weight: number, rest: fc.Arbitrary<T>, make: (element: Element, rest: T) => string | undefined) =>
  kind(weight, fc.tuple(number, rest), ([which, wanted], page) => {
    const element = page.element(which);
    if (!element) return undefined;
    const where = pathOf(element);
    const done = make(element, wanted);
    return done && `${done} ${where}`;
  });

const toNode = <T>(weight: number, rest: fc.Arbitrary<T>, make: (node: ChildNode, rest: T, page: Page) => string | undefined) =>
  kind(weight, fc.tuple(number, rest), ([which, wanted], page) => {
    const node = page.node(which);
    if (!node) return undefined;
    const where = pathOf(node);
    const done = make(node, wanted, page);
    return done && `${done} ${where}`;
  });

/** Text nodes this long are read in another way than others. */
const filler = 'tea '.repeat(longTextLength / 4 + 1);
/** And so many changes at once. */
const stormSize = 1_001;

const nothing = fc.constant(undefined);
const place = fc.record({ parent: number, at: number });

export const change = fc.oneof(
  toText(2, text, (node, _, data) => {
    node.data = data;
    return `put ${JSON.stringify(data)} in`;
  }),
  toText(3, text, (node, start, data) => {
    node.insertData(start, data);
    return `insert ${JSON.stringify(data)} at ${start} in`;
  }),
  toText(2, offset, (node, start, count) => {
    node.deleteData(start, count);
    return `delete ${count} at ${start} in`;
  }),
  toText(1, nothing, (node, start) => {
    node.insertData(start, filler);
    return `insert ${filler.length} characters at ${start} in`;
  }),
  toText(2, nothing, (node, start) => {
    node.splitText(start);
    return `split at ${start}`;
  }),
  toElement(1, nothing, (element) => {
    element.normalize();
    return 'normalize';
  }),
  toNode(3, nothing, (node, _, page) => {
    node.remove();
    page.keep(node);
    return 'remove';
  }),
  kind(2, place, (wanted, page) => {
    const node = page.takeBack();
    if (!node) return undefined;
    const parent = page.parent(wanted.parent);
    const before = childAt(parent, wanted.at);
    parent.insertBefore(node, before);
    return `put back ${pathOf(node)}`;
  }),
  kind(3, fc.tuple(place, trees), ([wanted, list], page) => {
    const parent = page.parent(wanted.parent);
    parent.insertBefore(grow(list), childAt(parent, wanted.at));
    return `insert at ${wanted.at % parent.childNodes.length} ${asHtml(list)} in ${pathOf(parent)}`;
  }),
  toNode(2, trees, (node, list, page) => {
    node.replaceWith(grow(list));
    page.keep(node);
    return `put ${asHtml(list)} in place of`;
  }),
  toNode(4, place, (node, wanted, page) => {
    const parent = page.parent(wanted.parent);
    if (holds(node, parent)) return undefined;
    const before = childAt(parent, wanted.at);
    parent.insertBefore(node, before === node ? node.nextSibling : before);
    return `move to ${pathOf(node)} from`;
  }),
  toNode(2, inlineTag, (node, tag) => {
    const wrapper = document.createElement(tag);
    node.replaceWith(wrapper);
    wrapper.append(node);
    return `wrap in <${tag}>`;
  }),
  // The other way round: what is moved is told of as taken away, and what is new holds it already.
  toNode(1, inlineTag, (node, tag) => {
    const wrapper = document.createElement(tag);
    const after = node.nextSibling;
    const parent = node.parentNode;
    wrapper.append(node);
    parent?.insertBefore(wrapper, after);
    return `take out and wrap in <${tag}>`;
  }),
  toElement(2, nothing, (element) => {
    element.replaceWith(...element.childNodes);
    return 'unwrap';
  }),
  toElement(5, attributeChange, (element, [name, value]) => {
    if ((name === 'style' || name === 'hidden') && element.matches(boxes)) return undefined;
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
    return value === null ? `take away ${name} of` : `set ${name}="${value}" of`;
  }),
  toElement(1, trees, (element, list) => {
    element.innerHTML = asHtml(list);
    return `set innerHTML ${asHtml(list)} of`;
  }),
  toElement(1, nothing, (element) => {
    const storm = Array.from({ length: stormSize }, () => document.createComment('storm'));
    element.append(...storm);
    for (const comment of storm) comment.remove();
    return `append and remove ${stormSize} comments in`;
  }),
  // Of other elements no event tells, and they are too many to be asked again.
  toElement(1, trees, (element, list) => {
    if (element.shadowRoot || !(element instanceof HTMLElement) || !element.localName.includes('-')) return undefined;
    element.attachShadow({ mode: 'open' }).append(grow(list));
    return `attach a shadow tree ${asHtml(list)} to`;
  }),
);
