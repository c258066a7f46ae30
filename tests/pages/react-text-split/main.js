import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';

const turns = [
  ['sert', 'raline', 'kra', 'tom'],
  ['sert', 'ain things', 'kra', 'ft'],
  ['fluox', 'etine', 'k', 'ratom'],
  ['', 'mirtazapine', 'kratom', ''],
  ['St John’s ', 'wort', 'SS', 'RIs'],
];

function App() {
  const [turn, setTurn] = useState(0);
  const [first, second, third, fourth] = turns[turn % turns.length];
  return [
    h('p', { key: 'one', id: 'one' }, 'One page names ', first, second, ', and no more.'),
    h('p', { key: 'two', id: 'two' }, 'Another names ', h('span', null, third), h('b', null, fourth), '.'),
    h('button', { key: 'next', id: 'next', type: 'button', onClick: () => setTurn(turn + 1) }, 'Next'),
  ];
}

createRoot(document.getElementById('app')).render(h(App));
