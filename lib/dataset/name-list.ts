/** Names of one entry as one string, parted by `|`; the entry's own id, where it is a name, is written `=`. */
const ownId = '=';

export const joinNames = (names: readonly string[], entry: string): string =>
  names.map((name) => (name === entry ? ownId : name)).join('|');

export const splitNames = (list: string, entry: string): string[] =>
  list.includes(ownId) ? list.split('|').map((name) => (name === ownId ? entry : name)) : list.split('|');

/** Where scripts other than Latin begin. */
export const OTHER_SCRIPTS = 0x370;

/** Whether a name starts in another script than Latin. */
export const isInOtherScript = (name: string): boolean => name.charCodeAt(0) >= OTHER_SCRIPTS;
