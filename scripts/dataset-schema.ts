/** `npm run dataset:schema`: writes the JSON Schemas of `assets/dataset/schema` from the zod schemas. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from '../lib/dataset/json-schema.ts';

const folder = join(import.meta.dirname, '..', 'assets', 'dataset', 'schema');
mkdirSync(folder, { recursive: true });
for (const [file, text] of Object.entries(jsonSchemas())) writeFileSync(join(folder, file), text);
console.log(`Wrote ${Object.keys(jsonSchemas()).length} schemas to assets/dataset/schema.`);
