import { createElement as h, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { createRoot } from 'react-dom/client';

function Modal({ close }) {
  const dialog = useRef(null);
  useEffect(() => dialog.current.showModal(), []);
  return h(
    'dialog',
    { id: 'modal', ref: dialog, onClose: close },
    h('p', null, 'This note on sertraline stands above the page.'),
    h('button', { id: 'close', type: 'button', onClick: () => dialog.current.close() }, 'Close'),
  );
}

function App() {
  const [open, setOpen] = useState(false);
  const [clicks, setClicks] = useState(0);
  return h(
    'div',
    { onClick: () => setClicks(clicks + 1) },
    h('p', { id: 'article' }, 'An article on kratom.'),
    h('button', { id: 'open', type: 'button', onClick: () => setOpen(true) }, 'Read the note'),
    h('p', { id: 'clicks' }, 'Clicks: ', clicks),
    open && createPortal(h(Modal, { close: () => setOpen(false) }), document.body),
  );
}

createRoot(document.getElementById('app')).render(h(App));
