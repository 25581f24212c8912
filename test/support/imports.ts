import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface SourceFile {
  /** From the root of the project, with slashes: `src/domain/rbac/access.ts`. */
  readonly file: string;
  readonly text: string;
}

export interface Import {
  readonly from: string;
  /** A path from the root, or the name of a package, `node:` for Node's own and `virtual:` for the content's. */
  readonly to: string;
  readonly kind: 'file' | 'package';
  readonly typeOnly: boolean;
}

export function sourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name).split(path.sep).join('/'))
    .toSorted()
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}

// A statement begins its line; what stands between the keyword and `from` holds no quote and no semicolon.
const statement = /^[ \t]*(?:import|export)\s+(?:(type\s)?([^'";]*?)\bfrom\s*)?['"]([^'"\n]+)['"]/gm;
const dynamic = /\bimport\(\s*['"]([^'"\n]+)['"]/g;
const glob = /\bimport\.meta\.glob(?:<[^(]*>)?\(\s*['"]\/?([^'"\n]+)['"]/g;

/** Every import, re-export, dynamic import and glob import of a file. */
export function importsOf({ file, text }: SourceFile): readonly Import[] {
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean): void => {
    found.push({ from: file, ...target(specifier, file), typeOnly });
  };
  for (const [, type, names = '', specifier = ''] of text.matchAll(statement)) {
    add(specifier, type !== undefined || onlyTypes(names));
  }
  for (const [, specifier = ''] of text.matchAll(dynamic)) add(specifier, isTypeQuery(text, specifier));
  for (const [, pattern = ''] of text.matchAll(glob))
    found.push({ from: file, to: pattern, kind: 'file', typeOnly: false });
  return found;
}

/** `{ type A, type B }` */
function onlyTypes(names: string): boolean {
  const inBraces = /^\s*\{([^}]*)\}\s*$/.exec(names)?.[1];
  if (inBraces === undefined) return false;
  const parts = inBraces.split(',').filter((name) => name.trim() !== '');
  return parts.length > 0 && parts.every((name) => /^\s*type\s/.test(name));
}

/** `typeof import('x')` in a type. */
function isTypeQuery(text: string, specifier: string): boolean {
  return new RegExp(String.raw`typeof\s+import\(\s*['"]${specifier.replaceAll(/\W/g, String.raw`\$&`)}['"]`).test(text);
}

function target(specifier: string, from: string): Pick<Import, 'to' | 'kind'> {
  const plain = specifier.replace(/[?].*$/, '');
  if (plain.startsWith('#test/')) return { kind: 'file', to: plain.slice(1) };
  if (plain.startsWith('#words/')) return { kind: 'file', to: `src/ui/words/en/${plain.slice('#words/'.length)}` };
  if (plain.startsWith('#')) return { kind: 'file', to: `src/${plain.slice(1)}` };
  if (plain.startsWith('.')) return { kind: 'file', to: path.posix.join(path.posix.dirname(from), plain) };
  if (plain.startsWith('/')) return { kind: 'file', to: plain.slice(1) };
  const [scope = '', name = ''] = plain.split('/');
  if (/^(node|virtual):/.test(plain)) return { kind: 'package', to: plain };
  return { kind: 'package', to: plain.startsWith('@') ? `${scope}/${name}` : scope };
}
