/** The page that is changed: its nodes by number, counted around among those that are there, and what has been taken out of it. */

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;
const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE;
const isShadowRoot = (node: Node): node is ShadowRoot => 'host' in node && node.nodeType === Node.DOCUMENT_FRAGMENT_NODE;

const at = <T>(list: readonly T[], number: number): T | undefined => list[number % list.length];

export class Page {
  /** Taken out of the page, for being put back. */
  readonly #taken: ChildNode[] = [];

  /** All that is in the body, with what is in open shadow trees. */
  nodes(): ChildNode[] {
    const nodes: ChildNode[] = [];
    const visit = (parent: ParentNode): void => {
      for (const child of parent.childNodes) {
        nodes.push(child);
        if (!isElement(child)) continue;
        if (child.shadowRoot) visit(child.shadowRoot);
        visit(child);
      }
    };
    visit(document.body);
    return nodes;
  }

  node = (number: number): ChildNode | undefined => at(this.nodes(), number);
  text = (number: number): Text | undefined => at(this.nodes().filter(isText), number);
  element = (number: number): Element | undefined => at(this.nodes().filter(isElement), number);

  /** The body, an element, or a shadow root. */
  parent(number: number): ParentNode {
    const elements = this.nodes().filter(isElement);
    return at([document.body, ...elements, ...elements.flatMap(({ shadowRoot }) => shadowRoot ?? [])], number) ?? document.body;
  }

  keep(node: ChildNode): void {
    this.#taken.push(node);
  }

  /** The last that has been taken out. */
  takeBack(): ChildNode | undefined {
    return this.#taken.pop();
  }

  forget(): void {
    this.#taken.length = 0;
  }
}

/** The child that would come after a new one. */
export const childAt = (parent: ParentNode, number: number): ChildNode | null =>
  parent.childNodes[number % (parent.childNodes.length + 1)] ?? null;

/** Whether a node is the other or around it, through shadow roots. */
export function holds(node: Node, other: Node): boolean {
  for (let inside: Node | undefined = other; inside; ) {
    if (node.contains(inside)) return true;
    const root: Node = inside.getRootNode();
    inside = isShadowRoot(root) ? root.host : undefined;
  }
  return false;
}

const nameOf = (node: Node): string =>
  isText(node)
    ? JSON.stringify(node.length > 60 ? `${node.data.slice(0, 60)}…` : node.data)
    : isShadowRoot(node)
      ? '#shadow'
      : node.nodeName.toLowerCase();

/** Where a node stands: its ancestors from the body on, each with its number among its siblings. */
export function pathOf(node: Node | undefined): string {
  if (!node || node === document.body) return 'body';
  const parent = isShadowRoot(node) ? node.host : node.parentNode;
  const place = node.parentNode ? `[${[...node.parentNode.childNodes].indexOf(node as ChildNode)}]` : '';
  return parent ? `${pathOf(parent)} > ${nameOf(node)}${place}` : nameOf(node);
}
