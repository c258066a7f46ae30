/**
 * Puts a text on the clipboard, after a press of a button; false where that fails. `navigator.clipboard` is missing on pages without
 * https and follows the page's own policy; this way works in both, and tells the page no more than that something was copied.
 */
export function copyText(document: Document, text: string): boolean {
  const view = document.defaultView;
  let isPut = false;
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isPut = true;
  };
  view?.addEventListener('copy', put, true);
  const isDone = document.execCommand('copy');
  view?.removeEventListener('copy', put, true);
  return isDone && isPut;
}
