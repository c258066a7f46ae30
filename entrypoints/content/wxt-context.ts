/**
 * Stands in for WXT's content script context (see wxt.config.ts), which announces each start with an event on the page's
 * document: a page could see there that the extension is installed, and end it by sending the event itself.
 */
export class ContentScriptContext {}
