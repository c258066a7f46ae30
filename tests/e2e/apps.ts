/** Bundles the small apps of `tests/pages/apps`, each written for one framework, the way people's own pages are. */
import { join } from 'node:path';
import { compile } from 'svelte/compiler';
import { build, type Plugin } from 'vite';
import { root } from './fixtures.ts';

export const frameworks = ['react', 'vue', 'svelte'] as const;
export type Framework = (typeof frameworks)[number];

const svelte: Plugin = {
  name: 'svelte-files',
  transform(code, id) {
    if (!id.endsWith('.svelte')) return null;
    const { js } = compile(code, { filename: id, generate: 'client' });
    return { code: js.code, map: js.map };
  },
};

/** One script, as a production build makes it. */
export async function bundleApp(framework: Framework): Promise<string> {
  const result = await build({
    root: join(root, 'tests', 'pages', 'apps', framework),
    configFile: false,
    logLevel: 'error',
    plugins: framework === 'svelte' ? [svelte] : [],
    resolve: {
      alias: framework === 'vue' ? { vue: 'vue/dist/vue.esm-bundler.js' } : {},
      conditions: ['browser', 'module', 'import', 'default'],
    },
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: join(root, 'tests', 'pages', 'apps', framework, 'main.js') },
    },
  });
  const outputs = Array.isArray(result) ? result : 'output' in result ? [result] : [];
  const script = outputs.flatMap(({ output }) => output).find((part) => part.type === 'chunk');
  if (script?.type !== 'chunk') throw new Error(`${framework}: vite made no script`);
  return script.code;
}
