import { Fragment, h } from 'preact';
import { useState } from 'preact/hooks';

export function App() {
  const [count, setCount] = useState(0);
  return h(
    Fragment,
    null,
    h('h1', { id: 'title' }, 'Questions about ', 'kratom'),
    h('p', { id: 'split' }, 'People who take ', 'sert', 'raline', ' ask most.'),
    h('p', { id: 'link' }, 'Some ask about ', h('a', { href: '#title' }, 'venlafaxine'), ' too.'),
    h('p', { id: 'later' }, 'This part speaks of ', 'fluoxetine', '.'),
    h('button', { id: 'ask', type: 'button', onClick: () => setCount(count + 1) }, 'Ask'),
    h('p', { id: 'answer' }, count === 0 ? 'Nobody asked about mirtazapine.' : ['Asked about bupropion: ', count]),
  );
}
