/** Shadow trees: found by a walk of the elements, after the text has been read. */
import type { Job, Pace } from './pace.ts';

/** Only extensions in Firefox have this; the page's own scripts don't see what it gives. */
type Host = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

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
}

const shadowOf = (element: Host): ShadowRoot | null => element.openOrClosedShadowRoot ?? element.shadowRoot;

/** `whenFound` is called once for each shadow root that is for reading. */
export function createRootFinder(whenFound: (root: ShadowRoot) => void): RootFinder {
  const known = new WeakSet<ShadowRoot>();
  let waiting: WeakRef<Element>[] = [];

  function look(element: Element): void {
    const shadow = shadowOf(element);
    if (shadow === null || known.has(shadow) || element.localName === 'note-card') return;
    known.add(shadow);
    whenFound(shadow);
  }

  return {
    look,
    *search(root, pace) {
      const document = root.ownerDocument ?? (root as Document);
      const walker = document.createTreeWalker(root, showElement);
      let count = 0;
      for (let node: Node | null = root; node !== null; node = walker.nextNode()) {
        if (node.nodeType !== 1) continue;
        const element = node as Element;
        if (shadowOf(element) !== null) look(element);
        else if (waiting.length < waitingLimit && element.localName.includes('-')) waiting.push(new WeakRef(element));
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
        if (element === undefined || !element.isConnected) return false;
        if (shadowOf(element) === null) return true;
        look(element);
        return false;
      });
    },
  };
}
