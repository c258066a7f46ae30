import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileDataset, DatasetError } from '../../../lib/dataset/compile.ts';
import { datasetRoot } from './real-dataset.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'evenhand-dataset-'));
  cpSync(datasetRoot, root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

/** Changes a file and gives the problems the compiler then tells. */
function problemsAfter(file: string, change: (text: string) => string): readonly string[] {
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after, 'the change must change something').not.toBe(before);
  writeFileSync(path, after);
  try {
    compileDataset(root);
  } catch (error) {
    expect(error).toBeInstanceOf(DatasetError);
    return (error as DatasetError).problems;
  }
  return [];
}

describe('compiling the dataset', () => {
  it('reads every entry', () => {
    const { dataset } = compileDataset(root);
    expect(dataset.entries.length).toBeGreaterThanOrEqual(155);
    expect(dataset.entries.filter((entry) => entry.card).length).toBeGreaterThanOrEqual(69);
  });

  it('names file, field and value of a wrong value', () => {
    expect(problemsAfter('entries/kratom.yaml', (text) => text.replace('kind: plant', 'kind: vegetable'))).toEqual([
      expect.stringMatching(/^entries\/kratom\.yaml: kind: "vegetable": /),
    ]);
  });

  it('names the line of broken YAML', () => {
    expect(problemsAfter('entries/kratom.yaml', (text) => text.replace('name: "Kratom"', 'name: "Kratom'))[0]).toMatch(
      /^entries\/kratom\.yaml:\d+: /,
    );
  });

  it('tells a misspelt field from a missing one', () => {
    const problems = problemsAfter('entries/kratom.yaml', (text) => text.replace('lastReviewed:', 'lastReview:'));
    expect(problems).toEqual([
      expect.stringMatching(/^entries\/kratom\.yaml: lastReviewed: nothing: /),
      expect.stringMatching(/^entries\/kratom\.yaml: \(whole file\): .*lastReview/),
    ]);
  });

  it('refuses an entry whose id is not the name of its file', () => {
    expect(problemsAfter('entries/kratom.yaml', (text) => text.replace('id: kratom', 'id: cratom'))).toContainEqual(
      'entries/kratom.yaml: id: "cratom": must be the name of the file',
    );
  });

  it('refuses a source that is not there', () => {
    expect(problemsAfter('entries/kratom.yaml', (text) => text.replace(/id: "kratom-2024"/, 'id: "kratom-2042"'))).toContainEqual(
      'entries/kratom.yaml: whatItIs.sources: "kratom-2042": there is no such source',
    );
  });

  it('refuses an interaction with an entry that is not there', () => {
    expect(problemsAfter('interactions/kratom.yaml', (text) => text.replace('[kratom, ssri]', '[kratom, ssrii]'))).toContainEqual(
      'interactions/: kratom-ssri.interactants: "ssrii": there is no such entry',
    );
  });

  it('refuses two rules for one pair, and a mix of two things that have no entry', () => {
    const problems = problemsAfter('interactions/kratom.yaml', (text) =>
      text.replace('[kratom, ssri]', '[snri, kratom]').replace('[kratom, alcohol]', '[warfarin, alcohol]'),
    );
    expect(problems).toContainEqual(
      expect.stringMatching(/^interactions\/: kratom-\w+\.interactants: kratom and snri: kratom-\w+ is about the same two$/),
    );
    expect(problems).toContainEqual(
      expect.stringMatching(/interactants: \["warfarin","alcohol"\]: one of them must be an entry$/),
    );
  });

  it('refuses a name that belongs to another entry', () => {
    expect(problemsAfter('entries/sertraline.yaml', (text) => text.replace('text: "Zoloft"', 'text: "Prozac"'))).toContainEqual(
      expect.stringMatching(/names: "Prozac": already a name of fluoxetine/),
    );
  });

  it('refuses a statement that only sellers or campaigners stand behind', () => {
    const problems = problemsAfter('sources.json', (text) =>
      text
        .replaceAll('"custom": {', '"custom": { "interested": true,')
        .replaceAll(/"interested": true,\s*"kind": "([^"]+)",\s*"interested": true/g, '"kind": "$1", "interested": true'),
    );
    expect(problems).toContainEqual(expect.stringMatching(/only sellers or campaigners are cited$/));
  });

  it('says which file is missing', () => {
    rmSync(join(root, 'topics.yaml'));
    expect(() => compileDataset(root)).toThrow("topics.yaml: the file is missing or can't be read");
  });
});
