/** Puts the look of the marks into shadow trees, where Firefox does not inherit it from the document. */
import { isShadowRoot } from './mention-index.ts';
import css from '../../assets/styles/marks.css?inline';

export interface SheetKeeper {
  /** Sees to it that marks on this node are drawn. */
  addFor(node: Node): void;
  clear(): void;
}

export function createSheetKeeper(document: Document): SheetKeeper {
  return { addFor() {}, clear() {} };
}
void isShadowRoot; void css;
