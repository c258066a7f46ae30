/** What needs no browser: sizes, and how many short texts a second the annotator reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createAnnotator } from '../../lib/text/annotate.ts';
import { readCorpus } from '../../tests/corpus/read-corpus.ts';
import wxtConfig from '../../wxt.config.ts';
import { bundle, root } from '../bundle.ts';
import { type Figure, median } from './figures.ts';
import type { BenchNames } from './names.ts';

const matcherBudgetBytes = 40 * 1024;
const contentBudgetBytes = 90 * 1024;
const textsASecond = 5000;
const rounds = 5;
const roundMs = 1000;

const gzipped = (content: string | Uint8Array): number => gzipSync(content, { level: 9 }).length;

/** English sentences, read and answered line by line as `npm run annotate -- --jsonl` does. */
export function measureTexts({ dataset, table }: BenchNames): Figure {
  const annotator = createAnnotator(dataset, table);
  const ids = new Set(dataset.entries.map(({ id }) => id));
  const lines = readCorpus(join(root, 'tests', 'corpus'), 'tuning', ids)
    .filter(({ language }) => language === 'en')
    .map(({ place, text }) => JSON.stringify({ id: place, text }));
  let characters = 0;
  const answer = (line: string): void => {
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    characters += JSON.stringify({ id, ...annotator.annotate(text) }).length;
  };
  const rateOfRound = (): number => {
    const start = performance.now();
    let count = 0;
    while (performance.now() - start < roundMs) {
      for (const line of lines) answer(line);
      count += lines.length;
    }
    return (count / (performance.now() - start)) * 1000;
  };
  rateOfRound();
  const rate = median(Array.from({ length: rounds }, rateOfRound));
  if (characters === 0) throw new Error('nothing was answered');
  return { title: 'short texts a second / 5,000', ratio: rate / textsASecond, note: 'more is better' };
}

/** The matcher and its table alone, made as small as the extension's scripts are. */
export async function measureMatcherSize(): Promise<Figure> {
  return {
    title: 'matcher and its table, gzip / 40 KiB',
    ratio: gzipped(await bundleSmall('bench/matcher.ts', 'matcher')) / matcherBudgetBytes,
  };
}

/** @param extension folder of the built extension */
export function measureContentSize(extension: string): Figure {
  const folder = join(extension, 'content-scripts');
  const bytes = readdirSync(folder).map((file) => gzipped(readFileSync(join(folder, file))));
  return {
    title: 'scripts in a page and their style, gzip / 90 KiB',
    ratio: bytes.reduce((sum, count) => sum + count, 0) / contentBudgetBytes,
  };
}

/** A script for pages, made small as the extension's scripts are. */
async function bundleSmall(module: string, name: string): Promise<string> {
  const vite = await wxtConfig.vite?.({ browser: 'chrome', manifestVersion: 3, mode: 'production', command: 'build' });
  const { target, minify, terserOptions } = vite?.build ?? {};
  return bundle(module, name, [], {
    ...(target === undefined ? {} : { target }),
    ...(minify === undefined ? {} : { minify }),
    ...(terserOptions === undefined ? {} : { terserOptions }),
  });
}
