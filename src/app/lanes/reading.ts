import { assignmentsOf, hostsOf } from '#domain/cloud/queries.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { minute } from '#domain/kernel/instant.ts';
import { hostNamed } from '#domain/script/names.ts';
import { runScript } from '#domain/script/run.ts';
import { toCommand } from '#domain/script/to-command.ts';
import { tokensGivenTo } from '#domain/script/tokens.ts';
import type { HeldToken } from '#domain/script/tokens.ts';
import { dispatch, pastEvents } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';
import { laneTargets } from './lane.ts';
import type { Deed, Lane, LaneTarget, Read } from './lane.ts';

const asks: Readonly<Record<LaneTarget, { readonly resource: string; readonly get: string }>> = {
  'kv-shop': { resource: 'https://vault.azure.net', get: 'kv-shop/secrets/db-password' },
  stshopimages: { resource: 'https://storage.azure.com/', get: 'stshopimages/images/logo.svg' },
};

/** Every host asks for a token and reads, from each target. */
export function everybodyReads(lane: Lane): Lane {
  return hostsIn(lane.world).reduce((held, host) => readsBy(host)(held), lane);
}

/** A host asks for tokens and reads. */
function readsBy(host: string): Deed {
  return readWith((before, target) => {
    const { resource } = asks[target];
    const asked = runScript(before, [{ do: 'request-token', from: host, resource }]);
    return { world: asked, token: tokenJustGiven(asked) };
  }, host);
}

/** A host reads with the tokens that it was given before, and asks for none. */
export function readsByHeldTokens(host: string): Deed {
  return readWith((world, target) => ({ world, token: tokenHeld(world, host, target) }), host);
}

interface Ready {
  readonly world: World;
  readonly token: HeldToken | null;
}

function readWith(getReady: (world: World, target: LaneTarget) => Ready, host: string): Deed {
  return (lane) =>
    laneTargets.reduce(({ world, reads, cutOff }, target): Lane => {
      const called = call(getReady(world, target), host, target);
      return { world: called.world, reads: [...reads, called.read], cutOff };
    }, lane);
}

function call(
  { world, token }: Ready,
  host: string,
  target: LaneTarget,
): { readonly world: World; readonly read: Read } {
  if (token === null) return { world, read: { host, target, allowed: false, claims: null } };
  const command = toCommand(world.state, { do: 'call', from: host, get: asks[target].get }, () => token);
  const called = dispatch(world, command);
  return { world: called, read: { host, target, allowed: lastStatus(called) < 400, claims: token.claims } };
}

/** The token of the last answer; null where it brought none. */
function tokenJustGiven({ state, timeline }: World): HeldToken | null {
  const last = timeline.entries[timeline.cursor - 1]?.events.at(-1);
  const tokenId = last?.type === 'ResponseReturned' ? last.tokenId : null;
  const token = tokenId === null ? undefined : dictionary.get(state.tokens.live, tokenId);
  return token === undefined ? null : { kind: 'jwt', claims: token.claims, signature: 'valid' };
}

function tokenHeld({ state, timeline }: World, host: string, target: LaneTarget): HeldToken | null {
  const origin = { kind: 'host', resourceId: hostNamed(state, host).id } as const;
  const { resource } = asks[target];
  return tokensGivenTo(pastEvents(timeline), origin).find(({ claims }) => claims.aud === resource) ?? null;
}

/** The status of the last answer to code; 599 where none came. */
function lastStatus({ timeline }: World): number {
  const last = timeline.entries[timeline.cursor - 1]?.events.at(-1);
  return last?.type === 'ResponseReturned' ? last.response.status : 599;
}

function hostsIn({ state }: World): readonly string[] {
  return hostsOf(state).map(({ name }) => name);
}

/**
 * Minutes until every host that is meant to can read from every target, if nobody does anything more; null where
 * waiting does not help. Tried in a copy of the world, at each moment when a role takes effect.
 */
export function minutesUntilAllRead({ world, cutOff }: Pick<Lane, 'world' | 'cutOff'>): number | null {
  let waiting = hostsIn(world).filter((host) => !cutOff.includes(host));
  for (const seconds of [0, ...arrivals(world)]) {
    const then = seconds === 0 ? world : dispatch(world, { type: 'AdvanceClock', seconds });
    // Roles only arrive here: whoever can read goes on to.
    waiting = waiting.filter((host) => readsBy(host)({ world: then, reads: [], cutOff }).reads.some(isRefused));
    if (waiting.length === 0) return Math.ceil(seconds / minute);
  }
  return null;
}

function isRefused({ allowed }: Read): boolean {
  return !allowed;
}

/** Seconds from now until each of the roles that are on their way takes effect. */
function arrivals({ state }: World): readonly number[] {
  const times = assignmentsOf(state).map(({ effectiveAt }) => effectiveAt - state.now);
  return [...new Set(times)].filter((seconds) => seconds > 0).sort((a, b) => a - b);
}
