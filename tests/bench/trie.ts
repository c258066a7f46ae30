/** Names as a regular expression that shares their beginnings: what a trie is to a list. */

interface Trie {
  isEnd: boolean;
  children: Map<string, Trie>;
}

const newTrie = (): Trie => ({ isEnd: false, children: new Map() });

function add(trie: Trie, name: string): void {
  let node = trie;
  for (const letter of name) {
    const known = node.children.get(letter);
    const child = known ?? newTrie();
    if (!known) node.children.set(letter, child);
    node = child;
  }
  node.isEnd = true;
}

/** Texts as they are, in an expression with the `u` flag. */
export const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function sourceOf({ isEnd, children }: Trie): string {
  if (children.size === 0) return '';
  const ways = [...children].map(([letter, child]) => escaped(letter) + sourceOf(child));
  const [only] = ways;
  if (ways.length === 1 && only !== undefined && !isEnd) return only;
  return `(?:${ways.join('|')})${isEnd ? '?' : ''}`;
}

/** The source of an expression that matches the longest of the names at a place. */
export function trieSource(names: readonly string[]): string {
  const trie = newTrie();
  for (const name of names) add(trie, name);
  return sourceOf(trie);
}
