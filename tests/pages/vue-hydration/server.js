import { renderToString } from 'vue/server-renderer';
import { createApp } from './App.js';

export default async () => `<!doctype html><html lang="en"><meta charset="utf-8"><title>vue-hydration</title>
<main id="app">${await renderToString(createApp())}</main><button id="wake" type="button">Wake</button>
<script type="module" src="main.js"></script></html>`;
