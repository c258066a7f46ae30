const subjects = ['sertraline', 'fluoxetine', 'venlafaxine', 'mirtazapine', 'bupropion'];
const view = document.getElementById('view');
const next = document.getElementById('next');
const pageNow = () => Number(new URLSearchParams(location.search).get('page') ?? 0);

function draw() {
  const page = pageNow();
  const subject = subjects[page % subjects.length];
  document.title = `${subject}, page ${page}`;
  next.href = `?page=${page + 1}`;
  const article = document.createElement('article');
  article.id = `page-${page}`;
  const heading = document.createElement('h1');
  heading.textContent = `On ${subject}`;
  const text = document.createElement('p');
  text.append('This page speaks of ', Object.assign(document.createElement('em'), { textContent: subject }), ' and of rest.');
  article.append(heading, text);
  view.replaceChildren(article);
}

export function go(page) {
  history.pushState(null, '', `?page=${page}`);
  draw();
}

next.addEventListener('click', (event) => {
  event.preventDefault();
  go(pageNow() + 1);
});
addEventListener('popstate', draw);
window.go = go;
draw();
