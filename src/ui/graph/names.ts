import type { GraphEdge, GraphNode, RoleEdge, WorldGraph } from '#app/world/graph/model.ts';
import { graphWords, subjectWords } from '#ui/words/words.ts';

/** What a node is, in a word. */
export function kindWords(node: GraphNode): string {
  switch (node.kind) {
    case 'subscription':
      return subjectWords.kinds.subscription;
    case 'group':
      return subjectWords.kinds.resourceGroup;
    case 'host':
      return subjectWords.kinds[node.hostKind];
    case 'target':
      return subjectWords.kinds[node.targetKind];
    case 'identity':
    case 'missingIdentity':
      return subjectWords.kinds.userAssignedIdentity;
    case 'principal':
      return graphWords.node.principal(node.hue);
    case 'deletedPrincipal':
      return subjectWords.kinds.deletedPrincipal;
  }
}

/** What is to be said of a node beside its name. */
export function nodeWords(node: GraphNode, graph: Pick<WorldGraph, 'nodes' | 'edges'>): string {
  const words = graphWords.node;
  switch (node.kind) {
    case 'subscription':
      return words.subscription;
    case 'group':
      return words.group(node.location);
    case 'host':
      return node.hostKind === 'aksCluster'
        ? words.cluster
        : words.host(node.hostKind, node.tab !== null) + words.uses(tied(graph, 'to', 'from', node.id));
    case 'target':
      return words.target(node.targetKind, rolesAt(graph.edges, node.id));
    case 'identity':
      return words.identity(tied(graph, 'from', 'to', node.id)) + words.trusts(node.trusts);
    case 'missingIdentity':
      return words.missingIdentity;
    case 'principal':
      return words.principal(node.hue);
    case 'deletedPrincipal':
      return words.deletedPrincipal(node.purgeAt);
  }
}

/** The name by which a node is read out. */
export function nodeLabel(node: GraphNode, graph: Pick<WorldGraph, 'nodes' | 'edges'>): string {
  return node.kind === 'subscription' ? graphWords.subscription : graphWords.named(node.name, nodeWords(node, graph));
}

export function roleLabel(role: RoleEdge, now: number): string {
  const words = graphWords.role;
  if (role.status.kind === 'orphaned') return words.orphanLabel(role.role, principalWords(role), scopeWords(role));
  return words.label(role.role, principalWords(role), scopeWords(role), statusWords(role, now));
}

export function principalWords({ status, principalName }: RoleEdge): string {
  const { notFound, wasOf } = graphWords.role;
  if (status.kind !== 'orphaned') return principalName ?? notFound;
  return principalName === null ? notFound : wasOf(principalName);
}

export function scopeWords({ to, scopeName, assignmentId }: RoleEdge): string {
  if (/^\/providers\/Microsoft\.Management\//i.test(assignmentId)) return graphWords.rootScope;
  return to === 'subscription' ? subjectWords.kinds.subscription : scopeName;
}

export function statusWords({ status }: RoleEdge, now: number): string {
  const words = graphWords.role;
  switch (status.kind) {
    case 'effective':
      return words.effective(status.since, now);
    case 'pending':
      return words.pending(status.until, now);
    case 'ending':
      return words.ending(status.until, now);
    case 'orphaned':
      return words.orphaned;
  }
}

/** Names at the other ends of a node's tethers. */
function tied({ nodes, edges }: Pick<WorldGraph, 'nodes' | 'edges'>, end: End, other: End, id: string): string[] {
  const others = new Set(edges.flatMap((edge) => (edge.kind === 'tether' && edge[end] === id ? [edge[other]] : [])));
  return nodes.filter((node) => others.has(node.id)).map(({ name }) => name);
}

type End = 'from' | 'to';

function rolesAt(edges: readonly GraphEdge[], scope: string): number {
  return edges.filter((edge) => edge.kind === 'role' && edge.to === scope).length;
}
