import { h, hydrate } from 'preact';
import { App } from './App.js';

const wake = document.getElementById('wake');
wake.addEventListener('click', () => {
  hydrate(h(App), document.getElementById('app'));
  wake.textContent = 'Awake';
});
