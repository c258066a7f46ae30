/** Shadow trees: found by a walk of the elements, after the text has been read. */
import type { Job, Pace } from './pace.ts';

/** Only extensions have these: a property in Firefox, a function in Chromium. The page's own scripts don't see what they give. */
type Host = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };
type ExtensionDom = { openOrClosedShadowRoot?(element: Element): ShadowRoot | null };
const extensionDom = (globalThis as { chrome?: { dom?: ExtensionDom } }).chrome?.dom;

const xhtml = 'http://www.w3.org/1999/xhtml';
/** Elements of HTML that can have a shadow tree (https://dom.spec.whatwg.org/#valid-shadow-host-name). */
const hostTags = new Set('article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '));

const showElement = 0x1;
/** Custom elements whose shadow tree may come later. */
const waitingLimit = 500;
/** The clock is asked once in this many elements. */
const stepNodes = 256;

export interface RootFinder {
  /** Looks for hosts among an element and those under it. */
  search(root: Node, pace: Pace): Job;
  /** Looks at one element. */
  look(element: Element): void;
  /** Looks again at custom elements that had no shadow tree. */
  lookAgain(): void;
  /** All that have been found and are in the page. */
  openRoots(): ShadowRoot[];
}

const isCustom = (element: Element): boolean => element.localName.includes('-') && element.namespaceURI === xhtml;

function shadowOf(element: Host): ShadowRoot | null {
  const shadow = element.openOrClosedShadowRoot ?? element.shadowRoot;
  if (shadow !== null || extensionDom?.openOrClosedShadowRoot === undefined) return shadow;
  // Chromium is slow to answer: it is not asked about elements that show children of their own.
  const mayBeHost = isCustom(element) || (element.firstChild === null && hostTags.has(element.localName));
  return mayBeHost ? (extensionDom.openOrClosedShadowRoot(element) ?? null) : null;
}

/** `whenFound` is told of each shadow root a search meets, and whether it is the first time. */
export function createRootFinder(whenFound: (root: ShadowRoot, isNew: boolean) => void): RootFinder {
  const known = new WeakSet<ShadowRoot>();
  const waits = new WeakSet<Element>();
  let waiting: WeakRef<Element>[] = [];
  let found: WeakRef<ShadowRoot>[] = [];

  function meet(shadow: ShadowRoot, isNew: boolean): void {
    if (shadow.host.localName === 'note-card') return;
    known.add(shadow);
    if (isNew) found.push(new WeakRef(shadow));
    whenFound(shadow, isNew);
  }

  function look(element: Element): void {
    const shadow = shadowOf(element);
    if (shadow !== null && !known.has(shadow)) meet(shadow, true);
  }

  function waitFor(element: Element): void {
    if (waits.has(element) || waiting.length === waitingLimit || !isCustom(element)) return;
    waits.add(element);
    waiting.push(new WeakRef(element));
  }

  return {
    look,
    openRoots() {
      found = found.filter((reference) => reference.deref());
      return found.flatMap((reference) => reference.deref() ?? []).filter(({ isConnected }) => isConnected);
    },
    *search(root, pace) {
      const document = root.ownerDocument ?? (root as Document);
      const walker = document.createTreeWalker(root, showElement);
      let count = 0;
      for (let node: Node | null = root; node !== null; node = walker.nextNode()) {
        if (node.nodeType !== 1) continue;
        const element = node as Element;
        const shadow = shadowOf(element);
        if (shadow === null) waitFor(element);
        else meet(shadow, !known.has(shadow));
        if (count++ % stepNodes === 0 && pace.isDue()) {
          yield;
          // Taken away meanwhile: its own removal or new place is a change of the page, seen as such.
          if (!root.contains(node)) walker.currentNode = root;
        }
      }
    },
    lookAgain() {
      waiting = waiting.filter((reference) => {
        const element = reference.deref();
        if (element?.isConnected && shadowOf(element) === null) return true;
        if (element === undefined) return false;
        waits.delete(element);
        if (element.isConnected) look(element);
        return false;
      });
    },
  };
}
