/** Serves pages to browsers under test, on this machine only. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

interface ServedPage {
  body: string | Uint8Array;
  /** `text/html` unless told. */
  type?: string;
  headers?: Record<string, string>;
}

interface ServeOptions {
  /** Folders under a first path part: { demo: '/…/scripts/demo' } serves /demo/vendor.html. */
  folders?: Record<string, string>;
  /** The first port to try; any free one unless told. */
  port?: number;
}

export interface PageServer {
  /** 127.0.0.1 and localhost are two sites to a browser. */
  url(path: string, host?: '127.0.0.1' | 'localhost'): string;
  /** Serves a page from memory at a path such as "/split.html"; answers with its address. */
  add(path: string, page: ServedPage | string): string;
  close(): Promise<void>;
}

const types: Record<string, string> = {
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xhtml': 'application/xhtml+xml',
  '.xml': 'application/xml',
};

/** The media type a file is served with; undefined for files that are not served. */
export const mediaTypeOf = (path: string): string | undefined => types[extname(path)];

const portsToTry = 20;

export async function serve(options: ServeOptions = {}): Promise<PageServer> {
  const pages = new Map<string, ServedPage>();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    const page = pages.get(path) ?? (await fileAt(path, options.folders ?? {}));
    if (!page) {
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    const type = page.type ?? 'text/html';
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', ...page.headers });
    response.end(page.body);
  });
  const port = await listen(server, options.port ?? 0);
  const url: PageServer['url'] = (path, host = '127.0.0.1') => `http://${host}:${port}${path}`;
  return {
    url,
    add(path, page) {
      pages.set(path, typeof page === 'string' ? { body: page } : page);
      return url(path);
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function fileAt(path: string, folders: Record<string, string>): Promise<ServedPage | undefined> {
  const [, first = '', ...rest] = path.split('/');
  const folder = folders[first];
  if (!folder) return undefined;
  const file = normalize(join(folder, rest.join(sep)));
  const type = mediaTypeOf(file);
  if (!file.startsWith(normalize(folder + sep)) || !type) return undefined;
  try {
    return { body: await readFile(file), type };
  } catch {
    return undefined;
  }
}

/** Listens on the port, or on one of the next when it is taken. */
async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; ; port++) {
    try {
      await new Promise<void>((listening, failed) => {
        server.once('error', failed);
        server.listen(port, '127.0.0.1', () => {
          server.off('error', failed);
          listening();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || port >= first + portsToTry) throw error;
    }
  }
}

/** Plain text as a simple page: one paragraph a line, lines that start with "- " as a list. */
export function textAsPage(title: string, text: string): string {
  const inHtml = (raw: string) => raw.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);
  const blocks = text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => (line.startsWith('- ') ? `<ul><li>${inHtml(line.slice(2))}</li></ul>` : `<p>${inHtml(line)}</p>`));
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${inHtml(title)}</title>
<style>:root{color-scheme:light dark}body{font:18px/1.6 Georgia,serif;max-width:40em;margin:2em auto;padding:0 1em}</style>
<main>${blocks.join('\n')}</main></html>`;
}
