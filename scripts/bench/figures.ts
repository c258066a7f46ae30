/** What the bench answers with: ratios, each under a title, in groups. */

export interface Figure {
  title: string;
  ratio: number;
  /** What a reader of the ratio should know; not part of the JSON. */
  note?: string;
}

/** Figures that belong together, such as those of one page in one browser. */
export interface Group {
  /** "chromium", "firefox" or "node". */
  place: string;
  title: string;
  figures: Figure[];
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** What the middle half of some ratios lies within. */
export function spread(ratios: readonly number[]): string {
  const sorted = ratios.toSorted((a, b) => a - b);
  const quarter = Math.floor(sorted.length / 4);
  const [low, high] = [sorted[quarter], sorted.at(-1 - quarter)];
  return `${low?.toFixed(3)} and ${high?.toFixed(3)}`;
}

/** `{ place: { group: { figure: ratio } } }` */
export function asJson(groups: readonly Group[]): string {
  const places = Map.groupBy(groups, ({ place }) => place);
  const ratiosOf = ({ figures }: Group) => Object.fromEntries(figures.map(({ title, ratio }) => [title, ratio]));
  return JSON.stringify(
    Object.fromEntries(
      [...places].map(([place, members]) => [place, Object.fromEntries(members.map((group) => [group.title, ratiosOf(group)]))]),
    ),
  );
}

export function asText(groups: readonly Group[]): string {
  const lines: string[] = [];
  let place = '';
  for (const group of groups) {
    if (group.place !== place) lines.push('', group.place.toUpperCase());
    place = group.place;
    lines.push('', `  ${group.title}`);
    for (const { title, ratio, note } of group.figures)
      lines.push(`${ratio.toFixed(2).padStart(9)}  ${title}${note ? ` (${note})` : ''}`);
  }
  return lines.join('\n').trimStart();
}
