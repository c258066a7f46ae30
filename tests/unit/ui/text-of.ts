import type { ComponentChildren, VNode } from 'preact';

/** An element of a component tree, with components already called. */
export interface Drawn {
  tag: string;
  props: Record<string, unknown>;
  text: string;
  children: Drawn[];
}

const isNode = (value: ComponentChildren): value is VNode<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && 'type' in value;

/** Draws a tree of components that hold no state, without a DOM. */
function draw(tree: ComponentChildren): Drawn[] {
  if (Array.isArray(tree)) return tree.flatMap(draw);
  if (!isNode(tree)) {
    const text = tree === null || tree === undefined || typeof tree === 'boolean' ? '' : String(tree);
    return text ? [{ tag: '#text', props: {}, text, children: [] }] : [];
  }
  const { type, props } = tree;
  if (typeof type === 'function') return draw((type as (props: unknown) => ComponentChildren)(props));
  const children = draw(props.children as ComponentChildren);
  return [{ tag: type, props, text: children.map(({ text }) => text).join(''), children }];
}

/** Every word of the tree, as a reader meets it. */
export const textOf = (tree: ComponentChildren): string =>
  draw(tree)
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ');

/** All elements that match, in document order. */
export function findAll(tree: ComponentChildren, matches: (element: Drawn) => boolean): Drawn[] {
  const within = (elements: Drawn[]): Drawn[] =>
    elements.flatMap((element) => [...(matches(element) ? [element] : []), ...within(element.children)]);
  return within(draw(tree));
}

/** Clicks a button of the tree. */
export function click(element: Drawn | undefined): void {
  const onClick = element?.props.onClick;
  if (typeof onClick !== 'function') throw new Error('nothing to click');
  onClick();
}
