import type { Box, GraphEdge, GraphNode, Point } from '#app/world/graph/model.ts';
import { neighbour } from './geometry.ts';
import type { Direction } from './geometry.ts';
import type { Scene } from './scene.ts';

/** A thing that can be focused, and where the eye finds it. */
export interface Focusable {
  readonly id: string;
  readonly at: Point;
  /** What has to be seen of it. */
  readonly box: Box;
}

export function focusablesOf({ nodes, edges }: Pick<Scene, 'nodes' | 'edges'>): readonly Focusable[] {
  return [...nodes.map(nodeStop), ...edges.flatMap(edgeStop)];
}

function nodeStop({ id, kind, box }: GraphNode): Focusable {
  // Of what contains others only its title is a thing to point at.
  const isTitle = kind === 'subscription' || kind === 'group';
  const shown = isTitle ? { ...box, height: 36, width: Math.min(box.width, 220) } : box;
  return { id, at: { x: shown.x + shown.width / 2, y: shown.y + Math.min(shown.height, 56) / 2 }, box: shown };
}

function edgeStop(edge: GraphEdge): Focusable[] {
  if (edge.kind !== 'role') return [];
  const { label } = edge;
  const x = label.side === 'right' ? label.x : label.x - 160;
  return [{ id: edge.id, at: { x: x + 80, y: label.y }, box: { x, y: label.y - 14, width: 160, height: 36 } }];
}

/** Where a key leads from a thing; null where the key leads nowhere. */
export function stopAfter(key: string, from: Focusable | undefined, stops: readonly Focusable[]): Focusable | null {
  if (key === 'Home') return stops[0] ?? null;
  if (key === 'End') return stops.at(-1) ?? null;
  const direction = directions[key];
  if (direction === undefined) return null;
  return from === undefined ? (stops[0] ?? null) : neighbour(from.at, direction, stops);
}

export const directions: Readonly<Record<string, Direction | undefined>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
