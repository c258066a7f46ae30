const subjects = ['sertraline', 'sertraline and kratom', 'fluoxetine', 'venlafaxine', 'mirtazapine', 'SSRIs'];
const field = document.getElementById('field');
const list = document.getElementById('list');
let at = -1;

const options = () => subjects.filter((subject) => subject.toLowerCase().includes(field.value.toLowerCase()));

function draw() {
  list.replaceChildren(
    ...options().map((subject, index) => {
      const option = document.createElement('div');
      option.id = `option-${index}`;
      option.role = 'option';
      option.ariaSelected = String(index === at);
      option.textContent = subject;
      return option;
    }),
  );
  list.hidden = list.childElementCount === 0;
  field.ariaExpanded = String(!list.hidden);
}

function choose(subject) {
  field.value = subject;
  list.hidden = true;
  field.ariaExpanded = 'false';
  document.getElementById('chosen').textContent = `Chosen: ${subject}.`;
}

field.addEventListener('input', () => {
  at = -1;
  draw();
});
field.addEventListener('keydown', ({ key }) => {
  if (key === 'ArrowDown') at = Math.min(at + 1, options().length - 1);
  if (key === 'Enter' && at >= 0) choose(options()[at]);
  else if (key === 'ArrowDown') draw();
});
list.addEventListener('mousedown', (event) => {
  event.preventDefault();
  choose(event.target.textContent);
});
