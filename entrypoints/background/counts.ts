/** How many mentions each frame of each tab holds, and what the toolbar button says about it. Pure. */

interface FrameCount {
  count: number;
  /** False from a navigation until the frame reports or is asked: it may be gone. */
  sure: boolean;
}

/** By tab id, then frame id. Frames without mentions are left out. Survives as JSON. */
export type Counts = Readonly<Record<string, Readonly<Record<string, FrameCount>>>>;

/** Counts from `storage.session`; anything else counts as none. */
export function readCounts(stored: unknown): Counts {
  return typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? (stored as Counts) : {};
}

/** After a frame has said how many mentions it holds. */
export function withReport(counts: Counts, tabId: number, frameId: number, count: number): Counts {
  const { [frameId]: _, ...frames } = counts[tabId] ?? {};
  return withFrames(counts, tabId, count > 0 ? { ...frames, [frameId]: { count, sure: true } } : frames);
}

/** After a tab has begun to load: no frame is sure to be there still. */
export function withLoading(counts: Counts, tabId: number): Counts {
  const frames = Object.entries(counts[tabId] ?? {}).map(([id, { count }]) => [id, { count, sure: false }]);
  return withFrames(counts, tabId, Object.fromEntries(frames));
}

/** After a tab has been closed. */
export function withoutTab(counts: Counts, tabId: number): Counts {
  return withFrames(counts, tabId, {});
}

function withFrames(counts: Counts, tabId: number, frames: Counts[string]): Counts {
  const { [tabId]: _, ...others } = counts;
  return Object.keys(frames).length > 0 ? { ...others, [tabId]: frames } : others;
}

/** Frames that held mentions before a navigation and have not reported since. */
export function unsureFrames(counts: Counts, tabId: number): number[] {
  return Object.entries(counts[tabId] ?? {})
    .filter(([, frame]) => !frame.sure)
    .map(([id]) => Number(id));
}

/** Frames of a tab that hold or may hold mentions, the top one first. */
export function framesOf(counts: Counts, tabId: number): number[] {
  return Object.keys(counts[tabId] ?? {})
    .map(Number)
    .sort((a, b) => a - b);
}

export function mentionsIn(counts: Counts, tabId: number): number {
  return Object.values(counts[tabId] ?? {}).reduce((sum, frame) => sum + (frame.sure ? frame.count : 0), 0);
}

/** At most four characters fit. */
export function badgeFor(mentions: number): string {
  if (mentions === 0) return '';
  return mentions > 999 ? '999+' : String(mentions);
}

/** The toolbar button's name, which screen readers speak. */
export function titleFor(mentions: number, enabled: boolean): string {
  if (!enabled) return 'Evenhand: off everywhere';
  if (mentions === 0) return 'Evenhand';
  return `Evenhand: ${mentions} ${mentions === 1 ? 'mention' : 'mentions'} explained on this page`;
}
