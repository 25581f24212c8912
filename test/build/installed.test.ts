import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { reasonToInstall } from '#build/installed.mjs';

type Packages = Record<string, { version: string; integrity?: string; optional?: boolean }>;

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'installed-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function given({ wanted, present }: { wanted: Packages; present?: Packages }): void {
  writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  if (present === undefined) return;
  mkdirSync(path.join(root, 'node_modules'), { recursive: true });
  writeFileSync(path.join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: present }));
}

const react = { 'node_modules/react': { version: '19.3.1', integrity: 'sha512-a' } };

it('has nothing to do when all that is locked is there', () => {
  given({ wanted: { '': { version: '0.1.0' }, ...react }, present: react });
  expect(reasonToInstall(root)).toBeUndefined();
});

it('leaves the native packages of other systems alone', () => {
  given({ wanted: { ...react, 'node_modules/@x/y-win32': { version: '1.0.0', optional: true } }, present: react });
  expect(reasonToInstall(root)).toBeUndefined();
});

it('installs on a fresh clone', () => {
  given({ wanted: react });
  expect(reasonToInstall(root)).toBe('node_modules is missing');
});

it('installs what was added, changed or removed since', () => {
  given({ wanted: { ...react, 'node_modules/a/node_modules/@x/idb': { version: '8.0.4' } }, present: react });
  expect(reasonToInstall(root)).toBe('@x/idb 8.0.4 is not installed');
  given({ wanted: react, present: { 'node_modules/react': { version: '19.2.0', integrity: 'sha512-a' } } });
  expect(reasonToInstall(root)).toBe('react is 19.2.0, package-lock.json says 19.3.1');
  given({ wanted: react, present: { 'node_modules/react': { version: '19.3.1', integrity: 'sha512-b' } } });
  expect(reasonToInstall(root)).toContain('react');
  given({ wanted: {}, present: react });
  expect(reasonToInstall(root)).toContain('package-lock.json does not know it');
});

it('says so when the lock cannot be read', () => {
  writeFileSync(path.join(root, 'package-lock.json'), '<<<<<<< HEAD');
  expect(reasonToInstall(root)).toBe('package-lock.json cannot be read');
});
