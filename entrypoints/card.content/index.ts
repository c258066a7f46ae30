/** The card's code, for `content`: a script of its own, since the browser compiles each in a task (docs/adr/0016). */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startCard } from '../../lib/card/controller.ts';
import { framesToRead } from '../content/frame.ts';
import { cardCode } from '../content/world.ts';

export default defineContentScript({
  ...framesToRead,
  main() {
    cardCode().resolve(startCard);
  },
});
