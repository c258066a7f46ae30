/** Build time: reads the YAML of `assets/dataset`, checks it, and makes the dataset. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { findBrokenReferences } from './references.ts';
import {
  Claim,
  CueLists,
  type Dataset,
  Entry,
  HelpLine,
  Interactant,
  Interaction,
  LegalStatus,
  OtherWords,
  SafetyStrings,
  Source,
  Topic,
} from './schema.ts';

/** What is wrong with the dataset: one line each, "file: field: value: what is wrong". */
export class DatasetError extends Error {
  override name = 'DatasetError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The dataset has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.join('\n')}`);
    this.problems = problems;
  }
}

export interface CompiledDataset {
  dataset: Dataset;
  /** Shared word lists of context rules. */
  cueLists: Record<string, string[]>;
  /** Words that are no misspelling of a name, beyond those of a general list. */
  otherWords: string[];
  /** Files read, for watchers. */
  files: string[];
}

const shown = (value: unknown): string => {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
};

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], data);

/** Reads files one by one and keeps a list of what is wrong with them, so that all problems are told at once. */
class Reader {
  readonly problems: string[] = [];
  readonly files: string[] = [];
  readonly #root: string;
  constructor(root: string) {
    this.#root = root;
  }

  /** The content of a YAML or JSON file (JSON is YAML), or undefined after noting what is wrong. */
  read<T>(file: string, schema: z.ZodType<T>): T | undefined {
    const path = join(this.#root, file);
    this.files.push(path);
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch {
      this.problems.push(`${file}: the file is missing or can't be read`);
      return undefined;
    }
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    for (const error of document.errors)
      this.problems.push(`${file}:${lines.linePos(error.pos[0]).line}: ${error.message.split('\n')[0]}`);
    if (document.errors.length > 0) return undefined;
    const data: unknown = document.toJS();
    const result = schema.safeParse(data);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const field = issue.path.join('.') || '(whole file)';
      this.problems.push(`${file}: ${field}: ${shown(valueAt(data, issue.path))}: ${issue.message}`);
    }
    return undefined;
  }

  list(folder: string): string[] {
    const names = readdirSync(join(this.#root, folder)).filter((name) => name.endsWith('.yaml'));
    return names.sort().map((name) => `${folder}/${name}`);
  }

  readList<T>(file: string, item: z.ZodType<T>): T[] {
    return this.read(file, z.array(item)) ?? [];
  }
}

/** Every fact of the card with its own date: that of the entry's last review where the YAML names none. */
function withDates(entry: Entry): Entry {
  const { card, lastReviewed } = entry;
  if (!card) return entry;
  const dated = <T extends { asOf?: string | undefined }>(facts: readonly T[]): T[] =>
    facts.map((fact) => ({ ...fact, asOf: fact.asOf ?? lastReviewed }));
  return {
    ...entry,
    card: {
      ...card,
      benefits: dated(card.benefits),
      harms: dated(card.harms),
      cautions: dated(card.cautions),
      ...(card.stopping ? { stopping: dated(card.stopping) } : {}),
      ...(card.groups ? { groups: dated(card.groups) } : {}),
    },
  };
}

/**
 * The dataset in `root`.
 * @throws {DatasetError} naming file, field and value of everything that is wrong
 */
export function compileDataset(root: string): CompiledDataset {
  const reader = new Reader(root);
  const entries = reader.list('entries').flatMap((file) => {
    const entry = reader.read(file, Entry);
    if (entry && entry.id !== basename(file, '.yaml'))
      reader.problems.push(`${file}: id: ${shown(entry.id)}: must be the name of the file`);
    return entry ? [withDates(entry)] : [];
  });
  const dataset: Dataset = {
    entries,
    interactants: reader.readList('interactants.yaml', Interactant),
    interactions: reader.list('interactions').flatMap((file) => reader.readList(file, Interaction)),
    claims: reader.readList('claims.yaml', Claim),
    topics: reader.readList('topics.yaml', Topic),
    legal: reader.list('legal').flatMap((file) => reader.readList(file, LegalStatus)),
    helpLines: reader.readList('help-lines.yaml', HelpLine),
    safetyStrings: reader.read('safety-strings.yaml', SafetyStrings) ?? ({} as Dataset['safetyStrings']),
    sources: reader.readList('sources.json', Source),
  };
  const cueLists = reader.read('cues.yaml', CueLists) ?? {};
  const otherWords = reader.read('other-words.yaml', OtherWords) ?? [];
  if (reader.problems.length === 0) reader.problems.push(...findBrokenReferences(dataset, cueLists));
  if (reader.problems.length > 0) throw new DatasetError(reader.problems);
  return { dataset, cueLists, otherWords, files: reader.files };
}
