import type { GraphEdge } from '#app/world/graph/model.ts';

/**
 * What a selected thing reaches, and by whom it is reached, along host, identity, principal, role and scope:
 * of a host all that its identities may do, of a vault everybody who may open it.
 */
export function relatedTo(id: string | null, edges: readonly GraphEdge[]): ReadonlySet<string> {
  const related = new Set<string>();
  if (id === null) return related;
  related.add(id);
  const chosen = edges.find((edge) => edge.id === id);
  if (chosen === undefined) {
    followForth(id, edges, related);
    followBack(id, edges, related, true);
    return related;
  }
  const { tail, head } = endsOf(chosen);
  related.add(head);
  if (chosen.kind !== 'role') followForth(head, edges, related);
  if (tail !== null) followBack(tail, edges, related, false);
  return related;
}

/** A scope is where a way ends: what may be done to a host is not what the host may do. */
function followForth(from: string, edges: readonly GraphEdge[], related: Set<string>): void {
  for (const edge of edges) {
    const { tail, head } = endsOf(edge);
    if (tail !== from || related.has(edge.id)) continue;
    related.add(edge.id).add(head);
    if (edge.kind !== 'role') followForth(head, edges, related);
  }
}

function followBack(to: string, edges: readonly GraphEdge[], related: Set<string>, isScope: boolean): void {
  related.add(to);
  for (const edge of edges) {
    const { tail, head } = endsOf(edge);
    if (head !== to || related.has(edge.id) || (edge.kind === 'role' && !isScope)) continue;
    related.add(edge.id);
    if (tail !== null) followBack(tail, edges, related, false);
  }
}

/** From cause to effect. A tether is drawn from the identity, but it is the host that makes use of it. */
function endsOf(edge: GraphEdge): { readonly tail: string | null; readonly head: string } {
  return edge.kind === 'tether' ? { tail: edge.to, head: edge.from } : { tail: edge.from, head: edge.to };
}
