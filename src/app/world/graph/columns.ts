import type { GraphContent } from './content.ts';
import type { UnplacedRole } from './roles.ts';
import { subscriptionNodeId } from './node-id.ts';
import { fitted, groupPad, lanePad, lineSpacing, nameWidth, narrowestLane, noteWidth, turnDistance } from './sizes.ts';

/**
 * Where things stand from left to right, the same in every group: hosts, identities, targets, and between them
 * the channels in which lines run up and down. A column that nobody needs takes no room.
 */
export interface Columns {
  readonly host: Column;
  readonly identity: Column | null;
  readonly target: Column;
  readonly groupLeft: number;
  readonly groupRight: number;
  readonly laneRight: number;
  /** Up to here a group's title meets no line. */
  readonly titleRight: number;
  readonly width: number;
}

interface Column {
  readonly left: number;
  readonly width: number;
}

/** Which kind of scope a role stands at: each has its own channel. */
export type ScopeKind = 'host' | 'identity' | 'target' | 'group' | 'subscription';

/** The roles at each scope, in order. */
export type RolesByScope = ReadonlyMap<string, readonly UnplacedRole[]>;

/** Distance of the parallel lines that lead from identities to their principals. */
export const bracketSpacing = 8;
/** More of them share that room. */
export const mostBrackets = 8;

export function columnsOf(content: GraphContent, roles: RolesByScope): Columns {
  const { groups } = content;
  const hosts = groups.flatMap((group) => group.hosts);
  const identities = groups.flatMap((group) => group.identities);
  const targets = groups.flatMap((group) => group.targets);
  const channel = (scopes: readonly { readonly id: string }[]) => channelWidth(countAt(roles, scopes));
  const brackets = (count: number) => (count <= 0 ? 0 : bracketSpacing * (Math.min(count, mostBrackets) + 1));
  const tabs = hosts.filter(({ tab }) => tab !== null).length;

  const groupLeft = lanePad;
  const host = {
    left: groupLeft + groupPad + brackets(tabs - (hasOpenEnd(hosts, roles) && hosts.at(-1)?.tab !== null ? 1 : 0)),
    width: fitted([...hosts.map(({ name }) => nameWidth(name) + 62), ...labelWidths(roles, hosts)]),
  };
  const hostRight = host.left + host.width;
  const identity =
    identities.length === 0
      ? null
      : {
          left:
            hostRight +
            Math.max(56, 16 + channel(hosts) + brackets(identities.length - (hasOpenEnd(identities, roles) ? 1 : 0))),
          width: fitted([...identities.map(({ name }) => nameWidth(name) + 62), ...labelWidths(roles, identities)]),
        };
  const before = identity === null ? hostRight : identity.left + identity.width;
  const used = (identity === null ? channel(hosts) : channel(identities)) + channel(targets);
  const targetLeft = before + Math.max(48, 14 + used);
  const targetWidth = fitted([...targets.map(({ name }) => nameWidth(name) + 56), ...labelWidths(roles, targets)]);
  const groupChannel = channel(groups.map(({ group }) => group));
  const groupRight = Math.max(targetLeft + targetWidth + groupPad, narrowestLane - lanePad - groupChannel);
  const laneRight = groupRight + groupChannel + lanePad;
  const width = laneRight + channelWidth((roles.get(subscriptionNodeId) ?? []).length);
  const target = { left: targetLeft, width: groupRight - groupPad - targetLeft };
  const titleRight = identity === null ? hostRight + 8 : identity.left - brackets(identities.length);
  return { host, identity, target, groupLeft, groupRight, laneRight, titleRight, width };
}

/** Whether nothing hangs on the lowest of a column, so that its line can go straight down. */
export function hasOpenEnd(column: readonly { readonly id: string }[], roles: RolesByScope): boolean {
  const lowest = column.at(-1);
  return lowest !== undefined && !roles.has(lowest.id);
}

function channelWidth(lines: number): number {
  return lines === 0 ? 0 : turnDistance + Math.round(lineSpacing(lines) * (lines - 1)) + 10;
}

function countAt(roles: RolesByScope, scopes: readonly { readonly id: string }[]): number {
  return scopes.reduce((sum, { id }) => sum + (roles.get(id)?.length ?? 0), 0);
}

function labelWidths(roles: RolesByScope, scopes: readonly { readonly id: string }[]): number[] {
  return scopes.flatMap(({ id }) => (roles.get(id) ?? []).map(({ role }) => noteWidth(role) + 24));
}
