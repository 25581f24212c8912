import { identityHeader } from '#domain/appservice/request.ts';
import { resourceId } from '#domain/arm/resource-id.ts';
import { owner } from '#domain/cloud/command.ts';
import type { Caller, Command } from '#domain/cloud/command.ts';
import type { CloudEvent } from '#domain/cloud/event.ts';
import { newCloud } from '#domain/cloud/state.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { tokenClaims } from '#domain/entra/issue-token.ts';
import type { PresentedToken, TokenClaims } from '#domain/entra/token.ts';
import type { ClientId, PrincipalId, RoleAssignmentId, TokenId } from '#domain/kernel/brand.ts';
import { dispatch, newWorld } from '#domain/timeline/timeline.ts';
import type { Entry, World } from '#domain/timeline/timeline.ts';

/*
 * Random commands have to hit something. Ids that only a world knows are blanks, `«principal 3»`, which are
 * filled in when the command is given: the fourth that there ever was, alive or not. That keeps a failing
 * sequence short to read and free to shrink.
 */

/** A command with blanks; `token` says which token a call presents. */
export interface Move {
  readonly command: Command;
  /** The `nth` user that there was gives it; the learner where it is absent, or there is none. */
  readonly by?: number;
  readonly token?: TokenMove;
}

export type TokenMove =
  | { readonly kind: 'none' | 'malformed' }
  /** The one that was issued last. */
  | { readonly kind: 'latest' }
  | {
      /** The `nth` that was issued; a stranger's where there is none. */
      readonly kind: 'issued' | 'foreign' | 'broken';
      readonly nth: number;
      /** What somebody changed in it. */
      readonly changes?: Partial<TokenClaims>;
    };

/** Everything that ever was in a world, in the order in which it came. */
export interface Known {
  readonly principals: PrincipalId[];
  readonly clients: ClientId[];
  readonly assignments: RoleAssignmentId[];
  readonly users: PrincipalId[];
  readonly groups: PrincipalId[];
  /** Client IDs of applications. */
  readonly apps: ClientId[];
  readonly tokens: TokenClaims[];
}

/** A world with the states it went through: the one before each entry, and the present one. */
export interface History {
  readonly seed: string;
  readonly world: World;
  readonly entries: readonly Entry[];
  readonly states: readonly CloudState[];
  readonly known: Known;
}

/** One entry with the states around it. */
export interface Turn {
  readonly entry: Entry;
  readonly before: CloudState;
  readonly after: CloudState;
}

export function nothingKnown(): Known {
  return { principals: [], clients: [], assignments: [], users: [], groups: [], apps: [], tokens: [] };
}

/** Makes moves one after another in a new world. */
export function play(seed: string, moves: readonly Move[]): History {
  const known = nothingKnown();
  let world = newWorld(seed);
  const states = [world.state];
  for (const move of moves) {
    world = makeMove(world, move, known);
    states.push(world.state);
  }
  return { seed, world, entries: world.timeline.entries, states, known };
}

/** Fills the blanks of a move, gives the command, and remembers what came of it. */
export function makeMove(world: World, move: Move, known: Known): World {
  const next = dispatch(world, fill(move, known, world.state), callerOf(move, known));
  learn(known, next.timeline.entries.at(-1)?.events ?? []);
  return next;
}

export function turnsOf({ entries, states }: History): Turn[] {
  return entries.map((entry, index) => {
    const [before, after] = [states[index], states[index + 1]];
    if (before === undefined || after === undefined) throw new Error('A history has one state more than entries.');
    return { entry, before, after };
  });
}

/** The command that a move means in a world that knows this much. */
function fill({ command, token }: Move, known: Known, state: CloudState): Command {
  const whole = withoutBlanks(command, known, state) as Command;
  return whole.type === 'CallTarget' && token !== undefined ? { ...whole, token: present(token, known) } : whole;
}

function callerOf({ by }: Move, { users }: Known): Caller {
  const principalId = by === undefined ? undefined : nthOf(users, by);
  return principalId === undefined ? owner : { kind: 'user', displayName: 'Somebody', principalId };
}

function learn(known: Known, events: readonly CloudEvent[]): void {
  for (const event of events) {
    if (event.type === 'ServicePrincipalCreated') {
      known.principals.push(event.principal.id);
      known.clients.push(event.principal.appId);
    }
    if (event.type === 'UserCreated') known.users.push(event.user.id);
    if (event.type === 'GroupSet' && !known.groups.includes(event.group.id)) known.groups.push(event.group.id);
    if (event.type === 'ApplicationRegistered') known.apps.push(event.application.appId);
    if (event.type === 'RoleAssignmentCreated') known.assignments.push(event.assignment.id);
    if (event.type === 'TokenIssued') known.tokens.push(event.claims);
  }
}

function withoutBlanks(value: unknown, known: Known, state: CloudState): unknown {
  if (typeof value === 'string') {
    return value.replace(/«(\w+) (\d+)»/g, (_, what: string, nth: string) => blank(what, Number(nth), known, state));
  }
  if (Array.isArray(value)) return value.map((part) => withoutBlanks(part, known, state));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutBlanks(part, known, state)]));
}

function blank(what: string, nth: number, known: Known, state: CloudState): string {
  if (what === 'subscription') return state.subscriptionId;
  if (what === 'tenant') return state.tenantId;
  if (what === 'proof') return proofOf(nth, state);
  const lists: Record<string, readonly string[]> = {
    principal: known.principals,
    client: known.clients,
    assignment: known.assignments,
    user: known.users,
    group: known.groups,
    app: known.apps,
  };
  return nthOf(lists[what] ?? [], nth) ?? `no ${what}`;
}

/** The secret header of one of the apps that `arbitraries.ts` creates. */
function proofOf(nth: number, { seed, subscriptionId }: CloudState): string {
  const [kind, name] = nth % 2 === 0 ? (['webApp', 'app-shop'] as const) : (['functionApp', 'func-shop'] as const);
  return identityHeader(seed, resourceId(subscriptionId, 'rg-shop', kind, name));
}

function present(move: TokenMove, known: Known): PresentedToken {
  if (move.kind === 'latest') {
    const claims = known.tokens.at(-1);
    return claims === undefined ? { kind: 'none' } : { kind: 'jwt', claims, signature: 'valid' };
  }
  if (!('nth' in move)) return { kind: move.kind };
  const signature = ({ issued: 'valid', foreign: 'unknown', broken: 'broken' } as const)[move.kind];
  const claims = move.kind === 'foreign' ? strangersClaims : (nthOf(known.tokens, move.nth) ?? strangersClaims);
  return { kind: 'jwt', claims: { ...claims, ...move.changes }, signature };
}

/** A token of another tenant. */
const strangersClaims: TokenClaims = strangerOf(newCloud('a stranger'));

function strangerOf({ seed, now, tenantId, subscriptionId }: CloudState): TokenClaims {
  return tokenClaims({
    seed,
    now,
    tenantId,
    tokenId: 'strangers-token' as TokenId,
    resource: 'https://vault.azure.net',
    access: { roles: [], groups: [] },
    principalId: 'strangers-principal' as PrincipalId,
    clientId: 'strangers-client' as ClientId,
    identityResource: resourceId(subscriptionId, 'rg-stranger', 'virtualMachine', 'vm-stranger'),
    askingHost: null,
  });
}

function nthOf<Value>(values: readonly Value[], nth: number): Value | undefined {
  return values[nth % values.length];
}
