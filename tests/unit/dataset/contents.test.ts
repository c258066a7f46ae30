/** What the dataset promises to hold. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { jsonSchemas } from '../../../lib/dataset/json-schema.ts';
import { lineageOf } from '../../../lib/dataset/lineage.ts';
import { TopicId } from '../../../lib/dataset/schema.ts';
import { states } from '../../../lib/settings/regions.ts';
import { dataset, datasetRoot } from './real-dataset.ts';

it('holds entries, mixes, claims, topics, laws and help lines enough', () => {
  expect(dataset.entries.length).toBeGreaterThanOrEqual(100);
  expect(dataset.entries.filter(({ card }) => card).length).toBeGreaterThanOrEqual(60);
  expect(dataset.interactions.length).toBeGreaterThanOrEqual(330);
  expect(dataset.claims.length).toBeGreaterThanOrEqual(75);
  expect(dataset.topics.map(({ id }) => id)).toEqual([...TopicId.options]);
  expect(dataset.legal.length).toBeGreaterThanOrEqual(340);
  expect(dataset.helpLines.length).toBeGreaterThanOrEqual(60);
});

it('knows the law on kratom and on 7-OH in every state and territory, and in at least 75 countries', () => {
  const placesOf = (substance: string) =>
    new Set(dataset.legal.filter((rule) => rule.substance === substance).map((rule) => rule.applicableLocation));
  for (const substance of ['kratom', '7-hydroxymitragynine'])
    expect(
      Object.keys(states).filter((state) => !placesOf(substance).has(state)),
      substance,
    ).toEqual([]);
  expect(new Set(dataset.legal.map((rule) => rule.applicableLocation.slice(0, 2))).size).toBeGreaterThanOrEqual(75);
});

it('has a full card for every kratom product and every class of antidepressants that has one for a member', () => {
  const full = dataset.entries.filter(({ card }) => card);
  const isKratom = (id: string) => /krat|krypton|mitragyn/.test(id);
  const isClass = (id: string) =>
    full.some(({ drugClass }) => drugClass?.includes(id)) &&
    lineageOf(dataset, id).some((entry) => entry.id === 'antidepressants');
  const missing = dataset.entries.filter(({ id, card }) => !card && (isKratom(id) || isClass(id)));
  expect(missing.map(({ id }) => id)).toEqual([]);
});

it('gives every fact of a card a certainty, a grader and a date', () => {
  for (const { id, card } of dataset.entries)
    for (const fact of [
      ...(card?.benefits ?? []),
      ...(card?.harms ?? []),
      ...(card?.cautions ?? []),
      ...(card?.stopping ?? []),
      ...(card?.groups ?? []),
    ])
      expect([fact.certainty, fact.gradedBy, fact.asOf], id).not.toContain(undefined);
});

it('says for each group of substances why a topic matters', () => {
  const groups = new Set(dataset.topics.flatMap(({ subjects }) => subjects.flatMap(({ about }) => about)));
  for (const id of ['kratom', '7-hydroxymitragynine', 'sertraline', 'sam-e'])
    expect(
      lineageOf(dataset, id).some((entry) => groups.has(entry.id) || groups.has(entry.constituentOf ?? '')),
      id,
    ).toBe(true);
});

it('keeps the JSON Schemas in step with the schema (npm run dataset:schema)', () => {
  for (const [file, text] of Object.entries(jsonSchemas()))
    expect(readFileSync(join(datasetRoot, 'schema', file), 'utf8'), file).toBe(text);
});
