import { createApp } from './App.js';

// A mismatch is no more than a warning.
console.warn = console.error;
const wake = document.getElementById('wake');
wake.addEventListener('click', () => {
  createApp().mount('#app');
  wake.textContent = 'Awake';
});
