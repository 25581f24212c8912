import type { Manifest } from 'vite';

/** The source of the page's own entry, as Vite's manifest names it. */
export const entry = 'index.html';

/** The files that the given sources need at once, each once and in the order in which they are met. */
export function filesOf(manifest: Manifest, sources: readonly string[]): readonly string[] {
  const files = new Set<string>();
  const seen = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (chunk === undefined || seen.has(key)) return;
    seen.add(key);
    for (const file of [...(chunk.css ?? []), chunk.file, ...(chunk.assets ?? [])]) files.add(file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const source of sources) visit(source);
  return [...files];
}

/** Sources that the build made no chunk for. */
export function missingFrom(manifest: Manifest, sources: readonly string[]): readonly string[] {
  return sources.filter((source) => manifest[source] === undefined);
}
