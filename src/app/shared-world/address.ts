/** Where the secret is kept: for this tab, until it is closed or the companion's world is left. */
const storageKey = 'mil:companion';

/** Where the browser denies storage, the secret holds until the page is loaded anew. */
let inMemory: string | null = null;

const listeners = new Set<() => void>();

/** The secret in the fragment of the address that the companion prints, `#companion=…`; null in any other fragment. */
export function secretIn(hash: string): string | null {
  return /^#companion=([\w-]{1,200})$/.exec(hash)?.[1] ?? null;
}

/** The secret of the companion whose world this tab shows; null where it shows its own. */
export function keptSecret(): string | null {
  try {
    return sessionStorage.getItem(storageKey) ?? inMemory;
  } catch {
    return inMemory;
  }
}

/** Keeps the secret for this tab; null forgets it. */
export function keepSecret(secret: string | null): void {
  inMemory = secret;
  try {
    if (secret === null) sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, secret);
  } catch {
    // Denied: see `inMemory`.
  }
  for (const listener of listeners) listener();
}

/** Calls back when the secret is kept or forgotten, until the returned function is called. */
export function watchSecret(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
