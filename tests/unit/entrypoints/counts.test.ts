import { describe, expect, it } from 'vitest';
import {
  badgeFor,
  type Counts,
  framesOf,
  mentionsIn,
  readCounts,
  titleFor,
  unsureFrames,
  withLoading,
  withoutTab,
  withReport,
} from '../../../entrypoints/background/counts.ts';

const reported = (...reports: [tab: number, frame: number, count: number][]): Counts =>
  reports.reduce((counts, report) => withReport(counts, ...report), readCounts(undefined));

describe('counting mentions', () => {
  it('adds up the frames of a tab', () => {
    const counts = reported([1, 0, 3], [1, 12, 2], [2, 0, 9]);
    expect(mentionsIn(counts, 1)).toBe(5);
    expect(mentionsIn(counts, 2)).toBe(9);
    expect(mentionsIn(counts, 3)).toBe(0);
    expect(framesOf(counts, 1)).toEqual([0, 12]);
  });

  it('takes the last word of a frame, and forgets one without mentions', () => {
    const counts = reported([1, 0, 3], [1, 12, 2], [1, 0, 1], [1, 12, 0]);
    expect(mentionsIn(counts, 1)).toBe(1);
    expect(framesOf(counts, 1)).toEqual([0]);
  });

  it('does not count frames of the page before once the tab loads another', () => {
    const loading = withLoading(reported([1, 0, 3], [1, 12, 2], [2, 0, 4]), 1);
    expect(mentionsIn(loading, 1)).toBe(0);
    expect(mentionsIn(loading, 2)).toBe(4);
    expect(unsureFrames(loading, 1)).toEqual([0, 12]);
    const after = withReport(loading, 1, 0, 7);
    expect(mentionsIn(after, 1)).toBe(7);
    expect(unsureFrames(after, 1)).toEqual([12]);
  });

  it('forgets closed tabs', () => {
    const counts = withoutTab(reported([1, 0, 3], [2, 0, 4]), 1);
    expect(Object.keys(counts)).toEqual(['2']);
    expect(withoutTab(counts, 2)).toEqual({});
  });

  it('survives the storage of the session, and anything else found there', () => {
    const counts = withLoading(reported([1, 0, 3], [2, 5, 4]), 1);
    expect(readCounts(JSON.parse(JSON.stringify(counts)))).toEqual(counts);
    for (const stored of [undefined, null, 3, 'x', []]) expect(mentionsIn(readCounts(stored), 1)).toBe(0);
  });
});

describe('the toolbar button', () => {
  it.each([
    [0, ''],
    [1, '1'],
    [999, '999'],
    [1000, '999+'],
  ])('shows %d as "%s"', (mentions, badge) => {
    expect(badgeFor(mentions)).toBe(badge);
  });

  it.each([
    [0, true, 'Evenhand'],
    [1, true, 'Evenhand: 1 mention explained on this page'],
    [3, true, 'Evenhand: 3 mentions explained on this page'],
    [0, false, 'Evenhand: off everywhere'],
  ])('is named for %d mentions, on: %s, "%s"', (mentions, enabled, title) => {
    expect(titleFor(mentions, enabled)).toBe(title);
  });
});
