/**
 * The shape of every fact Evenhand shows. The YAML in `assets/dataset` is checked against
 * these schemas when it is compiled, and every type in the code is inferred from them.
 *
 * Field names follow schema.org (Drug, DrugLegalStatus), FHIR R5 (ClinicalUseDefinition, Evidence),
 * the W3C model for potential drug-drug interactions, GRADE and CSL-JSON.
 */

import type { SafetyStrings, Source } from './schema/common.ts';
import type { Entry } from './schema/entry.ts';
import type { Claim, HelpLine, Interactant, Interaction, LegalStatus, Topic } from './schema/records.ts';

export * from './schema/common.ts';
export * from './schema/entry.ts';
export * from './schema/records.ts';

/** Everything, as checked and resolved by the compiler; what `npm run dataset -- --json` prints. */
export interface Dataset {
  entries: Entry[];
  /** What interactions name that has no entry. */
  interactants: Interactant[];
  interactions: Interaction[];
  claims: Claim[];
  topics: Topic[];
  legal: LegalStatus[];
  helpLines: HelpLine[];
  safetyStrings: SafetyStrings;
  sources: Source[];
}
