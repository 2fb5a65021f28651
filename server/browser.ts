// Finds a Chromium for the browser tests: a setting, the usual names, an installed Chrome or Edge, Playwright's cache.
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Settings } from './settings.ts';

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const programs = (): string[] => {
  if (process.platform === 'darwin')
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  if (process.platform !== 'win32') return [];
  const roots = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA];
  return roots.flatMap((root) =>
    root === undefined
      ? []
      : ['Google\\Chrome', 'Microsoft\\Edge', 'Chromium'].map((name) =>
          path.join(root, name, 'Application', name.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe'),
        ),
  );
};

/** Where Playwright's own installer puts its browsers. */
function playwrightBrowsers(): string[] {
  const root =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    {
      darwin: path.join(homedir(), 'Library/Caches/ms-playwright'),
      win32: path.join(process.env.LOCALAPPDATA ?? '', 'ms-playwright'),
    }[process.platform as string] ??
    path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'ms-playwright');
  if (!existsSync(root)) return [];
  const testing = 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';
  const inside = [
    'chrome-linux64/chrome',
    'chrome-linux-arm64/chrome',
    'chrome-linux/chrome',
    `chrome-mac-arm64/${testing}`,
    `chrome-mac-x64/${testing}`,
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
  ];
  return readdirSync(root)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice('chromium-'.length)) - Number(a.slice('chromium-'.length)))
    .flatMap((name) => inside.map((file) => path.join(root, name, file)));
}

/** The path of a Chromium, Chrome or Edge; null where none is found. */
export function findBrowser(settings: Pick<Settings, 'ENTENTE_BROWSER'>): string | null {
  if (settings.ENTENTE_BROWSER !== '')
    return existsSync(settings.ENTENTE_BROWSER) ? settings.ENTENTE_BROWSER : null;
  const inPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) =>
      commands.map((name) => path.join(folder, process.platform === 'win32' ? `${name}.exe` : name)),
    );
  const byCommand = commands.flatMap((name) => inPath.filter((file) => path.basename(file, '.exe') === name));
  return [...byCommand, ...programs(), ...playwrightBrowsers()].find((file) => existsSync(file)) ?? null;
}
