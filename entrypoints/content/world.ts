/** What the scripts of a frame share: one global object, which pages cannot see. */
import type { startCard } from '../../lib/card/controller.ts';
import type { Guard } from '../../lib/card/guard.ts';

interface World {
  /** Ends the copy that is at work in the frame; a newer one finds the older one here. */
  evenhandCopy?: AbortController;
  /** The card's code: a script of its own, and which of the two runs first is for the browser to say. */
  evenhandCard?: PromiseWithResolvers<typeof startCard>;
  /** In Firefox alone: listens since before the page could. */
  evenhandGuard?: Guard;
}

export const world: typeof globalThis & World = globalThis;

export function cardCode(): PromiseWithResolvers<typeof startCard> {
  world.evenhandCard ??= Promise.withResolvers();
  return world.evenhandCard;
}
