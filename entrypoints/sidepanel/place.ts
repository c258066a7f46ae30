/** Where the library is asked to go by other parts of the extension, by way of `storage.session`. */

export const placeKey = 'library';

export interface Place {
  /** Libraries of other windows stay where they are. */
  windowId: number;
  entry: string;
}

/** The place, if what is stored is one. */
export function readPlace(stored: unknown): Place | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { windowId, entry } = stored as Record<string, unknown>;
  return typeof windowId === 'number' && typeof entry === 'string' ? { windowId, entry } : undefined;
}
