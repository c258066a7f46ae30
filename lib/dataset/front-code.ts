/**
 * Front coding: sorted names parted by `|`, each as a character that says how many characters it shares with the one
 * before (its code less 48), then the rest.
 */

/** Sorted names as one string. */
export function frontCode(names: readonly string[]): string {
  let previous = '';
  return names
    .map((name) => {
      let shared = 0;
      while (shared < previous.length && previous[shared] === name[shared]) shared++;
      previous = name;
      return String.fromCharCode(48 + shared) + name.slice(shared);
    })
    .join('|');
}

/** The names of such a string. */
export function readFrontCoded(names: string): string[] {
  let previous = '';
  return names.split('|').map((coded) => {
    previous = previous.slice(0, coded.charCodeAt(0) - 48) + coded.slice(1);
    return previous;
  });
}
