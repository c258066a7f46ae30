/** Build time: the schemas as JSON Schema, by which editors complete and check the YAML. */
import { z } from 'zod';
import {
  Claim,
  CueLists,
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

const schemas: Record<string, z.ZodType> = {
  entry: Entry,
  interactions: z.array(Interaction),
  interactants: z.array(Interactant),
  claims: z.array(Claim),
  topics: z.array(Topic),
  legal: z.array(LegalStatus),
  'help-lines': z.array(HelpLine),
  'safety-strings': SafetyStrings,
  cues: CueLists,
  'other-words': OtherWords,
  sources: z.array(Source),
};

/** File name in `assets/dataset/schema` to text. */
export function jsonSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
    ]),
  );
}
