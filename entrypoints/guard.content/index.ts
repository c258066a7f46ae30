/** Listens before the page does, so that the card can be kept from it (docs/adr/0017). Only Firefox needs it. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createGuard } from '../../lib/card/guard.ts';
import { framesToRead } from '../content/frame.ts';
import { world } from '../content/world.ts';

export default defineContentScript({
  ...framesToRead,
  runAt: 'document_start',
  include: ['firefox'],
  main() {
    world.evenhandGuard = createGuard(window);
    world.evenhandGuard.listen();
  },
});
