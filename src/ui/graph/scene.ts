import type { Box, GraphEdge, GraphNode, Lanes, WorldGraph } from '#app/world/graph/model.ts';

/** How a thing behaves while a scene is shown; at rest it has no look. */
export type NodeLook = 'entering' | 'leaving' | 'tabEntering' | 'tabLeaving' | 'emptying';
export type EdgeLook = 'entering' | 'leaving' | 'drawing' | 'retracting' | 'orphaning';

/** One moment of a transition: what is shown, and what happens to it. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly lanes: Lanes;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly looks: ReadonlyMap<string, NodeLook | EdgeLook>;
  /** What the scene is about. */
  readonly marked: ReadonlySet<string>;
}

const nothing: Scene['looks'] = new Map();
const nobody: ReadonlySet<string> = new Set();

/** A world in which nothing is going on. */
export function restingScene(graph: WorldGraph): Scene {
  const { width, height, lanes, nodes, edges } = graph;
  return { width, height, lanes, nodes, edges, looks: nothing, marked: nobody };
}

/** A scene to which changes are made one after another; each `cut` shows what is there by then. */
export class Stage {
  readonly #nodes: Map<string, GraphNode>;
  readonly #edges: Map<string, GraphEdge>;
  #frame: Pick<Scene, 'width' | 'height' | 'lanes'>;

  constructor(graph: WorldGraph) {
    this.#nodes = new Map(graph.nodes.map((node) => [node.id, node]));
    this.#edges = new Map(graph.edges.map((edge) => [edge.id, edge]));
    this.#frame = graph;
  }

  put(...things: readonly (GraphNode | GraphEdge)[]): void {
    for (const thing of things) {
      if ('box' in thing) this.#nodes.set(thing.id, thing);
      else this.#edges.set(thing.id, thing);
    }
  }

  remove(...things: readonly { readonly id: string }[]): void {
    for (const { id } of things) {
      this.#nodes.delete(id);
      this.#edges.delete(id);
    }
  }

  /** Gives every thing that is on stage its place in another world. Says what moved, and which lines took another shape. */
  arrange(graph: WorldGraph): { readonly moved: boolean; readonly reshaped: readonly GraphEdge[] } {
    const nodes = graph.nodes.filter(({ id }) => this.#nodes.has(id));
    const edges = graph.edges.filter(({ id }) => this.#edges.has(id));
    const reshaped = edges.filter((edge) => shapeOf(this.#edges.get(edge.id) ?? edge) !== shapeOf(edge));
    const moved =
      reshaped.length > 0 ||
      !sameBoxes(this.#frame.lanes, graph.lanes) ||
      nodes.some((node) => !sameBox((this.#nodes.get(node.id) ?? node).box, node.box));
    this.put(...nodes, ...edges);
    this.#frame = graph;
    return { moved, reshaped };
  }

  /** Room for what falls to the deleted list before the rest has moved. */
  makeRoom(height: number): void {
    const { width, lanes } = this.#frame;
    const more = height - lanes.deleted.height;
    if (more <= 0) return;
    this.#frame = {
      width,
      height: this.#frame.height + more,
      lanes: { ...lanes, tenant: taller(lanes.tenant, more), deleted: taller(lanes.deleted, more) },
    };
  }

  cut(looks: Iterable<readonly [string, NodeLook | EdgeLook]> = [], marked: Iterable<string> = []): Scene {
    const { width, height, lanes } = this.#frame;
    return {
      width,
      height,
      lanes,
      nodes: [...this.#nodes.values()],
      edges: [...this.#edges.values()],
      looks: new Map(looks),
      marked: new Set(marked),
    };
  }
}

function taller(box: Box, by: number): Box {
  return { ...box, height: box.height + by };
}

/** The same for a line that only moved. */
export function shapeOf({ path }: Pick<GraphEdge, 'path'>): string {
  const end = path.at(-1) ?? { x: 0, y: 0 };
  return path.map(({ x, y }) => `${round(x - end.x)},${round(y - end.y)}`).join(' ');
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}

function sameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

function sameBoxes(a: Lanes, b: Lanes): boolean {
  return sameBox(a.subscription, b.subscription) && sameBox(a.tenant, b.tenant) && sameBox(a.deleted, b.deleted);
}
