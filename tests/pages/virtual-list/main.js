const subjects = ['kratom', 'sertraline', 'tea', 'fluoxetine', 'sleep', 'venlafaxine', 'rest'];
const rowCount = 10_000;
const rowPx = 40;
const list = document.getElementById('list');
const room = document.createElement('div');
room.style.height = `${rowCount * rowPx}px`;
room.style.width = '1px';
list.append(room);

/** A dozen elements, whose one text is written anew for every row they show. */
const rows = Array.from({ length: 12 }, () => {
  const row = document.createElement('div');
  row.append('');
  list.append(row);
  return row;
});

function draw() {
  const first = Math.min(Math.floor(list.scrollTop / rowPx), rowCount - rows.length);
  for (let at = first; at < first + rows.length; at++) {
    const row = rows[at % rows.length];
    row.id = `row-${at}`;
    row.style.top = `${at * rowPx}px`;
    row.firstChild.data = `Row ${at} speaks of ${subjects[at % subjects.length]} and more.`;
  }
}
list.addEventListener('scroll', draw);
draw();
