/** Build time: gives the code five virtual modules made from `assets/dataset`, and fails the build when the facts are broken. */
import type { Plugin } from 'vite';
import { type CompiledDataset, compileDataset, DatasetError } from './compile.ts';
import type { Maps } from './map-shapes.ts';
import { buildMatcherTable } from './matcher-table.ts';
import { otherWords } from './other-words.ts';
import type { Entry } from './schema.ts';
import type { Searchable } from './search.ts';

const TABLE = 'virtual:evenhand/matcher-table';
const STORE = 'virtual:evenhand/store';
const NAMES = 'virtual:evenhand/entry-names';
const SEARCH = 'virtual:evenhand/search-names';
const MAPS = 'virtual:evenhand/maps';
const modules = new Set([TABLE, STORE, NAMES, SEARCH, MAPS].map((id) => `\0${id}`));

/** JSON that the engine parses much faster than an object literal. */
const asModule = (value: unknown) => `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;

/** @param root folder of the dataset, `assets/dataset` */
export function evenhandDataset(root: string): Plugin {
  let compiled: CompiledDataset | undefined;
  const compile = (): CompiledDataset => {
    compiled ??= compileDataset(root);
    return compiled;
  };
  return {
    name: 'evenhand-dataset',
    buildStart() {
      compiled = undefined;
    },
    resolveId: (id) => (modules.has(`\0${id}`) ? `\0${id}` : undefined),
    async load(id) {
      if (!modules.has(id)) return undefined;
      let result: CompiledDataset;
      try {
        result = compile();
      } catch (error) {
        // The list of problems is the message; a stack would bury it.
        if (error instanceof DatasetError) return this.error({ message: error.message, stack: '' });
        throw error;
      }
      for (const file of result.files) this.addWatchFile(file);
      const { dataset, cueLists, otherWords: listed } = result;
      if (id === `\0${STORE}`) return asModule(forStore(dataset));
      if (id === `\0${NAMES}`) return asModule(Object.fromEntries(dataset.entries.map((entry) => [entry.id, entry.name])));
      if (id === `\0${SEARCH}`) return asModule(dataset.entries.map(forSearch));
      if (id === `\0${MAPS}`) return asModule(await mapsFor(dataset));
      return asModule(buildMatcherTable(dataset, cueLists, otherWords(listed)));
    },
  };
}

/** An entry by every way it is written. */
const forSearch = ({ id, name, type, names }: Entry): Searchable => ({
  id,
  name,
  type,
  names: names.filter(({ match, text }) => match !== 'never' && text !== name).map(({ text }) => text),
});

/** The atlases are read only where a build draws maps. */
async function mapsFor({ legal }: CompiledDataset['dataset']): Promise<Maps> {
  const { drawMaps } = await import('./map-shapes.ts');
  return drawMaps(new Set(legal.map((rule) => rule.applicableLocation)));
}

/** What cards and the library need at run time: names are already in the matcher table, but for the brands a card shows; topics are on no card. */
function forStore(dataset: CompiledDataset['dataset']): CompiledDataset['dataset'] {
  return {
    ...dataset,
    entries: dataset.entries.map((entry) => ({
      ...entry,
      names: entry.names.filter((name) => name.form === 'brand' && name.status === 'current' && name.match === undefined),
    })),
    topics: [],
  };
}
