import { flushSync, mount } from 'svelte';
import { expose } from '../rows.js';
import App from './App.svelte';

const app = mount(App, { target: document.getElementById('app') });
expose((turn) => flushSync(() => app.show(turn)));
