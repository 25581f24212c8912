import { askForToken } from '#domain/cloud/requests.ts';
import { hostsOf } from '#domain/cloud/queries.ts';
import type { CarriedToken } from '#domain/protocol/hops.ts';
import { issuedTokens } from '#domain/script/tokens.ts';
import { runScript } from '#domain/script/run.ts';
import { newWorld, pastEvents } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';
import { createTokenSigner } from '#edge/tokens/signer.ts';
import { openSharedWorld } from '../../../src/companion/world/shared-world.ts';
import { medianOf, medianOfEach } from '../timing.ts';

const audience = 'https://vault.azure.net';
const audiences = [audience, 'https://storage.azure.com', 'https://graph.microsoft.com'];

/** The engine's part of a token from the cache: the clock, the decision and the log, without HTTP; in milliseconds. */
export async function runOfCachedToken(): Promise<number> {
  const { timeline } = worldWithTokens();
  const world = openSharedWorld({
    journal: null,
    clock: () => Date.now() / 1000,
    roleDelay: { kind: 'fixed', seconds: 0 },
  });
  await world.replace(timeline);
  const [host] = hostsOf(world.state());
  if (host === undefined) throw new Error('There is no host.');
  const from = { kind: 'host', resourceId: host.id } as const;
  const ask = askForToken(world.state(), from, { resource: audience, selector: null });
  const times = 100;
  // Many short runs: the median then is one in which nobody else had the processor.
  const each = medianOf(501, () => {
    for (let time = 0; time < times; time += 1) world.run(() => ask);
  });
  return each / times;
}

/** Milliseconds for the first token of a new signer, which has to make its key, and for each one after it. */
export async function signing(): Promise<{ readonly withKey: number; readonly withoutKey: number }> {
  const [token, ...others] = issuedTokens(pastEvents(worldWithTokens().timeline)).values();
  if (token === undefined) throw new Error('No token was issued.');
  const withKey = await medianOfEach(11, () => createTokenSigner().sign(token));
  const signer = createTokenSigner();
  await signer.sign(token);
  const copies = Array.from({ length: 101 }, (_none, index) => copyOf(others[0] ?? token, index)).values();
  const withoutKey = await medianOfEach(101, async () => signer.sign(copies.next().value ?? token));
  return { withKey, withoutKey };
}

/** Another token of the same size. */
function copyOf({ header, claims }: CarriedToken, index: number): CarriedToken {
  return {
    header,
    claims: { ...claims, uti: `${claims.uti.slice(0, -3)}${String(index).padStart(3, '0')}` as typeof claims.uti },
  };
}

function worldWithTokens(): World {
  return runScript(newWorld('bench'), [
    { do: 'create-group', name: 'rg-shop' },
    { do: 'create', kind: 'virtualMachine', name: 'vm-web', in: 'rg-shop', systemAssigned: true },
    ...audiences.map((resource) => ({ do: 'request-token', from: 'vm-web', resource }) as const),
  ]);
}
