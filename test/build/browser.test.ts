import { expect, it } from 'vitest';
import { findBrowser, type Machine } from '#build/browser.ts';

function machine(platform: string, files: readonly string[], env: Machine['env'] = {}): Machine {
  return { platform, env, exists: (file) => files.includes(file) };
}

it('takes CHROME_PATH before anything else', () => {
  const both = ['/opt/mine/chrome', '/usr/bin/chromium'];
  expect(findBrowser(machine('linux', both, { CHROME_PATH: '/opt/mine/chrome' }))).toBe('/opt/mine/chrome');
});

it('says so when CHROME_PATH leads nowhere, and does not take another one', () => {
  const lost = machine('linux', ['/usr/bin/chromium'], { CHROME_PATH: '/nowhere' });
  expect(() => findBrowser(lost)).toThrow('/nowhere');
});

it.each([
  ['linux', '/usr/bin/chromium', {}],
  ['linux', '/home/ada/bin/google-chrome', { PATH: '/home/ada/bin:/usr/bin' }],
  ['linux', '/opt/microsoft/msedge/msedge', {}],
  ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', { HOME: '/Users/ada' }],
  ['darwin', '/Users/ada/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge', { HOME: '/Users/ada' }],
  [
    'win32',
    String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
    { 'ProgramFiles(x86)': String.raw`C:\Program Files (x86)` },
  ],
  [
    'win32',
    String.raw`C:\Users\ada\AppData\Local\Google\Chrome\Application\chrome.exe`,
    { LOCALAPPDATA: String.raw`C:\Users\ada\AppData\Local` },
  ],
] as const)('finds on %s %s', (platform, file, env) => {
  expect(findBrowser(machine(platform, [file], env))).toBe(file);
});

it('finds nothing where there is nothing', () => {
  for (const platform of ['linux', 'darwin', 'win32']) expect(findBrowser(machine(platform, []))).toBeUndefined();
});
