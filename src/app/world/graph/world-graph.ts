import { attachedTo } from '#domain/arm/identity-block.ts';
import { isHost } from '#domain/arm/kinds.ts';
import { subscriptionScope } from '#domain/arm/resource-id.ts';
import { resourcesOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { columnsOf } from './columns.ts';
import { graphContent, isAlive } from './content.ts';
import type { GraphNode, TetherEdge, WorldGraph } from './model.ts';
import { missingIdentityNodeId, resourceNodeId, tetherEdgeId } from './node-id.ts';
import { place } from './placement.ts';
import { graphRoles } from './roles.ts';
import type { UnplacedRole } from './roles.ts';
import { principalEdges, roleEdges, tetherPath } from './routes.ts';

/** The world as a picture. Pure: the same world gives the same picture, and the same thing keeps its id. */
export function worldGraph(state: CloudState): WorldGraph {
  const content = graphContent(state);
  const roles = byScope(graphRoles(state));
  const columns = columnsOf(content, roles);
  const placement = place(content, subscriptionScope(state.subscriptionId), { columns, roles });
  return {
    now: state.now,
    width: columns.width,
    height: placement.height,
    lanes: placement.lanes,
    nodes: placement.nodes,
    edges: [
      ...tetherEdges(state, placement.nodes),
      ...principalEdges(placement.nodes, roles, columns),
      ...roleEdges(placement, roles),
    ],
    isEmpty: content.groups.length === 0,
  };
}

function byScope(roles: readonly UnplacedRole[]): ReadonlyMap<string, readonly UnplacedRole[]> {
  const scopes = new Map<string, UnplacedRole[]>();
  for (const role of roles) {
    const there = scopes.get(role.to);
    if (there === undefined) scopes.set(role.to, [role]);
    else there.push(role);
  }
  return scopes;
}

function tetherEdges(state: CloudState, nodes: readonly GraphNode[]): TetherEdge[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return resourcesOf(state)
    .filter(isHost)
    .flatMap((host) =>
      attachedTo(host.identity).flatMap(({ identityId, principalId }): TetherEdge[] => {
        const stale = !isAlive(state, identityId, principalId);
        const from = byId.get(stale ? missingIdentityNodeId(principalId) : resourceNodeId(identityId));
        const to = byId.get(resourceNodeId(host.id));
        if (from === undefined || to === undefined) return [];
        const id = tetherEdgeId(host.id, principalId);
        return [{ kind: 'tether', id, from: from.id, to: to.id, stale, path: tetherPath(to, from) }];
      }),
    );
}
