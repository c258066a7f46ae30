import { describe, expect, it } from 'vitest';
import { createChooser } from '../../../lib/page/density.ts';

/** `[entry, section, inLink]` of each mention; answers with the indices of those marked. */
function marked(mentions: readonly (readonly [entry: string, section: number, inLink?: boolean])[]): number[] {
  const chooser = createChooser<{ entry: string; inLink: boolean; at: number }>();
  for (const [at, [entry, section, inLink = false]] of mentions.entries())
    if (chooser.wants(entry)) chooser.take({ entry, inLink, at }, section);
  return [...chooser.chosen()].map(({ at }) => at);
}

describe('quiet marks', () => {
  it('are on the first mention of an entry in each section', () => {
    expect(
      marked([
        ['kratom', 0],
        ['kratom', 0],
        ['sertraline', 0],
        ['kratom', 1],
        ['sertraline', 1],
        ['sertraline', 1],
      ]),
    ).toEqual([0, 2, 3, 4]);
  });

  it('prefer a mention outside links, and take one inside where there is no other', () => {
    expect(
      marked([
        ['kratom', 0, true],
        ['sertraline', 0, true],
        ['kratom', 0],
        ['kratom', 0],
      ]),
    ).toEqual([1, 2]);
  });

  it('are three of an entry at most, the first ones', () => {
    expect(marked([0, 1, 2, 3, 4].map((section) => ['kratom', section] as const))).toEqual([0, 1, 2]);
  });

  it('are twelve of a page at most', () => {
    const entries = Array.from({ length: 20 }, (_, index) => [`entry-${index}`, 0] as const);
    expect(marked(entries)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('come once in a section that goes on after another within it', () => {
    expect(
      marked([
        ['kratom', 0],
        ['kratom', 1],
        ['kratom', 0],
        ['sertraline', 0],
      ]),
    ).toEqual([0, 1, 3]);
  });
});
