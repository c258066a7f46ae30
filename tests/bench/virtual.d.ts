declare module 'virtual:bench/names' {
  /** The names that count without context, folded. */
  const names: string[];
  export default names;
}

declare module 'mark.js' {
  interface Options {
    accuracy?: { value: 'exactly'; limiters: readonly string[] };
    separateWordSearch?: boolean;
    diacritics?: boolean;
    each?: (element: Element) => void;
  }
  export default class Mark {
    constructor(root: Element);
    mark(names: readonly string[], options: Options): void;
    markRegExp(expression: RegExp, options: Options): void;
  }
}

declare module 'findandreplacedomtext' {
  /** `reverts` holds a way back for each match. */
  export default function findAndReplaceDOMText(
    root: Element,
    options: { preset: 'prose'; find: RegExp; wrap: string },
  ): { reverts: unknown[] };
}
