/** Puts the look of the marks into shadow trees, which in Firefox don't take `::highlight()` rules from the document. */
import css from '../../assets/styles/marks.css?inline';
import { isShadowRoot } from './mention-index.ts';

export interface SheetKeeper {
  /** Sees to it that marks on this text are drawn. */
  addFor(text: Text): void;
  /** Puts the look back where the page has set its list of sheets anew. */
  repair(): void;
  /** Takes every sheet out again. */
  clear(): void;
}

export function createSheetKeeper(document: Document): SheetKeeper {
  let sheet: CSSStyleSheet | undefined;
  const looked = new WeakSet<ShadowRoot>();
  let added: WeakRef<ShadowRoot>[] = [];

  /** Whether the document's rules reach in here: then nothing is added. */
  function hasLook(element: Element): boolean {
    const look = document.defaultView?.getComputedStyle(element, '::highlight(note-mention)');
    return look?.textDecorationStyle === 'dotted';
  }

  function add(root: ShadowRoot, look: CSSStyleSheet): void {
    // Pushed, not set anew: the page may keep its own list.
    if (!root.adoptedStyleSheets.includes(look)) root.adoptedStyleSheets.push(look);
  }

  return {
    addFor(text) {
      const root = text.getRootNode();
      if (!isShadowRoot(root) || looked.has(root)) return;
      looked.add(root);
      if (hasLook(text.parentElement ?? root.host)) return;
      if (sheet === undefined) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
      }
      add(root, sheet);
      added.push(new WeakRef(root));
    },
    repair() {
      if (sheet === undefined) return;
      added = added.filter((reference) => reference.deref() !== undefined);
      for (const reference of added) add(reference.deref() as ShadowRoot, sheet);
    },
    clear() {
      for (const reference of added) {
        const sheets = reference.deref()?.adoptedStyleSheets;
        const at = sheets === undefined || sheet === undefined ? -1 : sheets.indexOf(sheet);
        if (at >= 0) sheets?.splice(at, 1);
      }
      added = [];
    },
  };
}
