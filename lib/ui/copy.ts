import { type HearFirst, hearFirstIn } from './hear-first.ts';

/**
 * Puts a text on the clipboard, after a press of a button; false where that fails. Pages without https have no `navigator.clipboard`, and
 * some forbid it: there the older way works, which tells the page no more than that something was copied.
 */
export async function copyText({ defaultView: view }: Document, text: string, hear?: HearFirst): Promise<boolean> {
  if (!view) return false;
  try {
    await view.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent(view, text, hear ?? hearFirstIn(view));
  }
}

function copyByEvent(view: Window, text: string, hear: HearFirst): boolean {
  let isPut = false;
  const done = new AbortController();
  const { signal } = done;
  // Chromium copies without a selection only where this is prevented.
  hear('beforecopy', (event) => event.preventDefault(), { signal });
  hear(
    'copy',
    (event) => {
      (event as ClipboardEvent).clipboardData?.setData('text/plain', text);
      event.preventDefault();
      event.stopImmediatePropagation();
      isPut = true;
    },
    { signal },
  );
  const isDone = view.document.execCommand('copy');
  done.abort();
  return isDone && isPut;
}
