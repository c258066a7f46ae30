/** Names of one entry as one string, parted by `|`; the entry's own id, where it is a name, is written `=`. */
const ownId = '=';

export const joinNames = (names: readonly string[], entry: string): string =>
  names.map((name) => (name === entry ? ownId : name)).join('|');

export const splitNames = (list: string, entry: string): string[] =>
  list.includes(ownId) ? list.split('|').map((name) => (name === ownId ? entry : name)) : list.split('|');
