/** Draws as frameworks with a zone do: every event and timer is followed by a look at all bindings, and comments hold the places of parts. */
const checks = [];
const checkAll = () => {
  for (const check of checks) check();
};
for (const type of ['click', 'pointermove', 'mousemove', 'keydown', 'scroll']) addEventListener(type, checkAll, true);
setInterval(checkAll, 50);

/** The careless kind of binding: written whether or not it has changed. */
function text(read) {
  const node = document.createTextNode('');
  checks.push(() => {
    node.data = read();
  });
  return node;
}

function element(tag, id, ...children) {
  const made = document.createElement(tag);
  made.id = id;
  made.append(...children);
  return made;
}

/** Parts that are there once for each item, before a comment that holds their place. */
function each(list, draw) {
  const anchor = document.createComment('each');
  const drawn = new Map();
  checks.push(() => {
    const items = list();
    for (const [item, part] of drawn)
      if (!items.includes(item)) {
        part.remove();
        drawn.delete(item);
      }
    for (const item of items) {
      if (!drawn.has(item)) drawn.set(item, draw(item));
      anchor.before(drawn.get(item));
    }
  });
  return anchor;
}

const model = { name: 'sertraline', others: ['venlafaxine', 'mirtazapine'], clicks: 0, ticks: 0 };
const next = element('button', 'next', 'Next');
next.addEventListener('click', () => {
  model.clicks++;
  model.name = model.clicks % 2 ? 'fluoxetine' : 'sertraline';
  model.others = model.clicks % 2 ? ['bupropion', 'venlafaxine'] : ['venlafaxine', 'mirtazapine'];
});

document.getElementById('app').append(
  element('h1', 'title', 'A page on kratom'),
  element(
    'p',
    'bound',
    text(() => ' Now it is about '),
    document.createComment(''),
    text(() => model.name),
    text(() => '. '),
  ),
  element(
    'p',
    'ticks',
    text(() => `Looked ${++model.ticks} times.`),
  ),
  element(
    'ul',
    'list',
    each(
      () => model.others,
      (name) =>
        element(
          'li',
          `row-${name}`,
          text(() => `A row on ${name}`),
        ),
    ),
  ),
  next,
);
checkAll();
