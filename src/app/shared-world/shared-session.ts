import { createWorldStore } from '../world/world-store.ts';
import type { WorldStoreApi } from '../world/world-store.ts';
import { keepSecret } from './address.ts';
import { openCompanionWorld } from './companion-world.ts';
import type { CompanionWorld, OpenedWorld } from './companion-world.ts';
import { httpClient } from './http-client.ts';

/** The companion's world on this page: its store like that of a page's own world, and how the page stands with it. */
export interface SharedSession {
  readonly kind: 'shared';
  readonly store: WorldStoreApi;
  readonly companion: CompanionWorld;
}

export type OpenedSession = SharedSession | Exclude<OpenedWorld, { kind: 'opened' }>;

/** A page shows one companion. It goes on listening when another route is shown, and nothing has to be told again. */
let present: { readonly secret: string; readonly opening: Promise<OpenedSession> } | null = null;

/** The world of the companion with this secret, opened once for the page. */
export function sharedSession(secret: string): Promise<OpenedSession> {
  if (present?.secret === secret) return present.opening;
  closeSharedSession();
  const opening = openSharedSession(secret);
  present = { secret, opening };
  // What did not open is tried anew by whoever asks next.
  void opening.then(({ kind }) => {
    if (kind !== 'shared' && present?.opening === opening) present = null;
  });
  return opening;
}

/** Goes back to the page's own world: the secret is forgotten, the companion's world goes on without this page. */
export function leaveSharedWorld(): void {
  keepSecret(null);
  closeSharedSession();
}

function closeSharedSession(): void {
  const left = present;
  present = null;
  void left?.opening.then((session) => {
    if (session.kind === 'shared') session.companion.stop();
  });
}

async function openSharedSession(secret: string): Promise<OpenedSession> {
  const opened = await openCompanionWorld(httpClient(secret));
  return opened.kind === 'opened' ? sharedSessionOf(opened.companion) : opened;
}

export function sharedSessionOf(companion: CompanionWorld): SharedSession {
  return { kind: 'shared', store: createWorldStore(companion.current(), companion), companion };
}
