/**
 * `npm run bench -- [--json] [--raw] [--only TOPIC]… [chromium|firefox]`: what Evenhand costs, as ratios measured in one run in real
 * browsers. Topics are texts, reading, extension, living and hover. `--raw` writes every timing to standard error as well. Build the extension first (`npm run build`): what is shipped is measured, too.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { browserTopics, measureBrowser, type Scripts } from './bench/browser.ts';
import { asJson, asText, type Group } from './bench/figures.ts';
import { type BenchNames, readNames } from './bench/names.ts';
import { measureMatcherSize, measureTexts } from './bench/node.ts';
import type { Raw } from './bench/reading.ts';
import { type BrowserName, PlainError } from './browsers.ts';
import { bundle, jsonModule, root } from './bundle.ts';

const topics = ['texts', ...browserTopics] as const;

const folders: Record<BrowserName, string> = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };

function extensionFor(name: BrowserName): string {
  const extension = join(root, '.output', folders[name]);
  if (!existsSync(join(extension, 'manifest.json'))) throw new PlainError('The extension is not built: run npm run build first.');
  return extension;
}

async function bundleAll({ plainNames, tenfoldTable }: BenchNames): Promise<Scripts> {
  return {
    bench: await bundle('bench/in-page.ts', 'bench', [jsonModule('virtual:bench/names', plainNames)]),
    tenfold: await bundle('bench/scan.ts', 'benchTenfold', [jsonModule('virtual:evenhand/matcher-table', tenfoldTable)]),
    store: await bundle('bench/store.ts', 'store'),
  };
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      raw: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [...topics] },
    },
  });
  for (const topic of values.only)
    if (!topics.some((known) => known === topic)) throw new PlainError(`bench: ${topic}: is none of ${topics.join(', ')}`);
  const wanted = new Set(values.only);
  const chosen = positionals.map((name) => {
    if (name === 'chromium' || name === 'firefox') return name;
    throw new PlainError(`bench: ${name}: is neither chromium nor firefox`);
  });
  const browsers = (chosen.length > 0 ? chosen : (['chromium', 'firefox'] as const)).map(
    (name) => [name, extensionFor(name)] as const,
  );
  const start = performance.now();
  const minutes = (): string => ((performance.now() - start) / 60_000).toFixed(1);
  const say = (line: string): void => console.error(`${minutes()} min  ${line}`);

  say('bundling, and reading texts in Node');
  const names = readNames();
  const groups: Group[] = [];
  if (wanted.has('texts'))
    groups.push({ place: 'node', title: 'without a browser', figures: [measureTexts(names), await measureMatcherSize()] });
  const scripts = await bundleAll(names);
  for (const [name, extension] of browsers) {
    const raw: Raw = {};
    for await (const group of measureBrowser({ name, extension, scripts, topics: wanted, raw, say })) {
      // What follows takes minutes, and may fail.
      say(`\n${asText([group])}`);
      groups.push(group);
    }
    if (values.raw) console.error(name, JSON.stringify(raw));
  }
  say('done');
  console.log(values.json ? asJson(groups) : asText(groups));
}

run().catch((error: unknown) => {
  console.error(error instanceof PlainError ? error.message : error);
  process.exitCode = 1;
});
