import type { GraphNode, HostNode, RoleEdge, WorldGraph } from '#app/world/graph/model.ts';
import { graphWords } from '#ui/words/words.ts';
import { difference } from './difference.ts';
import type { Difference } from './difference.ts';
import { kindWords, principalWords, scopeWords, statusWords } from './names.ts';

const words = graphWords.changes;

/** The same as the motion, in words and in its order: what went, what stayed, what came. */
export function changes(before: WorldGraph, after: WorldGraph): readonly string[] {
  const change = difference(before, after);
  if (change.nothingInCommon) return [];
  if (change.wentBack) return [words.back];
  return [
    ...resourcesGone(change),
    ...change.turnedOff.filter(({ id }) => isThere(after, id)).map(({ name }) => words.turnedOff(name)),
    ...tethersGone(change, before),
    ...change.deletedPrincipals.map(({ after: { name, purgeAt } }) => words.principalDeleted(name, purgeAt)),
    ...change.purged.map(({ name }) => words.principalPurged(name)),
    ...[...change.goneRoles, ...change.goneWithScope].map((role) => words.roleGone(role.role, scopeWords(role))),
    ...change.orphaned.map(({ after: role }) => words.roleOrphaned(role.role, scopeWords(role))),
    ...resourcesNew(change),
    ...change.turnedOn.map(({ name }) => words.turnedOn(name)),
    ...tethersNew(change, after),
    ...change.newRoles.map((role) => roleNew(role, after.now)),
    ...change.restyled.map(({ after: role }) => restyled(role, after.now)),
  ];
}

function resourcesGone({ goneNodes, lost }: Difference): string[] {
  return goneNodes.flatMap((node) => {
    switch (node.kind) {
      case 'group':
        return [words.groupGone(node.name)];
      case 'host':
        return [words.hostGone(node.name, node.tab !== null)];
      case 'target':
        return [words.resourceGone(node.name)];
      case 'identity':
        return lost.some(({ before }) => before.id === node.id) ? [] : [words.identityGone(node.name)];
      default:
        return [];
    }
  });
}

function tethersGone(change: Difference, before: WorldGraph): string[] {
  const gone = new Set(change.goneNodes.map(({ id }) => id));
  const lost = change.lost.map(({ before: { name } }) => words.identityGone(name));
  const released = change.goneTethers
    .filter(({ from }) => !gone.has(from))
    .map(({ from, to }) => (gone.has(to) ? words.letGo : words.detached)(nameIn(before, to), nameIn(before, from)));
  const stale = change.staleTethers.map(({ from, to }) => {
    const missing = change.lost.find(({ after }) => after.id === from);
    return words.staleReference(nameIn(before, to), missing?.before.name ?? '');
  });
  return [...released, ...lost, ...stale];
}

function resourcesNew({ newNodes, lost }: Difference): string[] {
  const isRemains = (node: GraphNode) => lost.some(({ after }) => after.id === node.id);
  return newNodes
    .filter((node) => !isRemains(node))
    .flatMap((node) => {
      switch (node.kind) {
        case 'group':
          return [words.groupNew(node.name)];
        case 'host':
        case 'target':
        case 'identity':
          return [words.resourceNew(node.name, kindWords(node))];
        case 'principal':
          return [words.principalNew(node.name)];
        default:
          return [];
      }
    });
}

function tethersNew({ newTethers }: Difference, after: WorldGraph): string[] {
  return newTethers.map(({ from, to }) => words.attached(nameIn(after, to), nameIn(after, from)));
}

function roleNew(role: RoleEdge, now: number): string {
  return words.roleNew(role.role, principalWords(role), scopeWords(role), statusWords(role, now));
}

function restyled(role: RoleEdge, now: number): string {
  const { status } = role;
  return status.kind === 'ending'
    ? words.roleEnding(role.role, scopeWords(role), status.until, now)
    : words.roleEffective(role.role, scopeWords(role));
}

function isThere({ nodes }: WorldGraph, id: HostNode['id']): boolean {
  return nodes.some((node) => node.id === id);
}

function nameIn({ nodes }: WorldGraph, id: string): string {
  return nodes.find((node) => node.id === id)?.name ?? '';
}
