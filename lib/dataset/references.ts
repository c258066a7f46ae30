/** Checks what a schema can't: that ids are unique, that every id points at something, and that nothing lies unused. */
import { fold } from './fold.ts';
import type { Citation, Dataset } from './schema.ts';

/** Every citation inside a value, with the path to it. */
function* citationsIn(value: unknown, path: string): Generator<[path: string, citation: Citation]> {
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* citationsIn(item, `${path}.${i}`);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) {
      if (key === 'sources') for (const citation of item as Citation[]) yield [`${path}.sources`, citation];
      else yield* citationsIn(item, path ? `${path}.${key}` : key);
    }
}

/** One line for each problem, "file: field: value: what is wrong"; empty when all is well. */
export function findBrokenReferences(dataset: Dataset, cueLists: Record<string, string[]>): string[] {
  const problems: string[] = [];
  const entryIds = new Set(dataset.entries.map((entry) => entry.id));
  const sources = new Map(dataset.sources.map((source) => [source.id, source]));
  const cited = new Set<string>();

  const checkUnique = (file: string, ids: readonly string[]) => {
    const seen = new Set<string>();
    for (const id of ids) {
      if (seen.has(id)) problems.push(`${file}: id: ${JSON.stringify(id)}: stands there twice`);
      seen.add(id);
    }
  };
  const checkEntry = (file: string, field: string, id: string) => {
    if (!entryIds.has(id)) problems.push(`${file}: ${field}: ${JSON.stringify(id)}: there is no such entry`);
  };
  const checkCitations = (file: string, value: unknown) => {
    const perField = new Map<string, Citation[]>();
    for (const [path, citation] of citationsIn(value, '')) {
      cited.add(citation.id);
      perField.set(path, [...(perField.get(path) ?? []), citation]);
      if (!sources.has(citation.id)) problems.push(`${file}: ${path}: ${JSON.stringify(citation.id)}: there is no such source`);
    }
    return perField;
  };
  /** As `checkCitations`; and nothing may rest on sellers and campaigners alone. */
  const checkStatements = (file: string, value: unknown) => {
    for (const [path, citations] of checkCitations(file, value))
      if (citations.every(({ id }) => sources.get(id)?.custom.interested))
        problems.push(`${file}: ${path}: ${citations.map(({ id }) => id).join(', ')}: only sellers or campaigners are cited`);
  };

  for (const entry of dataset.entries) {
    const file = `entries/${entry.id}.yaml`;
    for (const id of entry.drugClass ?? []) checkEntry(file, 'drugClass', id);
    if (entry.constituentOf) checkEntry(file, 'constituentOf', entry.constituentOf);
    checkStatements(file, entry);
    for (const [i, name] of entry.names.entries()) {
      const at = `names.${i} (${name.text})`;
      for (const cue of [...(name.cues ?? []), ...(name.notCues ?? [])])
        if (cue.startsWith('$') && !(cue.slice(1) in cueLists))
          problems.push(`${file}: ${at}: ${JSON.stringify(cue)}: there is no such list in cues.yaml`);
      if (name.case === 'exact' && name.text === name.text.toLowerCase())
        problems.push(`${file}: ${at}: case: "exact": a name without a capital letter has no casing of its own`);
      if (name.match === 'context' && !name.cues) problems.push(`${file}: ${at}: cues: nothing: a name in context needs cues`);
    }
  }
  problems.push(...findSharedNames(dataset));

  const lists = {
    'interactants.yaml': dataset.interactants,
    'interactions/': dataset.interactions,
    'claims.yaml': dataset.claims,
    'topics.yaml': dataset.topics,
    'legal/': dataset.legal,
    'sources.json': dataset.sources,
  };
  for (const [file, items] of Object.entries(lists))
    checkUnique(
      file,
      items.map((item) => item.id),
    );
  const interactantIds = new Set(dataset.interactants.map(({ id }) => id));
  const mixed = new Set<string>();
  for (const { id } of dataset.interactants)
    if (entryIds.has(id)) problems.push(`interactants.yaml: id: ${JSON.stringify(id)}: is an entry already`);
  const pairs = new Map<string, string>();
  for (const item of dataset.interactions) {
    const { interactants } = item;
    const pair = interactants.toSorted().join(' and ');
    const twin = pairs.get(pair);
    if (twin !== undefined) problems.push(`interactions/: ${item.id}.interactants: ${pair}: ${twin} is about the same two`);
    pairs.set(pair, item.id);
    for (const id of interactants) {
      mixed.add(id);
      if (!interactantIds.has(id)) checkEntry('interactions/', `${item.id}.interactants`, id);
    }
    if (interactants.every((id) => interactantIds.has(id)))
      problems.push(`interactions/: ${item.id}.interactants: ${JSON.stringify(interactants)}: one of them must be an entry`);
    checkStatements(`interactions/ (${item.id})`, item);
  }
  for (const id of interactantIds)
    if (!mixed.has(id)) problems.push(`interactants.yaml: id: ${JSON.stringify(id)}: no interaction names it`);
  for (const topic of dataset.topics) {
    for (const { about } of topic.subjects) for (const id of about) checkEntry('topics.yaml', `${topic.id}.subjects.about`, id);
    checkStatements(`topics.yaml (${topic.id})`, topic);
  }
  for (const claim of dataset.claims) {
    for (const id of claim.about) checkEntry('claims.yaml', `${claim.id}.about`, id);
    checkStatements(`claims.yaml (${claim.id})`, claim);
  }
  for (const rule of dataset.legal) {
    checkEntry('legal/', `${rule.id}.substance`, rule.substance);
    const citations = [...checkCitations(`legal/ (${rule.id})`, rule).values()].flat();
    if (rule.confidence !== 'low' && citations.every(({ id }) => sources.get(id)?.custom.interested))
      problems.push(
        `legal/: ${rule.id}.confidence: "${rule.confidence}": only sellers or campaigners are cited, so it must be low`,
      );
  }
  for (const line of dataset.helpLines) checkCitations(`help-lines.yaml (${line.country} ${line.type})`, line);
  for (const id of sources.keys()) if (!cited.has(id)) problems.push(`sources.json: id: ${JSON.stringify(id)}: nothing cites it`);
  return problems;
}

/** A form that two entries share can't be told apart unless context decides for all but one of them. */
function findSharedNames(dataset: Dataset): string[] {
  const owners = new Map<string, string>();
  const problems: string[] = [];
  for (const entry of dataset.entries)
    for (const name of entry.names) {
      if (name.match) continue;
      const key = fold(name.text);
      const owner = owners.get(key);
      if (owner !== undefined && owner !== entry.id)
        problems.push(`entries/${entry.id}.yaml: names: ${JSON.stringify(name.text)}: already a name of ${owner}`);
      owners.set(key, entry.id);
    }
  return problems;
}
