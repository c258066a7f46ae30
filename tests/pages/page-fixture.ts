/**
 * Pages of the kinds that break annotators. Each is a folder of its own with what makes it (`index.html` unless told; a `main.js`, `main.ts`
 * or `main.tsx` is bundled and served as `main.js` beside it; a `server.js` draws the document as a server would) and `expected.ts`, which says what a reader should find there.
 */
import type { PageMode } from '../e2e/bundle-page.ts';
import type { BrowserDriver, PageDriver } from '../e2e/driver.ts';
import type { PageServer } from '../e2e/server.ts';

export interface FixtureVisit {
  /** The page, loaded, with its `marks` (if any) already there. */
  tab: PageDriver;
  browser: BrowserDriver;
  server: PageServer;
  /** Where the folder is served: address of a file in it. */
  address(file: string): string;
  setSettings(value: unknown): Promise<void>;
}

export interface PageFixture {
  /** What is out of the ordinary about the page, to end the sentence "Evenhand on a page …". */
  what: string;
  /** The file that is opened; `index.html` unless told. */
  document?: string;
  /** Of the response for that file. */
  headers?: Record<string, string>;
  /** `{ density: 'all' }` unless told. */
  settings?: Record<string, unknown>;
  /** How its script is built: "production" unless told. */
  mode?: PageMode;
  /** Exactly the texts that are marked once the page has settled, in any order. Left out: `check` looks for itself. */
  marks?: string[];
  /** What else holds. Afterwards no error has been thrown or logged in the page. */
  check?(visit: FixtureVisit): Promise<void>;
  /** The browser itself takes its time with such a page. */
  slow?: boolean;
  /** Errors the page itself throws or logs, as it would without us. */
  ownErrors?: RegExp;
}

export const pageFixture = (fixture: PageFixture): PageFixture => fixture;
