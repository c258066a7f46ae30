/** Rows are held and moved with the pointer, as sortable lists do: the row follows it and changes places on the way. */
const list = document.getElementById('list');
let held;

list.addEventListener('pointerdown', (event) => {
  held = event.target.closest('li');
  held.setPointerCapture(event.pointerId);
  held.classList.add('held');
  event.preventDefault();
});
list.addEventListener('pointermove', ({ clientY }) => {
  if (!held) return;
  for (const row of list.children) {
    const { top, bottom } = row.getBoundingClientRect();
    if (row === held || clientY < top || clientY > bottom) continue;
    const isBelow = held.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (isBelow) row.after(held);
    else row.before(held);
    return;
  }
});
addEventListener('pointerup', () => {
  held?.classList.remove('held');
  held = undefined;
});
