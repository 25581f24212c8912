// Plain JavaScript without imports from npm: it runs before anything is installed.
// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {{ version: string, integrity?: string, optional?: boolean, devOptional?: boolean }} LockedPackage */

/**
 * Compares what package-lock.json asks for with what npm noted in node_modules. File times are not asked:
 * git sets them as it likes.
 *
 * @param {string} root the folder of package.json
 * @returns {string | undefined} why an installation is needed, or undefined when nothing is to do
 */
export function reasonToInstall(root) {
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  const present = packagesOf(path.join(root, 'node_modules', '.package-lock.json'));
  if (wanted === undefined) return 'package-lock.json cannot be read';
  if (present === undefined) return 'node_modules is missing';
  for (const [place, locked] of Object.entries(wanted)) {
    if (place === '') continue;
    const installed = present[place];
    // Native packages of other systems stay away; npm decides which.
    if (installed === undefined && (locked.optional === true || locked.devOptional === true)) continue;
    const name = place.replace(/^.*node_modules\//, '');
    if (installed === undefined) return `${name} ${locked.version} is not installed`;
    if (installed.version !== locked.version || installed.integrity !== locked.integrity) {
      return `${name} is ${installed.version}, package-lock.json says ${locked.version}`;
    }
  }
  const extra = Object.keys(present).find((place) => wanted[place] === undefined);
  return extra === undefined ? undefined : `${extra} is installed, package-lock.json does not know it`;
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | undefined}
 */
function packagesOf(file) {
  try {
    const lock = /** @type {{ packages?: Record<string, LockedPackage> }} */ (JSON.parse(readFileSync(file, 'utf8')));
    return lock.packages ?? {};
  } catch {
    return undefined;
  }
}
