import { describe, expect, it } from 'vitest';
import { createSheetDrag } from '../../../lib/card/sheet-drag.ts';

/** A finger on the head of a sheet that stands `headTop` px down the screen. */
function dragged(byPx: number, { headTop = 400, pointerType = 'touch', onButton = false, cancelled = false } = {}) {
  const done: string[] = [];
  const sheet = { style: { translate: '' } };
  const head = { parentElement: sheet, setPointerCapture() {}, getBoundingClientRect: () => ({ top: headTop }) };
  const target = { closest: () => (onButton ? {} : null) };
  const event = (clientY: number) =>
    ({ clientY, pointerId: 1, pointerType, currentTarget: head, target }) as unknown as PointerEvent;
  const drag = createSheetDrag({ more: () => done.push('more'), close: () => done.push('close') });
  drag.onPointerDown(event(420));
  drag.onPointerMove(event(420 + byPx / 2));
  drag.onPointerMove(event(420 + byPx));
  const wayPx = sheet.style.translate;
  if (cancelled) drag.onPointerCancel(event(420 + byPx));
  else drag.onPointerUp(event(420 + byPx));
  return { done, wayPx, after: sheet.style.translate };
}

describe('dragging a sheet by its head', () => {
  it.each([
    ['down closes it', 120, {}, ['close']],
    ['up makes it grow', -120, {}, ['more']],
    ['a little way is a slip', 30, {}, []],
    ['up closes one along the upper edge', -120, { headTop: 0 }, ['close']],
    ['down makes that one grow', 120, { headTop: 0 }, ['more']],
    ['from a button is a press of the button', 120, { onButton: true }, []],
    ['with a mouse does nothing', 120, { pointerType: 'mouse' }, []],
    ['that the browser takes over does nothing', 120, { cancelled: true }, []],
  ])('%s', (_, byPx, how, done) => {
    expect(dragged(byPx, how).done).toEqual(done);
  });

  it('takes the sheet along on its way out only, and lets it go back', () => {
    expect(dragged(120)).toMatchObject({ wayPx: '0 120px', after: '' });
    expect(dragged(-120).wayPx).toBe('');
  });
});
