import { sdkPackages } from '#edge/sdk/protocol.ts';
import type { SdkPackage } from '#edge/sdk/protocol.ts';

type Module = Readonly<Record<string, unknown>>;

/** Each is fetched when a program imports it, and evaluated after the process around it is made. */
const loaders: Readonly<Record<SdkPackage, () => Promise<object>>> = {
  '@azure/identity': () => import('@azure/identity'),
  '@azure/keyvault-secrets': () => import('@azure/keyvault-secrets'),
  '@azure/storage-blob': () => import('@azure/storage-blob'),
};

export function isSdkPackage(name: string): name is SdkPackage {
  return sdkPackages.some((known) => known === name);
}

/** Where modules that the program's own text can import are found by their names. */
const shelf = Symbol.for('packages of the program');

/** Loads packages; the addresses of modules that export what they do, by name. */
export async function loadPackages(names: readonly SdkPackage[]): Promise<ReadonlyMap<string, string>> {
  const loaded = await Promise.all(names.map(async (name) => [name, (await loaders[name]()) as Module] as const));
  Object.defineProperty(globalThis, shelf, { value: Object.fromEntries(loaded) });
  return new Map(loaded.map(([name, module]) => [name, moduleAddress(doorOf(name, Object.keys(module)))]));
}

/** A module without an address of its own gets one that lives as long as the worker. */
export function moduleAddress(text: string): string {
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}

/** A module that hands on the exports of one that was loaded: the text of a program cannot import a bundle's chunk by its name. */
export function doorOf(name: string, exported: readonly string[]): string {
  const names = exported.filter((each) => each !== 'default' && /^[\w$]+$/.test(each));
  const module = `globalThis[Symbol.for('${shelf.description ?? ''}')]['${name}']`;
  return `const held = ${module};\n${names.map((each) => `export const ${each} = held.${each};`).join('\n')}\n`;
}
