import { createElement as h, StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

const medicines = ['sertraline', 'fluoxetine', 'venlafaxine', 'mirtazapine', 'bupropion', 'kratom'];

function App() {
  const [filter, setFilter] = useState('');
  const [order, setOrder] = useState(medicines);
  const shown = order.filter((name) => name.includes(filter));
  return [
    h('input', { id: 'filter', key: 'filter', value: filter, onChange: (event) => setFilter(event.target.value) }),
    h('button', { id: 'turn', key: 'turn', type: 'button', onClick: () => setOrder(order.toReversed()) }, 'Turn'),
    h('button', { id: 'rename', key: 'rename', type: 'button', onClick: () => setOrder(['tea', ...order.slice(1)]) }, 'Rename'),
    h(
      'ol',
      { key: 'list' },
      shown.map((name) => h('li', { key: name, id: `row-${name}` }, 'A row on ', name, ' and its ', h('em', null, 'use'), '.')),
    ),
  ];
}

createRoot(document.getElementById('app')).render(h(StrictMode, null, h(App)));
