/** Tells names in running text from names inside web addresses, e-mail addresses, user names and file names. */

const touching = /[@/\\_.:=?&~#-]/;
const address = /:\/\/|^www\.|@|\\|[?&=]|^[\w-]+(?:\.[\w-]+)*\.(?:[a-z]{2,})(?:[/:?#]|$)|^\/\w|^r\/\w+|^u\/\w+/i;

/** Whether `text[start, end)` is a piece of an address, user name or file name rather than a word. */
export function standsInAddress(text: string, start: number, end: number): boolean {
  const before = start > 0 ? text.charAt(start - 1) : '';
  const after = end < text.length ? text.charAt(end) : '';
  if (before === '@' || before === '_' || after === '@' || after === '_') return true;
  // Part numbers: "SSRI-40DA".
  if (after === '-' && end - start <= 5 && /\d/.test(text.charAt(end + 1))) return true;
  if (!(before && touching.test(before)) && !(after && touching.test(after))) return false;
  let from = start;
  while (from > 0 && start - from < 200 && !/\s/.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < 200 && !/\s/.test(text.charAt(to))) to++;
  const token = text.slice(from, to).replace(/^[("'[{<“‘«]+|[)"'\]}>”’»,;:!?.…]+$/g, '');
  // A full stop with no space after it ("kratom.The") is a slip of the pen, not an address.
  return address.test(token) && !/^[^./]+\.\p{Lu}/u.test(token);
}
