/**
 * Puts a text on the clipboard, after a press of a button; false where that fails. Pages without https have no `navigator.clipboard`, and
 * some forbid it: there the older way works, which tells the page no more than that something was copied.
 */
export async function copyText({ defaultView: view }: Document, text: string): Promise<boolean> {
  if (!view) return false;
  try {
    await view.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent(view, text);
  }
}

function copyByEvent(view: Window, text: string): boolean {
  let isPut = false;
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isPut = true;
  };
  // Chromium copies without a selection only where this is prevented.
  const allow = (event: Event): void => event.preventDefault();
  view.addEventListener('beforecopy', allow, true);
  view.addEventListener('copy', put, true);
  const isDone = view.document.execCommand('copy');
  view.removeEventListener('beforecopy', allow, true);
  view.removeEventListener('copy', put, true);
  return isDone && isPut;
}
