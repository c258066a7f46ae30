import { expect } from '../../e2e/fixtures.ts';
import { hoverMark, isCardOpen, moveAway, pointOfMark, watchCard } from '../../e2e/reading.ts';
import { pageFixture } from '../page-fixture.ts';

/** Every kind of event a card listens to, made up: with and without what real ones carry. */
function fire({ x, y }: { x: number; y: number }): void {
  const target = document.elementFromPoint(x, y) ?? document.body;
  const plain = { bubbles: true, cancelable: true, composed: true };
  const at = { ...plain, clientX: x, clientY: y, screenX: x, screenY: y, pointerId: 1, isPrimary: true, view: window };
  for (const pointerType of ['mouse', 'touch', 'pen', ''])
    for (const type of ['pointerover', 'pointerenter', 'pointermove', 'pointerdown', 'pointerup', 'click', 'auxclick'])
      for (const detail of [0, 1, 2]) target.dispatchEvent(new PointerEvent(type, { ...at, pointerType, detail, buttons: 0 }));
  for (const type of ['mouseover', 'mousemove', 'mousedown', 'mouseup', 'click', 'dblclick', 'contextmenu'])
    target.dispatchEvent(new MouseEvent(type, at));
  if ('Touch' in window) {
    const touch = new Touch({ identifier: 1, target, clientX: x, clientY: y });
    for (const type of ['touchstart', 'touchmove', 'touchend'])
      target.dispatchEvent(new TouchEvent(type, { ...plain, touches: [touch], changedTouches: [touch], targetTouches: [touch] }));
  }
  for (const key of ['Enter', ' ', 'e', 'n', 'l', 'Escape', 'Tab'])
    for (const type of ['keydown', 'keypress', 'keyup'])
      target.dispatchEvent(new KeyboardEvent(type, { ...plain, key, altKey: true, shiftKey: true }));
  for (const type of ['focusin', 'selectionchange', 'visibilitychange', 'pageshow', 'resume', 'toggle', 'interest'])
    for (const receiver of [target, document, window]) receiver.dispatchEvent(new CustomEvent(type, { ...plain, detail: 1 }));
  (target as HTMLElement).click();
}

export default pageFixture({
  what: 'that makes up events of every kind',
  marks: ['kratom'],
  async check({ tab }) {
    const at = await pointOfMark(tab, 'kratom');
    await tab.evaluate(fire, at);
    expect(await watchCard(tab, 1_000)).toBe('closed');
    await hoverMark(tab, 'kratom');
    await tab.evaluate(fire, { x: 5, y: 5 });
    expect(await watchCard(tab, 600), 'nor do they close an open card').toBe('open');
    await tab.evaluate(() => document.querySelector('note-card')?.dispatchEvent(new MouseEvent('click', { bubbles: true })));
    expect(await isCardOpen(tab)).toBe(true);
    await moveAway(tab);
  },
});
