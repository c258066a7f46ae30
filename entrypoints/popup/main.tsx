import { render } from 'preact';
import { browser } from 'wxt/browser';
import { openSettings } from '../../lib/settings/store.ts';
import { askPage } from './ask-page.ts';
import { Popup } from './Popup.tsx';

const store = openSettings(browser.storage.local);
const [settings, page] = await Promise.all([store.get(), askPage()]);
const root = document.getElementById('popup');
if (root) render(<Popup store={store} initialSettings={settings} initialPage={page} />, root);
