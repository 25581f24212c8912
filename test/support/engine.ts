import { expect } from 'vitest';
import type { Caller, Command } from '#domain/cloud/command.ts';
import { callerNamed } from '#domain/cloud/personas.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { PresentedToken, TokenClaims } from '#domain/entra/token.ts';
import type { Headers, HttpRequest, WireSource } from '#domain/http/message.ts';
import { hops } from '#domain/protocol/hops.ts';
import type { Hop } from '#domain/protocol/hops.ts';
import type { ConnectionFailure } from '#domain/protocol/exchange.ts';
import type { AccessDecision } from '#domain/rbac/access.ts';
import { resourceNamed, principalNamed } from '#domain/script/names.ts';
import { runScript } from '#domain/script/run.ts';
import type { Step } from '#domain/script/script.ts';
import { originNamed, toCommand } from '#domain/script/to-command.ts';
import { issuedTokens } from '#domain/script/tokens.ts';
import { dispatch, newWorld, pastEvents } from '#domain/timeline/timeline.ts';
import type { Entry, World } from '#domain/timeline/timeline.ts';
import { proveLaws } from './laws.ts';

/** What a test does: a step of content, a command, or one that is made of what the world holds by then. */
export type Deed = Step | Command | GivenBy | ((after: Played) => Step | Command);

/** A step or command that somebody else gives; see `as`. */
export interface GivenBy {
  readonly by: (after: Played) => Caller;
  readonly deed: Step | Command | ((after: Played) => Step | Command);
}

/** A command made of what the world holds by then. */
export type MadeDeed = (after: Played) => Command;

/** What Azure answered last. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  /** The body read as JSON. */
  readonly json: unknown;
  readonly source: WireSource;
  readonly fromCache: boolean;
  readonly decision: AccessDecision | null;
}

/** A world in which deeds were done, and what a test asks of it. */
export interface Played {
  readonly world: World;
  readonly state: CloudState;
  /** The last answer, of an endpoint, a target or the management plane. Throws where the last request reached nobody. */
  readonly answer: Answer;
  /** Why the last request reached nobody; null where it was answered. */
  readonly failure: ConnectionFailure | null;
  /** The messages of the last deed. */
  readonly hops: readonly Hop[];
  /** The claims of the token that an application was given or presented last. */
  readonly claims: TokenClaims;
  /** The n-th entry of the log, from 0; negative counts from the end. */
  readonly entry: (n: number) => Entry;
  /** Goes on from here. This world stays as it is. */
  readonly goOn: (...deeds: readonly (Deed | readonly Deed[])[]) => Played;
}

/** Does deeds in a new world, one entry each, and proves the laws of the engine over all of them (see `laws.ts`). */
export function run(seed: string, ...deeds: readonly (Deed | readonly Deed[])[]): Played {
  return played(newWorld(seed), deeds.flat());
}

function played(start: World, deeds: readonly Deed[]): Played {
  let world = start;
  // Steps in a row are one script, so that their labels are known to one another.
  let script: Step[] = [];
  const play = () => {
    world = runScript(world, script);
    script = [];
  };
  for (const deed of deeds) {
    if (typeof deed === 'object' && 'deed' in deed) {
      play();
      world = given(world, deed);
      continue;
    }
    if (typeof deed === 'object' && 'do' in deed) {
      script.push(deed);
      continue;
    }
    play();
    const done = typeof deed === 'function' ? deed(read(world)) : deed;
    if ('do' in done) script.push(done);
    else world = dispatch(world, done);
  }
  play();
  proveLaws(world);
  return read(world);
}

function given(world: World, { by, deed }: GivenBy): World {
  const after = read(world);
  const done = typeof deed === 'function' ? deed(after) : deed;
  const command = 'do' in done ? toCommand(world.state, done, () => ({ kind: 'none' })) : done;
  return dispatch(world, command, by(after));
}

/** A step or a command given by a caller who is a principal of the directory, by the display name that it has there. */
export function as(name: string, deed: GivenBy['deed']): GivenBy {
  return { by: ({ state }) => callerNamed(state, name), deed };
}

function read(world: World): Played {
  const entryAt = (n: number): Entry => {
    const entry = world.timeline.entries.at(n);
    if (entry === undefined) throw new Error(`There is no entry ${n} in the log.`);
    return entry;
  };
  const issued = issuedTokens(pastEvents(world.timeline));
  return {
    world,
    state: world.state,
    get answer() {
      return lastAnswer(world);
    },
    get failure() {
      const last = lastReply(world);
      return last?.type === 'ConnectionFailed' ? last.reason : null;
    },
    get hops() {
      return hops(entryAt(-1).events, (id) => issued.get(id) ?? null);
    },
    get claims() {
      return lastClaims(world);
    },
    entry: entryAt,
    goOn: (...deeds) => played(world, deeds.flat()),
  };
}

/** The last thing that came back to whoever asked. */
function lastReply(world: World) {
  return pastEvents(world.timeline).findLast(
    (event) =>
      event.type === 'ConnectionFailed' ||
      event.type === 'ManagementAnswered' ||
      (event.type === 'ResponseReturned' && event.to.kind === 'application'),
  );
}

function lastAnswer(world: World): Answer {
  const last = lastReply(world);
  if (last?.type !== 'ResponseReturned' && last?.type !== 'ManagementAnswered') {
    throw new Error(`Nothing was answered: ${last?.type === 'ConnectionFailed' ? last.reason : 'nothing was asked'}.`);
  }
  const { response, source } = last;
  return {
    ...response,
    get json(): unknown {
      return JSON.parse(response.body) as unknown;
    },
    source,
    fromCache: last.type === 'ResponseReturned' && last.fromCache,
    decision: last.type === 'ResponseReturned' ? last.decision : null,
  };
}

function lastClaims(world: World): TokenClaims {
  const events = pastEvents(world.timeline);
  const issued = issuedTokens(events);
  for (const event of events.toReversed()) {
    if (event.type !== 'ResponseReturned' && event.type !== 'RequestSent') continue;
    const application = event.type === 'RequestSent' ? event.from : event.to;
    if (application.kind !== 'application' || event.tokenId === null) continue;
    const token = issued.get(event.tokenId);
    if (token !== undefined) return token.claims;
  }
  throw new Error('No application held a token.');
}

/** The three ids of an identity, by the name of its host or of the user-assigned identity; it has to be alive. */
export function idsOf({ state }: Played, name: string): { clientId: string; principalId: string; resourceId: string } {
  const { id, appId } = principalNamed(state, name);
  return { clientId: appId, principalId: id, resourceId: resourceNamed(state, name).id };
}

/** Every deed of setting up succeeded: for worlds that a test starts from. */
export function expectNoRefusal(played: Played): void {
  const refused = played.world.timeline.entries.flatMap(({ command, events }) =>
    events.flatMap((event) =>
      event.type === 'ManagementAnswered' && event.response.status >= 400
        ? [`${command.type}: ${event.response.body}`]
        : [],
    ),
  );
  expect(refused).toEqual([]);
}

/*
 * The web shop, in parts: rg-shop holds vm-web, which reads db-password in kv-shop and the images of stshopimages.
 */

export const shopGroup: Step = { do: 'create-group', name: 'rg-shop', location: 'westeurope' };
/** Roles count at once, for tests that are not about the delay. */
export const noRoleDelay: Step = { do: 'set-role-delay', minutes: 0 };

/** A host of the shop; `vm-web` with its system-assigned identity on where nothing else is said. */
export function host(
  name = 'vm-web',
  {
    kind = 'virtualMachine',
    system = true,
    user = [],
  }: {
    readonly kind?: 'virtualMachine' | 'webApp' | 'functionApp';
    readonly system?: boolean;
    readonly user?: readonly string[];
  } = {},
): Step {
  return { do: 'create', kind, name, in: 'rg-shop', systemAssigned: system, userAssigned: user };
}

/** A user-assigned identity of the shop. */
export function identity(name = 'id-shop-reader'): Step {
  return { do: 'create', kind: 'userAssignedIdentity', name, in: 'rg-shop' };
}

/** kv-shop with the secret db-password. */
export const vault: readonly Step[] = [
  { do: 'create', kind: 'keyVault', name: 'kv-shop', in: 'rg-shop' },
  { do: 'set-secret', vault: 'kv-shop', name: 'db-password', value: 'pears-and-plums' },
];

/** stshopimages with the blob images/logo.svg. */
export const storage: readonly Step[] = [
  { do: 'create', kind: 'storageAccount', name: 'stshopimages', in: 'rg-shop' },
  { do: 'create-container', account: 'stshopimages', name: 'images' },
  {
    do: 'upload-blob',
    account: 'stshopimages',
    container: 'images',
    name: 'logo.svg',
    content: '<svg>Shop logo</svg>',
  },
];

export const vaultAudience = 'https://vault.azure.net';
export const storageAudience = 'https://storage.azure.com/';

/** Lets an identity read the shop's secrets; `to` names a host or a user-assigned identity. */
export function mayReadSecrets(to = 'vm-web'): Step {
  return { do: 'assign-role', role: 'Key Vault Secrets User', to, at: 'kv-shop' };
}

/** Lets an identity read the shop's images. */
export function mayReadImages(to = 'vm-web'): Step {
  return { do: 'assign-role', role: 'Storage Blob Data Reader', to, at: 'stshopimages' };
}

/** Asks the endpoint of a host for a token, for Key Vault where nothing else is said. */
export function askToken(from = 'vm-web', more: Partial<Extract<Step, { do: 'request-token' }>> = {}): Step {
  return { do: 'request-token', from, resource: vaultAudience, ...more };
}

/** Reads db-password with the token that the host was given last. */
export function readSecret(from = 'vm-web', more: Partial<Extract<Step, { do: 'call' }>> = {}): Step {
  return { do: 'call', from, get: 'kv-shop/secrets/db-password', ...more };
}

/** Reads the shop's logo with the token that the host was given last. */
export function readImage(from = 'vm-web', more: Partial<Extract<Step, { do: 'call' }>> = {}): Step {
  return { do: 'call', from, get: 'stshopimages/images/logo.svg', ...more };
}

/** A request written by hand; a GET without headers where nothing else is said. */
type Written = Partial<HttpRequest> & { readonly url: string };

function wholeRequest(request: Written): HttpRequest {
  return { method: 'GET', headers: [], body: '', ...request };
}

/** Sends a token request that is written by hand. */
export function send(from: string, request: Written): MadeDeed {
  return ({ state }) => ({ type: 'RequestToken', from: originNamed(state, from), request: wholeRequest(request) });
}

/** Calls a target by a request that is written by hand, with a token made of what the world holds. */
export function call(from: string, request: Written, token: (after: Played) => PresentedToken): MadeDeed {
  return (after) => ({
    type: 'CallTarget',
    from: originNamed(after.state, from),
    request: wholeRequest(request),
    token: token(after),
  });
}

/** The token that was handed out or presented last, changed by whoever holds it. */
export function forged(
  change: Partial<TokenClaims>,
  signature: 'valid' | 'unknown' | 'broken' = 'valid',
): (after: Played) => PresentedToken {
  return ({ claims }) => ({ kind: 'jwt', claims: { ...claims, ...change }, signature });
}

/** The whole shop, with roles that count at once: vm-web may read the secret, id-shop-reader (attached to nothing) the images. */
export const webShop: readonly Step[] = [
  shopGroup,
  noRoleDelay,
  host(),
  identity(),
  ...vault,
  ...storage,
  mayReadSecrets(),
  mayReadImages('id-shop-reader'),
];
