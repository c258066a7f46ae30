/**
 * Finds a browser the extension can be loaded into: one that is installed, one Playwright has downloaded or can
 * download, or one the system's own packages offer.
 */
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

export type BrowserName = 'chromium' | 'firefox';

export interface FoundBrowser {
  path: string;
  /** "156.0.8078.79", "153.7.0esr". */
  version: string;
}

/** The oldest that draw the marks and read text under a point: underlines in highlights, `caretPositionFromPoint`. */
const oldest: Record<BrowserName, number> = { chromium: 128, firefox: 146 };

/** From this version branded Chrome ignores --load-extension. */
const brandedChromeStopsLoading = 137;

const title: Record<BrowserName, string> = { chromium: 'Chromium', firefox: 'Firefox' };
const override: Record<BrowserName, string> = { chromium: 'EVENHAND_CHROMIUM', firefox: 'EVENHAND_FIREFOX' };

/** A message for the person at the keyboard; it needs no stack. */
export class PlainError extends Error {}

export type Say = (line: string) => void;

/**
 * A browser that is installed, or one that can be had. `say` hears a line for every browser passed over and every
 * longer step. Throws a `PlainError` that says what to do when there is none.
 */
export async function findBrowser(name: BrowserName, say: Say = console.error): Promise<FoundBrowser> {
  const chosen = process.env[override[name]];
  if (chosen) return chosenBrowser(name, chosen);
  const found = await firstUsable(name, installedPaths(name), say);
  if (found) return found;
  if (name === 'chromium') {
    const downloaded = downloadChromium(say) && (await firstUsable(name, playwrightPaths(), say));
    if (downloaded) return downloaded;
  }
  const installed = installPackage(name, say) && (await firstUsable(name, installedPaths(name), say));
  if (installed) return installed;
  throw new PlainError(
    name === 'chromium'
      ? `No Chromium to be had. Install Chromium or Chrome for Testing ${oldest.chromium} or later, or set ${override.chromium} to its path.`
      : `No Firefox to be had. Install Firefox ${oldest.firefox} or later, or set ${override.firefox} to its path.`,
  );
}

async function chosenBrowser(name: BrowserName, path: string): Promise<FoundBrowser> {
  if (!existsSync(path)) throw new PlainError(`${override[name]} is ${path}, but there is no such file.`);
  const reasons: string[] = [];
  const found = await firstUsable(name, [path], (line) => reasons.push(line));
  if (!found) throw new PlainError(`${override[name]}: ${reasons.join(' ')}`);
  return found;
}

async function firstUsable(name: BrowserName, paths: string[], say: Say): Promise<FoundBrowser | undefined> {
  const seen = new Set<string>();
  for (const path of paths) {
    if (!existsSync(path)) continue;
    const real = realpathSync(path);
    if (seen.has(real)) continue;
    seen.add(real);
    const passedOver = await whyNot(name, path);
    if (typeof passedOver !== 'string') return passedOver;
    say(passedOver);
  }
  return undefined;
}

/** The browser at a path, or one line about why it won't do. */
async function whyNot(name: BrowserName, path: string): Promise<FoundBrowser | string> {
  if (isSnap(path)) return `${path} is a snap, which may not load an extension from a folder: passed over.`;
  const printed = await versionText(path);
  const version = /\d+(?:\.\d+)+\w*/.exec(printed)?.[0];
  if (!version) return `${path} does not start, perhaps for want of system libraries: passed over.`;
  const major = Number.parseInt(version, 10);
  if (major < oldest[name]) return `${path} is version ${version}, and ${oldest[name]} is the oldest that will do: passed over.`;
  if (name === 'chromium' && isBrandedChrome(printed, path) && major >= brandedChromeStopsLoading)
    return `${path} is Google Chrome ${major}, which no longer loads extensions from the command line: passed over.`;
  return { path, version };
}

const isBrandedChrome = (printed: string, path: string) =>
  (/Google Chrome/.test(printed) && !/for Testing/.test(printed)) || /Google[\\/]Chrome[\\/]/.test(path);

/** Ubuntu's /usr/bin/firefox and /usr/bin/chromium-browser are scripts that start a snap. */
function isSnap(path: string): boolean {
  const real = realpathSync(path);
  if (/(?:^|\/)snap(?:\/|$)/.test(real)) return true;
  const start = readFileSync(real).subarray(0, 4096).toString('latin1');
  return start.startsWith('#!') && start.includes('/snap/bin/');
}

/** What the browser says of its version, or "". */
async function versionText(path: string): Promise<string> {
  const run = promisify(execFile);
  const options = { timeout: 20_000, windowsHide: true };
  try {
    // On Windows --version opens a window; the file itself knows.
    const asked =
      process.platform === 'win32'
        ? await run(
            'powershell',
            ['-NoProfile', '-Command', `(Get-Item -LiteralPath '${path}').VersionInfo.ProductVersion`],
            options,
          )
        : await run(path, ['--version'], options);
    return asked.stdout;
  } catch {
    return '';
  }
}

function installedPaths(name: BrowserName): string[] {
  return [
    ...usualPaths(name),
    ...onPath(name),
    ...(name === 'chromium' ? [...downloadedChromes(), ...playwrightPaths(), ...branded()] : []),
  ];
}

function usualPaths(name: BrowserName): string[] {
  const home = homedir();
  if (process.platform === 'darwin') {
    const apps =
      name === 'chromium'
        ? ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing']
        : ['Firefox.app', 'Firefox Developer Edition.app', 'Firefox Nightly.app'].map((app) => `${app}/Contents/MacOS/firefox`);
    return apps.flatMap((app) => [join('/Applications', app), join(home, 'Applications', app)]);
  }
  if (process.platform === 'win32') {
    const roots = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    const files =
      name === 'chromium'
        ? ['Chromium\\Application\\chrome.exe']
        : ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe', 'Firefox Nightly\\firefox.exe'];
    return roots.flatMap((root) => files.map((file) => join(root, file)));
  }
  return name === 'chromium'
    ? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/lib/chromium/chromium', '/opt/chromium/chrome']
    : ['/usr/bin/firefox', '/usr/bin/firefox-esr', '/usr/lib/firefox/firefox', '/opt/firefox/firefox'];
}

function onPath(name: BrowserName): string[] {
  const files =
    name === 'chromium'
      ? ['chromium', 'chromium-browser', 'chrome-for-testing', 'google-chrome-for-testing']
      : ['firefox', 'firefox-esr'];
  const end = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => files.map((file) => join(folder, file + end)));
}

/** Chrome for Testing as `@puppeteer/browsers` keeps it, the newest first. */
function downloadedChromes(): string[] {
  const store = join(homedir(), '.cache', 'puppeteer', 'chrome');
  const inside: Partial<Record<NodeJS.Platform, string[]>> = {
    linux: ['chrome-linux64/chrome'],
    darwin: ['arm64', 'x64'].map(
      (cpu) => `chrome-mac-${cpu}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
    ),
    win32: ['chrome-win64\\chrome.exe'],
  };
  if (!existsSync(store)) return [];
  const folders = readdirSync(store).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  return folders.flatMap((folder) => (inside[process.platform] ?? []).map((file) => join(store, folder, file)));
}

/** Looked at last, so that a reader who has only Chrome is told why it won't do. */
function branded(): string[] {
  const windows = [process.env.ProgramFiles, process.env.LOCALAPPDATA].filter((root) => root !== undefined);
  return process.platform === 'win32'
    ? windows.map((root) => join(root, 'Google\\Chrome\\Application\\chrome.exe'))
    : ['/usr/bin/google-chrome', '/opt/google/chrome/chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
}

const require = createRequire(import.meta.url);

function playwrightPaths(): string[] {
  const { chromium } = require('@playwright/test') as typeof import('@playwright/test');
  return [chromium.executablePath()].filter(Boolean);
}

/** Lets Playwright download its Chromium; false when that fails. */
function downloadChromium(say: Say): boolean {
  say('No Chromium found: downloading one through Playwright (about 180 MB) …');
  const command = require.resolve('@playwright/test/cli');
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'install', 'chromium', '--no-shell'], {
    encoding: 'utf8',
  });
  if (status === 0) return true;
  const unreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|socket hang up/.test(stdout + stderr);
  say(
    unreachable
      ? 'The download failed: no network, or it is closed to Playwright.'
      : `The download failed: ${lastLine(stderr || stdout)}`,
  );
  return false;
}

/** Debian's own packages, as root or with sudo that asks nothing; false when that can't be. */
function installPackage(name: BrowserName, say: Say): boolean {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false;
  const root = process.getuid?.() === 0;
  if (!root && spawnSync('sudo', ['-n', 'true']).status !== 0) return false;
  const wanted = name === 'chromium' ? 'chromium' : 'firefox-esr';
  const apt = (...args: string[]) =>
    execFileSync(root ? 'apt-get' : 'sudo', root ? args : ['-n', 'apt-get', ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  say(`No ${title[name]} found: installing the package ${wanted} …`);
  try {
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', wanted);
    return true;
  } catch (error) {
    const said = lastLine(String((error as { stderr?: string }).stderr ?? error));
    say(
      `The package could not be installed: ${said}${isUbuntu() ? ' On Ubuntu both browsers come as snaps; use packages from their makers.' : ''}`,
    );
    return false;
  }
}

const isUbuntu = () => existsSync('/etc/os-release') && /^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'));

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? '';

/** `node scripts/browsers.ts chromium firefox`: makes sure that they are there, and says where. */
async function main(names: readonly string[]): Promise<void> {
  for (const name of names) {
    if (name !== 'chromium' && name !== 'firefox') throw new PlainError(`"${name}" is neither chromium nor firefox.`);
    const { path, version } = await findBrowser(name);
    console.log(`${title[name]} ${version}: ${path}`);
  }
}

if (import.meta.main)
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof PlainError ? error.message : error);
    process.exitCode = 1;
  });
