import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { App } from './App.js';

export default async () => `<!doctype html><html lang="en"><meta charset="utf-8"><title>react-hydration</title>
<main id="app">${renderToString(createElement(App))}</main><button id="wake" type="button">Wake</button>
<script type="module" src="main.js"></script></html>`;
