// A real browser for the tests: found, or installed the way the platform does it, or one sentence on how to get it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { findBrowser } from '../../server/browser.ts';
import { UnavailableError } from '../../server/errors.ts';
import { readSettings } from '../../server/settings.ts';

/** No service of the browser's own is asked for anything while tests run. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const isRoot = process.getuid?.() === 0;

/** The path of a browser. @throws UnavailableError `browser-missing` with one sentence how to get one */
function browserPath(): string {
  const settings = readSettings();
  const found = findBrowser(settings);
  if (found !== null) return found;
  for (const step of installers()) {
    try {
      for (const [program, ...args] of step) execFileSync(program ?? '', args, { stdio: 'inherit' });
    } catch {
      continue;
    }
    const installed = findBrowser(settings);
    if (installed !== null) return installed;
  }
  throw new UnavailableError(
    'browser-missing',
    'No browser was found for the tests: install Chromium, Chrome or Edge, or name one in ENTENTE_BROWSER.',
  );
}

function installers(): string[][][] {
  const playwright = [
    [process.execPath, path.resolve('node_modules/playwright-core/cli.js'), 'install', 'chromium'],
  ];
  const isDebian = process.platform === 'linux' && /ID(_LIKE)?=.*(debian|ubuntu)/.test(readOsRelease());
  const apt = [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
  ];
  return isDebian && isRoot ? [apt, playwright] : [playwright];
}

function readOsRelease(): string {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}

/** A browser with a profile of its own. The sandbox of Chromium does not work for root. */
export async function openBrowser(
  options: Parameters<typeof chromium.launchPersistentContext>[1] = {},
): Promise<BrowserContext> {
  const profile = mkdtempSync(path.join(tmpdir(), 'entente-browser-'));
  process.once('exit', () => forget(profile));
  return chromium.launchPersistentContext(profile, {
    executablePath: browserPath(),
    args: [...quiet, ...(isRoot ? ['--no-sandbox'] : [])],
    ...options,
  });
}

/** Clears a profile away. A browser may still be writing into it, and then it is left: it is a temporary folder. */
function forget(profile: string): void {
  try {
    rmSync(profile, { recursive: true, force: true });
  } catch {}
}
