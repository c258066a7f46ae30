/** Adds a listener that hears events of a type, wherever they are, before the page's own listeners on the way to it do. */
export type HearFirst = (type: string, take: (event: Event) => void, until: { signal: AbortSignal; passive?: boolean }) => void;

export const hearFirstIn =
  (view: Window): HearFirst =>
  (type, take, until) =>
    view.addEventListener(type, take, { capture: true, ...until });
