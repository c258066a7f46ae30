/**
 * The browser's own object, without the polyfill that the other parts have: what is asked of it here answers with promises in all
 * browsers, and every page would pay for the polyfill (docs/adr/0016).
 */
import type { browser as polyfilled } from 'wxt/browser';

// TypeScript knows neither as a property of the global object.
const given = globalThis as unknown as Record<'browser' | 'chrome', typeof polyfilled>;

// By the build, not by what is there: in Chromium an element with such an id would be `browser`.
export const browser = import.meta.env.FIREFOX ? given.browser : given.chrome;
