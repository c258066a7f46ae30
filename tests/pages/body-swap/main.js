/** Follows links as apps do that fetch the next page and put its whole body in place of this one. */
const subjects = ['sertraline', 'fluoxetine', 'venlafaxine'];
let place = 0;

function draw() {
  const subject = subjects[place % subjects.length];
  const next = new DOMParser().parseFromString(
    `<title>Place ${place}</title><p id="place-${place}">This place speaks of ${subject}.</p><a id="next" href="#place-${place + 1}">Next</a>`,
    'text/html',
  );
  document.title = next.title;
  document.documentElement.replaceChild(document.adoptNode(next.body), document.body);
}

addEventListener('click', (event) => {
  if (event.target.id !== 'next') return;
  event.preventDefault();
  place++;
  draw();
});
