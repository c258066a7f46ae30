import { createElement, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { App } from './App.js';

const wake = document.getElementById('wake');
wake.addEventListener('click', () => {
  hydrateRoot(document.getElementById('app'), createElement(StrictMode, null, createElement(App)));
  wake.textContent = 'Awake';
});
