/** An answer that comes in pieces, which end anywhere within words. */
const answer =
  'People write about sertraline, fluoxetine and St John’s wort.\nSome compare venlafaxine with mirtazapine, and some ask about SSRIs as a whole.';
const bounds = [4, 9, 12, 3, 7, 2, 5, 1];
const box = document.getElementById('answer');
let at = 0;
let turn = 0;

const timer = setInterval(() => {
  const piece = answer.slice(at, at + bounds[turn++ % bounds.length]);
  at += piece.length;
  for (const [index, line] of piece.split('\n').entries()) {
    if (index > 0) box.append(document.createElement('p'));
    const last = box.lastElementChild;
    if (last.firstChild) last.firstChild.appendData(line);
    else last.append(line);
  }
  if (at < answer.length) return;
  clearInterval(timer);
  document.getElementById('state').textContent = 'Written';
}, 20);
