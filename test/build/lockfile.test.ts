import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Package {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = <Shape>(file: string): Shape => JSON.parse(readFileSync(file, 'utf8')) as Shape;
const manifest = read<Package>('package.json');
const { packages } = read<{ readonly packages: Readonly<Record<string, Package>> }>('package-lock.json');
const places = Object.entries(packages).filter(([place]) => place !== '');

describe('package-lock.json', () => {
  it('asks no particular registry', () => {
    expect(places.length).toBeGreaterThan(100);
    expect(places.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  // npm forgets native packages that its registry could not find at that moment; every other system then
  // fails at `npm ci`.
  it('names the native packages of every system', () => {
    const wanted = places.flatMap(([place, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}).map((name) => [`${place}/node_modules/${name}`, `node_modules/${name}`]),
    );
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((candidates) => candidates.every((place) => packages[place]?.version === undefined))).toEqual(
      [],
    );
  });

  it('knows the hash of all that is installed here', () => {
    const unknown = places.filter(([, { integrity }]) => integrity === undefined);
    const here = unknown.filter(([, { optional, os }]) => optional !== true || os === undefined);
    expect(here.map(([place]) => place)).toEqual([]);
  });
});

describe('package.json', () => {
  it('wants exact versions, the ones that are locked', () => {
    const { dependencies, devDependencies } = manifest;
    const wanted = { ...dependencies, ...devDependencies };
    for (const [name, version] of Object.entries(wanted)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
    expect(packages['']).toMatchObject({ dependencies, devDependencies });
  });

  it('has at most 25 packages at run time', () => {
    expect(Object.keys(manifest.dependencies ?? {}).length).toBeLessThanOrEqual(25);
  });
});
