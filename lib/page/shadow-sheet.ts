/** Puts the look of the marks into shadow trees, which in Firefox don't take `::highlight()` rules from the document. */
import css from '../../assets/styles/marks.css?inline';
import { isShadowRoot } from './mention-index.ts';

/** A page that keeps setting its sheets anew has its way after this many times. */
const repairLimit = 20;

export interface SheetKeeper {
  /** Sees to it that marks on this text are drawn. */
  addFor(text: Text): void;
  /** Puts back sheets that the page has taken out. */
  repair(): void;
  /** Takes every sheet out again. */
  clear(): void;
}

export function createSheetKeeper(document: Document): SheetKeeper {
  let sheet: CSSStyleSheet | undefined;
  const looked = new WeakSet<ShadowRoot>();
  let added: WeakRef<ShadowRoot>[] = [];
  let repairs = 0;

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
      for (const reference of added) {
        const sheets = reference.deref()?.adoptedStyleSheets;
        if (sheets === undefined || sheets.includes(sheet) || repairs === repairLimit) continue;
        repairs++;
        sheets.push(sheet);
      }
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
