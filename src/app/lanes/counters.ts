import { attachedTo, systemPrincipalOf } from '#domain/arm/identity-block.ts';
import { assignmentsOf, homeDirectory, hostsOf, isOrphaned } from '#domain/cloud/queries.ts';
import { signInsOf } from '#domain/cloud/sign-ins.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { newCloud } from '#domain/cloud/state.ts';
import { past, pastEvents } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';
import type { Lane, Read } from './lane.ts';
import { minutesUntilAllRead } from './reading.ts';

/** What is counted in a lane. */
export type ShownCounter =
  | 'hosts'
  | 'principals'
  | 'grants'
  | 'orphans'
  | 'idle'
  | 'changes'
  | 'refused'
  | 'minutes'
  | 'signIns'
  | 'behindOne'
  | 'toldApartByVault'
  | 'toldApartByStorage';

/** The longest and the most of the whole run, for the comparison in the end. */
export type CounterId = ShownCounter | 'outage' | 'mostOrphans' | 'mostIdle';

/** `minutes` is null where waiting does not help: somebody has to do something. */
export type Counters = Readonly<Record<Exclude<ShownCounter, 'minutes'>, number>> & { readonly minutes: number | null };

/** Counts a lane; `since` is how many entries it began with, which count for nothing. */
export function countersOf({ world, reads, cutOff }: Lane, since: number): Counters {
  const { state } = world;
  const assignments = assignmentsOf(state);
  const orphans = assignments.filter((each) => isOrphaned(state, each));
  const users = usersByPrincipal(state);
  const grants = assignments.filter((each) => !orphans.includes(each));
  return {
    hosts: hostsOf(state).length,
    principals: dictionary.size(homeDirectory(state).servicePrincipals),
    grants: grants.length,
    orphans: orphans.length,
    idle: grants.filter(({ principalId }) => !users.has(principalId)).length,
    changes: changesSince(world, since),
    refused: reads.filter(({ allowed }) => !allowed).length,
    minutes: minutesUntilAllRead({ world, cutOff }),
    signIns: signInsOf(pastEvents(world.timeline), newCloud(world.timeline.seed).now).length,
    behindOne: Math.max(0, ...users.values()),
    toldApartByVault: toldApart(reads, 'kv-shop', ({ xms_az_rid, xms_mirid, oid }) => xms_az_rid ?? xms_mirid ?? oid),
    toldApartByStorage: toldApart(reads, 'stshopimages', ({ oid }) => oid),
  };
}

/** How many hosts can speak as each principal. */
function usersByPrincipal(state: CloudState): ReadonlyMap<PrincipalId, number> {
  const users = new Map<PrincipalId, number>();
  for (const { identity } of hostsOf(state)) {
    const system = systemPrincipalOf(identity);
    const own = system === null ? [] : [system];
    for (const id of [...own, ...attachedTo(identity).map(({ principalId }) => principalId)]) {
      users.set(id, (users.get(id) ?? 0) + 1);
    }
  }
  return users;
}

/** Management commands that somebody gave. */
function changesSince({ timeline }: World, since: number): number {
  return past(timeline)
    .slice(since)
    .filter(({ events }) => events.some(({ type }) => type === 'ManagementAnswered')).length;
}

/** How many callers the log of a target tells apart: a vault logs the host that asked too, an account the object ID alone. */
function toldApart(
  reads: readonly Read[],
  target: Read['target'],
  logged: (claims: NonNullable<Read['claims']>) => string,
): number {
  const seen = reads.flatMap((read) =>
    read.target === target && read.allowed && read.claims !== null ? [logged(read.claims)] : [],
  );
  return new Set(seen).size;
}
