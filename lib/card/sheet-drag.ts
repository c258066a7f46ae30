/** A sheet can be dragged by its head: away from its edge for more, towards it to close. Its buttons do the same without dragging. */

/** A shorter drag was a slip of the finger. */
const farPx = 48;

export interface SheetDrag {
  onPointerDown(event: PointerEvent): void;
  onPointerMove(event: PointerEvent): void;
  onPointerUp(event: PointerEvent): void;
  onPointerCancel(event: PointerEvent): void;
}

export function createSheetDrag(actions: { more(): void; close(): void }): SheetDrag {
  let startY: number | undefined;
  let isAtTop = false;
  /** How far towards the sheet's own edge, which is the lower one unless it stands along the upper. */
  let towardsEdgePx = 0;

  const head = (event: PointerEvent) => event.currentTarget as HTMLElement;
  const show = (event: PointerEvent, byPx: number) => {
    const sheet = head(event).parentElement;
    if (sheet) sheet.style.translate = byPx === 0 ? '' : `0 ${byPx}px`;
  };
  const end = (event: PointerEvent, act: boolean) => {
    if (startY === undefined) return;
    startY = undefined;
    show(event, 0);
    if (act && towardsEdgePx > farPx) actions.close();
    else if (act && towardsEdgePx < -farPx) actions.more();
  };

  return {
    onPointerDown(event) {
      // A mouse has the buttons.
      if (event.pointerType === 'mouse' || (event.target as Element).closest('button')) return;
      startY = event.clientY;
      isAtTop = head(event).getBoundingClientRect().top < farPx / 2;
      towardsEdgePx = 0;
      head(event).setPointerCapture(event.pointerId);
    },
    onPointerMove(event) {
      if (startY === undefined) return;
      const byPx = event.clientY - startY;
      towardsEdgePx = isAtTop ? -byPx : byPx;
      if (towardsEdgePx > 0) show(event, byPx);
    },
    onPointerUp: (event) => end(event, true),
    onPointerCancel: (event) => end(event, false),
  };
}
