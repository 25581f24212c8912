import { resourcesOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { Actor, Origin } from '#domain/protocol/actor.ts';
import type { CarriedToken } from '#domain/protocol/hops.ts';
import { issuedTokens, latestTokenOf } from '#domain/script/tokens.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { FlowRun } from './flow-run.ts';

/** A machine that takes part: a host of the world, the pods of a cluster, or something outside Azure. */
export interface BoardHost {
  readonly id: string;
  readonly place: MachinePlace;
  readonly resourceId: ResourceId | null;
  readonly speaks: boolean;
  /** Its platform acts for it, before its own code runs. */
  readonly platform: boolean;
  readonly endpoint: 'imds' | 'identityEndpoint' | null;
  /** Where its code runs; null where only its endpoint or its platform takes part. */
  readonly origin: Origin | null;
}

export type MachinePlace = 'azure' | 'laptop' | 'external';

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
    this.#speaking = this.#host(placeOf(origin), resourceOf(origin), { speaks: true, origin }).id;
  }

  idOf(actor: Actor): string {
    switch (actor.kind) {
      case 'application':
        return applicationOf(this.#host(placeOf(actor.origin), resourceOf(actor.origin), {}).id);
      case 'imds':
        return endpointOf(this.#host('azure', this.#machineOfImds(), { endpoint: 'imds' }).id);
      case 'identityEndpoint':
        return endpointOf(this.#host('azure', actor.host, { endpoint: 'identityEndpoint' }).id);
      case 'platform':
        return platformOf(this.#host('azure', actor.host, { platform: true }).id);
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
    if (speaking?.place === 'azure') return speaking.resourceId;
    return resourcesOf(this.#before).find(({ kind }) => kind === 'virtualMachine')?.id ?? null;
  }

  #host(place: MachinePlace, resourceId: ResourceId | null, seen: Partial<BoardHost>): BoardHost {
    const at = this.hosts.findIndex((host) => host.place === place && sameMachine(host.resourceId, resourceId));
    const known = this.hosts[at] ?? {
      id: place === 'azure' ? `host${this.hosts.filter((host) => host.place === place).length + 1}` : place,
      place,
      resourceId,
      speaks: false,
      platform: false,
      endpoint: null,
      origin: null,
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

function placeOf(origin: Origin): MachinePlace {
  return origin.kind === 'laptop' || origin.kind === 'external' ? origin.kind : 'azure';
}

/** The machine behind an origin; pods run on their cluster. */
function resourceOf(origin: Origin): ResourceId | null {
  if (origin.kind === 'host') return origin.resourceId;
  return origin.kind === 'pod' ? origin.clusterId : null;
}

function sameMachine(a: ResourceId | null, b: ResourceId | null): boolean {
  return a === null || b === null ? a === b : idKey(a) === idKey(b);
}

export function applicationOf(host: string): string {
  return `${host}/application`;
}

export function platformOf(host: string): string {
  return `${host}/platform`;
}

export function endpointOf(host: string): string {
  return `${host}/endpoint`;
}

/** What code was given earlier and may present at once: the flow need not begin with a token request. */
function heldBefore({ before, after, past }: FlowRun, hosts: readonly BoardHost[]): Board['heldBefore'] {
  const events = after.timeline.entries.slice(0, past).flatMap((entry) => entry.events);
  const issued = issuedTokens(events);
  return hosts.flatMap(({ id, origin, speaks }) => {
    if (!speaks || origin === null) return [];
    const claims = latestTokenOf(events, origin)?.claims;
    const token = claims === undefined ? undefined : issued.get(claims.uti);
    return token === undefined || token.claims.exp <= before.now ? [] : [{ actor: applicationOf(id), token }];
  });
}
