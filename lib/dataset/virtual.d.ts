declare module 'virtual:evenhand/matcher-table' {
  const table: import('./matcher-table.ts').MatcherTable;
  export default table;
  /** Heading of each entry's card, by id. */
  export const entryNames: Record<string, string>;
}

declare module 'virtual:evenhand/store' {
  const store: import('./schema.ts').Dataset;
  export default store;
}
