declare module 'virtual:evenhand/matcher-table' {
  const table: import('./matcher-table.ts').MatcherTable;
  export default table;
}

declare module 'virtual:evenhand/entry-names' {
  /** Heading of each entry's card, by id. */
  const names: Record<string, string>;
  export default names;
}

declare module 'virtual:evenhand/store' {
  const store: import('./schema.ts').Dataset;
  export default store;
}

declare module 'virtual:evenhand/search-names' {
  const entries: import('./search.ts').Searchable[];
  export default entries;
}

declare module 'virtual:evenhand/maps' {
  /** For the extension's own pages only: too heavy for a web page. */
  const maps: import('./map-shapes.ts').Maps;
  export default maps;
}
