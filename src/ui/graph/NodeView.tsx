import { memo } from 'react';
import type { GraphNode, WorldGraph } from '#app/world/graph/model.ts';
import { classNames } from '#ui/kit/class-names.ts';
import { nodeLabel } from './names.ts';
import { NodeShape } from './NodeShape.tsx';
import type { NodeLook } from './scene.ts';
import type { Tone } from './EdgeView.tsx';
import { subscriptionTitleWidth } from './Titles.tsx';
import styles from './nodes.module.css';

export interface NodeViewProps {
  readonly node: GraphNode;
  /** The world around it. */
  readonly around: Pick<WorldGraph, 'nodes' | 'edges'>;
  readonly look: NodeLook | undefined;
  readonly tone: Tone;
  readonly isSelected: boolean;
  readonly isMarked: boolean;
  /** Whether the Tab key stops here. */
  readonly isStop: boolean;
}

/**
 * A thing of the picture at its place. What is operated lies over what is drawn: the drawing stays for the eye,
 * and the words that it bears are not read out twice.
 */
export const NodeView = memo(function NodeView(props: NodeViewProps) {
  const { node, around, look, tone, isSelected, isMarked, isStop } = props;
  const { x, y } = node.box;
  const ring = ringOf(node);
  return (
    <g
      className={classNames(styles.node, styles[tone], isMarked && styles.marked, isSelected && styles.selected)}
      style={{ transform: `translate(${x}px, ${y}px)` }}
    >
      <g className={classNames(look === 'entering' && arrivalOf(node), look === 'leaving' && styles.leaving)}>
        <g aria-hidden="true">
          <rect className={styles.halo} {...ring} />
          <NodeShape node={node} look={look} />
        </g>
        <rect
          className={styles.ring}
          {...ring}
          role="button"
          data-graph-id={node.id}
          tabIndex={isStop ? 0 : -1}
          aria-label={nodeLabel(node, around)}
          aria-pressed={isSelected}
        />
      </g>
    </g>
  );
});

/** A seal comes when the line from its identity has arrived. */
function arrivalOf({ kind }: GraphNode): string | undefined {
  return kind === 'principal' ? styles.sealed : styles.entering;
}

function ringOf(node: GraphNode) {
  const { box } = node;
  if (node.kind === 'subscription') return { x: 6, y: 5, width: subscriptionTitleWidth, height: 28, rx: 6 };
  if (node.kind === 'group') {
    const { from, to } = node.title;
    return { x: from - 6, y: 4, width: to - from + 6, height: 28, rx: 6 };
  }
  return { x: -6, y: -6, width: box.width + 12, height: box.height + 12, rx: 12 };
}
