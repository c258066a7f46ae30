import { render } from 'preact';
import { browser } from 'wxt/browser';
import { openSettings } from '../../lib/settings/store.ts';
import { Library } from './Library.tsx';

const store = openSettings(browser.storage.local);
const settings = await store.get();
const root = document.getElementById('library');
if (root) render(<Library store={store} initialSettings={settings} />, root);
