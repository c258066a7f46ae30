/** Scripts for pages under test, bundled as the extension is. */
import { join } from 'node:path';
import { build, type InlineConfig, type Plugin } from 'vite';
import { evenhandDataset } from '../lib/dataset/vite-plugin.ts';

export const root = join(import.meta.dirname, '..');

/** Gives a module of the dataset another content: JSON, as the extension has it. */
export function jsonModule(id: string, value: unknown): Plugin {
  return {
    name: `bench ${id}`,
    enforce: 'pre',
    resolveId: (wanted) => (wanted === id ? `\0bench:${id}` : undefined),
    load: (wanted) =>
      wanted === `\0bench:${id}` ? `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});` : undefined,
  };
}

/** A module of `tests`, such as `bench/scan.ts`, and all it needs as one script that puts its exports on `window[name]`. */
export async function bundle(
  module: string,
  name: string,
  plugins: Plugin[] = [],
  options: InlineConfig['build'] = {},
): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [...plugins, evenhandDataset(join(root, 'assets', 'dataset'))],
    build: {
      ...options,
      write: false,
      lib: { entry: join(root, 'tests', module), formats: ['iife'], name },
    },
  });
  const outputs = Array.isArray(result) ? result : 'output' in result ? [result] : [];
  const script = outputs.flatMap(({ output }) => output).find((part) => part.type === 'chunk');
  if (script?.type !== 'chunk') throw new Error('vite made no script');
  return script.code;
}
