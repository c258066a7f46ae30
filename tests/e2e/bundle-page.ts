/** Bundles the scripts of pages under test, as production builds of people's own pages are. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from 'svelte/compiler';
import { build, type Plugin } from 'vite';

const svelte: Plugin = {
  name: 'svelte-files',
  transform(code, id) {
    if (!id.endsWith('.svelte')) return null;
    const { js } = compile(code, { filename: id, generate: 'client' });
    return { code: js.code, map: js.map };
  },
};

const mains = ['main.js', 'main.ts', 'main.tsx'];

/** The script of a page's folder; undefined where it has none. */
export async function bundlePage(folder: string): Promise<string | undefined> {
  const main = mains.map((file) => join(folder, file)).find(existsSync);
  if (main === undefined) return undefined;
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    plugins: [svelte],
    resolve: {
      alias: { vue: 'vue/dist/vue.esm-bundler.js' },
      conditions: ['browser', 'module', 'import', 'default'],
    },
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    build: { write: false, minify: false, rolldownOptions: { input: main } },
  });
  const outputs = Array.isArray(result) ? result : 'output' in result ? [result] : [];
  const script = outputs.flatMap(({ output }) => output).find((part) => part.type === 'chunk');
  if (script?.type !== 'chunk') throw new Error(`${main}: vite made no script`);
  return script.code;
}
