import { resourcesOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { Actor, Origin } from '#domain/protocol/actor.ts';
import type { CarriedToken } from '#domain/protocol/hops.ts';
import { issuedTokens, latestTokenOf } from '#domain/script/tokens.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { FlowRun } from './flow-run.ts';

/** A machine that takes part: a host of the world, or the laptop. */
export interface BoardHost {
  readonly id: string;
  readonly resourceId: ResourceId | null;
  readonly speaks: boolean;
  readonly endpoint: 'imds' | 'identityEndpoint' | null;
}

export interface BoardTarget {
  readonly id: string;
  readonly host: string;
  readonly resourceId: ResourceId | null;
}

/** Who takes part in a run, in the order of appearance, and between whom each message passes. */
export interface Board {
  readonly hosts: readonly BoardHost[];
  readonly targets: readonly BoardTarget[];
  readonly usesEntra: boolean;
  /** Ids of actors that some message arrives at or leaves from. */
  readonly reached: ReadonlySet<string>;
  /** One for each step of the run; null where no message passes. */
  readonly places: readonly (Place | null)[];
  readonly tokens: readonly CarriedToken[];
  /** Ids of applications that hold a token before the first step. */
  readonly heldBefore: readonly { readonly actor: string; readonly token: CarriedToken }[];
}

/** Between whom a message passes. */
export interface Place {
  readonly from: string;
  readonly to: string;
  /** For an answer: the token that its request presented. */
  readonly presented: CarriedToken | null;
}

const laptop = 'laptop';

/** Walks through a run once and gives everybody in it an id. */
export function boardOf(run: FlowRun): Board {
  const walk = new Walk(run.before);
  const places = run.steps.map((step): Place | null => {
    if (step.kind === 'clock') return null;
    const { hop } = step;
    const isAnswer = hop.kind !== 'request';
    // An answer leaves where its request arrived; a failure is told by who asked.
    if (hop.from.kind === 'application') walk.enter(hop.from.origin);
    const from = walk.idOf(hop.from);
    const to = walk.idOf(hop.to);
    if (hop.kind !== 'failure') walk.tokens.push(...(hop.token === null ? [] : [hop.token]));
    if (hop.kind === 'response') walk.reach(from, to);
    if (isAnswer) return { from, to, presented: walk.open.pop() ?? null };
    walk.open.push(hop.token);
    return { from, to, presented: null };
  });
  const { reached, tokens } = walk;
  return {
    hosts: walk.hosts,
    targets: walk.targets,
    usesEntra: walk.usesEntra || walk.hosts.some(({ endpoint }) => endpoint !== null),
    reached,
    places,
    tokens,
    heldBefore: heldBefore(run, walk.hosts),
  };
}

class Walk {
  readonly hosts: BoardHost[] = [];
  readonly targets: BoardTarget[] = [];
  readonly reached = new Set<string>();
  readonly tokens: CarriedToken[] = [];
  readonly open: (CarriedToken | null)[] = [];
  usesEntra = false;
  readonly #before: CloudState;
  #speaking = '';

  constructor(before: CloudState) {
    this.#before = before;
  }

  /** The machine whose code speaks from now on; a laptop speaks to the endpoint of some machine. */
  enter(origin: Origin): void {
    const resourceId = origin.kind === 'host' ? origin.resourceId : null;
    this.#speaking = this.#host(resourceId, { speaks: true }).id;
  }

  idOf(actor: Actor): string {
    switch (actor.kind) {
      case 'application':
        return applicationOf(this.#host(actor.origin.kind === 'host' ? actor.origin.resourceId : null, {}).id);
      case 'imds':
        return endpointOf(this.#host(this.#machineOfImds(), { endpoint: 'imds' }).id);
      case 'identityEndpoint':
        return endpointOf(this.#host(actor.host, { endpoint: 'identityEndpoint' }).id);
      case 'entra':
        this.usesEntra = true;
        return 'entra';
      case 'target':
        return this.#target(actor.host, actor.resourceId);
    }
  }

  reach(...ids: readonly string[]): void {
    for (const id of ids) this.reached.add(id);
  }

  #machineOfImds(): ResourceId | null {
    const speaking = this.hosts.find(({ id }) => id === this.#speaking);
    if (speaking !== undefined && speaking.id !== laptop) return speaking.resourceId;
    return resourcesOf(this.#before).find(({ kind }) => kind === 'virtualMachine')?.id ?? null;
  }

  #host(resourceId: ResourceId | null, seen: Partial<Pick<BoardHost, 'speaks' | 'endpoint'>>): BoardHost {
    const isLaptop = resourceId === null && seen.endpoint === undefined;
    const at = this.hosts.findIndex((host) =>
      isLaptop ? host.id === laptop : host.id !== laptop && sameMachine(host.resourceId, resourceId),
    );
    const known = this.hosts[at] ?? {
      id: isLaptop ? laptop : `host${this.hosts.filter(({ id }) => id !== laptop).length + 1}`,
      resourceId,
      speaks: false,
      endpoint: null,
    };
    const host = { ...known, ...seen };
    this.hosts[at === -1 ? this.hosts.length : at] = host;
    return host;
  }

  #target(host: string, resourceId: ResourceId | null): string {
    const known = this.targets.find((target) => target.host === host);
    if (known !== undefined) return known.id;
    const id = `target${this.targets.length + 1}`;
    this.targets.push({ id, host, resourceId });
    return id;
  }
}

function sameMachine(a: ResourceId | null, b: ResourceId | null): boolean {
  return a === null || b === null ? a === b : idKey(a) === idKey(b);
}

export function applicationOf(host: string): string {
  return `${host}/application`;
}

export function endpointOf(host: string): string {
  return `${host}/endpoint`;
}

/** What code was given earlier and may present at once: the flow need not begin with a token request. */
function heldBefore({ before, after, past }: FlowRun, hosts: readonly BoardHost[]): Board['heldBefore'] {
  const events = after.timeline.entries.slice(0, past).flatMap((entry) => entry.events);
  const issued = issuedTokens(events);
  return hosts.flatMap(({ id, resourceId, speaks }) => {
    if (!speaks) return [];
    const origin: Origin = resourceId === null ? { kind: 'laptop' } : { kind: 'host', resourceId };
    const claims = latestTokenOf(events, origin)?.claims;
    const token = claims === undefined ? undefined : issued.get(claims.uti);
    return token === undefined || token.claims.exp <= before.now ? [] : [{ actor: applicationOf(id), token }];
  });
}
