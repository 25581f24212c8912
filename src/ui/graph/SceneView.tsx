import type { CSSProperties } from 'react';
import type { GraphEdge, GraphNode, WorldGraph } from '#app/world/graph/model.ts';
import { EdgeView, type Tone } from './EdgeView.tsx';
import { boundsOf } from './geometry.ts';
import { Lanes } from './Lanes.tsx';
import { NodeView } from './NodeView.tsx';
import type { EdgeLook, NodeLook, Scene } from './scene.ts';
import type { Playing } from './useTransition.ts';
import type { Viewing } from './useView.ts';
import { overlaps, shownBox } from './viewport.ts';
import type { Size } from './viewport.ts';
import styles from './Picture.module.css';

export interface SceneViewProps {
  readonly graph: WorldGraph;
  readonly playing: Playing;
  readonly viewing: Viewing;
  readonly window: Size;
  readonly related: ReadonlySet<string>;
  readonly lookedAt: string | null;
  readonly selectedId: string | null;
  readonly stopId: string | null;
}

/** Up to here everything is drawn, wherever the window looks: it is read out whole. */
const alwaysWhole = 160;

/** Lanes, things and lines, as the window shows them. */
export function SceneView({ graph, playing, viewing, window, related, lookedAt, selectedId, stopId }: SceneViewProps) {
  const { scene, duration, step } = playing;
  const { x, y, scale } = viewing.view;
  const { nodes, edges } = culled(scene, viewing, window, [selectedId, stopId]);
  const toneOf = (id: string): Tone => {
    if (lookedAt === null || related.size < 2 || step !== null) return 'plain';
    return related.has(id) ? 'strong' : 'faint';
  };
  // Custom properties are unknown to the type of a style.
  const timing = { '--graph-move': `${moveTime(playing)}ms` } as CSSProperties;
  return (
    <g
      className={viewing.isFitted ? styles.fitted : undefined}
      style={{ ...timing, transform: `translate(${x}px, ${y}px) scale(${scale})` }}
    >
      <Lanes scene={scene} isEmpty={graph.isEmpty} />
      {nodes.map((node) => (
        <NodeView
          key={node.id}
          node={node}
          around={scene}
          look={scene.looks.get(node.id) as NodeLook | undefined}
          tone={isFrame(node) ? 'plain' : toneOf(node.id)}
          isSelected={node.id === selectedId}
          isMarked={scene.marked.has(node.id)}
          isStop={node.id === stopId}
        />
      ))}
      {edges.map((edge) => (
        <EdgeView
          key={edge.id}
          edge={edge}
          now={graph.now}
          look={scene.looks.get(edge.id) as EdgeLook | undefined}
          duration={duration}
          tone={toneOf(edge.id)}
          isSelected={edge.id === selectedId}
          isStop={edge.id === stopId}
        />
      ))}
    </g>
  );
}

function isFrame({ kind }: GraphNode): boolean {
  return kind === 'subscription' || kind === 'group';
}

function moveTime({ step, duration }: Playing): number {
  return step === 'fall' || step === 'settle' || step === 'plain' ? duration : 0;
}

function culled(scene: Scene, { view }: Viewing, window: Size, kept: readonly (string | null)[]) {
  if (scene.nodes.length + scene.edges.length <= alwaysWhole) return scene;
  const shown = shownBox(view, window);
  return {
    nodes: scene.nodes.filter((node) => kept.includes(node.id) || overlaps(node.box, shown)),
    edges: scene.edges.filter((edge: GraphEdge) => kept.includes(edge.id) || overlaps(boundsOf(edge), shown)),
  };
}
