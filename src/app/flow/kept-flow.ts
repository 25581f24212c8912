import { lastRequest, requestAt } from '#app/sandbox/answer.ts';
import type { LastRequest } from '#app/sandbox/answer.ts';
import { namesIn } from '#app/sandbox/names.ts';
import type { Names } from '#app/sandbox/names.ts';
import { browserStorage } from '#app/world/keeping/browser-storage.ts';
import { memoryStorage } from '#app/world/keeping/world-storage.ts';
import type { WorldStorage } from '#app/world/keeping/world-storage.ts';
import type { World } from '#domain/timeline/timeline.ts';
import { readWorldFile } from '#edge/world-file/world-file.ts';

/** A request of the sandbox's kept world, to be watched like a scenario. */
export type KeptFlow =
  | { readonly kind: 'request'; readonly request: LastRequest; readonly names: Names }
  /** No request is there under that number; `last` is the last one there is. */
  | { readonly kind: 'missing'; readonly last: number | null }
  /** No world is kept, or one that cannot be read. */
  | { readonly kind: 'noWorld' };

/** The request at an entry of a world's log, or the last one. */
export function flowIn(world: World, entry: number | null): KeptFlow {
  const last = lastRequest(world);
  const request = entry === null ? last : requestAt(world, entry);
  if (request === null) return { kind: 'missing', last: last?.cursor ?? null };
  return { kind: 'request', request, names: namesIn(world.state) };
}

/** Opens the request at an entry of the kept world's log, or the last one. Changes nothing of what is kept. */
export async function openKeptFlow(entry: number | null, storage = pageStorage()): Promise<KeptFlow> {
  const text = await storage.load().catch(() => null);
  const read = text === null ? null : readWorldFile(text);
  if (read === null || !read.ok) return { kind: 'noWorld' };
  return flowIn(read.world, entry);
}

function pageStorage(): WorldStorage {
  return typeof indexedDB === 'undefined' ? memoryStorage() : browserStorage();
}
