import { render } from 'svelte/server';
import App from './App.svelte';

export default async () => `<!doctype html><html lang="en"><meta charset="utf-8"><title>svelte-hydration</title>
<main id="app">${render(App).body}</main><button id="wake" type="button">Wake</button>
<script type="module" src="main.js"></script></html>`;
