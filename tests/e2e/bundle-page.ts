/** Bundles the scripts of pages under test, as production builds of people's own pages are. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from 'svelte/compiler';
import { build, type Plugin, runnerImport } from 'vite';

const svelte: Plugin = {
  name: 'svelte-files',
  transform(code, id, options) {
    if (!id.endsWith('.svelte')) return null;
    const { js } = compile(code, { filename: id, generate: options?.ssr ? 'server' : 'client' });
    return { code: js.code, map: js.map };
  },
};

export type PageMode = 'production' | 'development';

const mains = ['main.js', 'main.ts', 'main.tsx'];

/** The script of a page's folder; undefined where it has none. `mode`: a development build logs what frameworks dislike. */
export async function bundlePage(folder: string, mode: PageMode = 'production'): Promise<string | undefined> {
  const main = mains.map((file) => join(folder, file)).find(existsSync);
  if (main === undefined) return undefined;
  const result = await build({
    root: folder,
    mode,
    configFile: false,
    logLevel: 'error',
    plugins: [svelte],
    resolve: {
      alias: { vue: 'vue/dist/vue.esm-bundler.js' },
      conditions: ['browser', 'module', 'import', 'default'],
    },
    define: {
      'process.env.NODE_ENV': `"${mode}"`,
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

/** The document that a page's `server.js` draws, as its server would; undefined where it has none. */
export async function drawOnServer(folder: string): Promise<string | undefined> {
  const server = join(folder, 'server.js');
  if (!existsSync(server)) return undefined;
  const { module } = await runnerImport<{ default: () => Promise<string> }>(server, {
    root: folder,
    configFile: false,
    logLevel: 'error',
    plugins: [svelte],
  });
  return module.default();
}
