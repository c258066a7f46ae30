import { hydrate } from 'svelte';
import App from './App.svelte';

// A mismatch is no more than a warning.
console.warn = console.error;
const wake = document.getElementById('wake');
wake.addEventListener('click', () => {
  hydrate(App, { target: document.getElementById('app') });
  wake.textContent = 'Awake';
});
