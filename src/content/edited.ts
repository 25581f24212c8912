import type { Guide, Lesson, Quiz, Scenario, StarterWorld } from './types.ts';

interface ContentByKind {
  readonly lesson: Lesson;
  readonly guide: Guide;
  readonly scenario: Scenario;
  readonly world: StarterWorld;
  readonly quiz: Quiz;
}

type Kind = keyof ContentByKind;

/** An author has saved a file while the app runs (development only). */
export type ContentChange = {
  readonly [K in Kind]: { readonly kind: K; readonly id: string; readonly value: ContentByKind[K] };
}[Kind];

export type Loaders<Value> = Readonly<Record<string, () => Promise<{ readonly default: Value }>>>;

/** A file of the content, as it was edited last. */
export async function loadNewest<K extends Kind>(
  kind: K,
  id: string,
  loader: Loaders<ContentByKind[K]>[string] | undefined,
): Promise<ContentByKind[K]> {
  const change = changes.get(`${kind} ${id}`);
  // The key holds the kind, so the value is of that kind.
  if (change !== undefined) return change.value as ContentByKind[K];
  if (loader === undefined) throw new Error(`There is no ${kind} "${id}"`);
  return (await loader()).default;
}

/** What came with the page, and the newest of what was edited: a module that was imported once is not imported anew. */
const changes = new Map<string, ContentChange>();
const listeners = new Set<(change: ContentChange) => void>();

/** Takes what came with the page as if it were loaded, so that a prerendered page fetches no content twice. */
export function adopt(content: ContentChange): void {
  changes.set(`${content.kind} ${content.id}`, content);
}

/** Tells of files edited while the app runs, until the returned function is called. */
export function onContentChange(listener: (change: ContentChange) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

if (import.meta.env.DEV && typeof window !== 'undefined') {
  // Sent by every content module when its file changes: see `moduleOf` in build/modules.ts.
  window.addEventListener('content:change', (event) => {
    const change = (event as CustomEvent<ContentChange>).detail;
    changes.set(`${change.kind} ${change.id}`, change);
    for (const listener of listeners) listener(change);
  });
}
