import type { GraphNode, GroupNode, RoleEdge, WorldGraph } from '#app/world/graph/model.ts';

/** The things of a world, each under what contains it. */
export function nodesByParent({ nodes }: WorldGraph) {
  const groups = nodes
    .filter((node): node is GroupNode => node.kind === 'group')
    .map((group) => ({ group, members: nodes.filter((node) => 'groupId' in node && node.groupId === group.id) }));
  return {
    groups,
    subscription: nodes.find((node) => node.kind === 'subscription'),
    principals: nodes.filter((node) => node.kind === 'principal'),
    deleted: nodes.filter((node) => node.kind === 'deletedPrincipal'),
  };
}

/** The role assignments at a scope, or those of a principal. */
export function rolesOf({ edges }: WorldGraph, node: GraphNode['id']): readonly RoleEdge[] {
  return edges
    .filter((edge): edge is RoleEdge => edge.kind === 'role')
    .filter(({ from, to }) => to === node || from === node);
}
