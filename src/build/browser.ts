import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';

export interface Machine {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (file: string) => boolean;
}

const thisMachine: Machine = { platform: process.platform, env: process.env, exists: existsSync };

export const isRoot = process.getuid?.() === 0;

/** How every check starts its browser. */
export const launchFlags: readonly string[] = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Only where Chromium refuses to start with it.
  ...(isRoot ? ['--no-sandbox'] : []),
];

/**
 * A Chrome, Chromium or Edge that can run the journeys; installs one where there is none. Journeys are
 * never skipped: whoever asks gets a browser or an error.
 */
export function ensureBrowser(): string {
  const found = findBrowser(thisMachine) ?? installed(chromium.executablePath());
  if (found !== undefined) return found;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    run('No Chrome, Chromium or Edge here. Installing Chromium with apt', 'apt-get', ['update']);
    run('', 'apt-get', ['install', '-y', 'chromium']);
    const fromApt = findBrowser(thisMachine);
    if (fromApt !== undefined) return fromApt;
  }
  const command = path.join(
    path.dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
    'cli.js',
  );
  const withLibraries = isRoot && process.platform === 'linux' ? ['--with-deps'] : [];
  run('No Chrome, Chromium or Edge here. Downloading Chromium with Playwright', process.execPath, [
    command,
    'install',
    ...withLibraries,
    'chromium',
  ]);
  const downloaded = installed(chromium.executablePath());
  if (downloaded !== undefined) return downloaded;
  throw new Error('No browser for the journeys: install Chrome, Chromium or Edge, or set CHROME_PATH to one.');
}

/** CHROME_PATH, or the browser in one of the places where its installer puts it. */
export function findBrowser(machine: Machine): string | undefined {
  const chosen = machine.env['CHROME_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (!machine.exists(chosen)) throw new Error(`CHROME_PATH names ${chosen}, and there is no such file.`);
    return chosen;
  }
  return knownPlaces(machine).find((file) => machine.exists(file) && starts(file, machine));
}

function knownPlaces({ platform, env }: Machine): readonly string[] {
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const folders = ['/Applications', path.posix.join(env['HOME'] ?? '/', 'Applications')];
    return apps.flatMap((app) => folders.map((folder) => `${folder}/${app}.app/Contents/MacOS/${app}`));
  }
  if (platform === 'win32') {
    const folders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LocalAppData'] ?? env['LOCALAPPDATA']];
    const files = [
      String.raw`Google\Chrome\Application\chrome.exe`,
      String.raw`Chromium\Application\chrome.exe`,
      String.raw`Microsoft\Edge\Application\msedge.exe`,
    ];
    return files.flatMap((file) =>
      folders.flatMap((folder) => (folder === undefined ? [] : path.win32.join(folder, file))),
    );
  }
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ];
  const folders = [...(env['PATH'] ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return [
    ...names.flatMap((name) => folders.filter((folder) => folder !== '').map((folder) => `${folder}/${name}`)),
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
  ];
}

/** On Ubuntu `chromium-browser` may be a script that only says that a snap is wanted. */
function starts(file: string, machine: Machine): boolean {
  if (machine !== thisMachine || machine.platform !== 'linux') return true;
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function installed(file: string): string | undefined {
  return existsSync(file) ? file : undefined;
}

function run(why: string, command: string, args: readonly string[]): void {
  if (why !== '') console.log(`${why}: ${command} ${args.join(' ')}`);
  const { status, error } = spawnSync(command, [...args], {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) console.error(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}.`);
}
