/** Puts the look of the marks into shadow trees, where Firefox does not inherit it from the document. */

import css from '../../assets/styles/marks.css?inline';
import { isShadowRoot } from './mention-index.ts';

export interface SheetKeeper {
  /** Sees to it that marks on this node are drawn. */
  addFor(node: Node): void;
  clear(): void;
}

export function createSheetKeeper(document: Document): SheetKeeper {
  return { addFor() {}, clear() {} };
}
void isShadowRoot;
void css;
