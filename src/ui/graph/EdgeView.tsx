import { memo } from 'react';
import type { GraphEdge, Point, PrincipalEdge, RoleEdge, TetherEdge } from '#app/world/graph/model.ts';
import { classNames } from '#ui/kit/class-names.ts';
import { roundedLine } from './geometry.ts';
import { roleLabel } from './names.ts';
import { RoleTrace } from './RoleTrace.tsx';
import { shapeOf } from './scene.ts';
import type { EdgeLook } from './scene.ts';
import { Trace } from './Trace.tsx';
import styles from './edges.module.css';

/** How strongly a thing stands out while another is looked at. */
export type Tone = 'plain' | 'strong' | 'faint';

export interface EdgeViewProps {
  readonly edge: GraphEdge;
  readonly now: number;
  readonly look: EdgeLook | undefined;
  readonly duration: number;
  readonly tone: Tone;
  readonly isSelected: boolean;
  /** Whether the Tab key stops here. */
  readonly isStop: boolean;
}

/** A line of the picture. Roles are things of their own: they can be focused and selected at their label. */
export const EdgeView = memo(function EdgeView(props: EdgeViewProps) {
  const { edge, now, look, duration, tone, isSelected, isStop } = props;
  const end = edge.path.at(-1) ?? { x: 0, y: 0 };
  const drawn = atOrigin(edge, end);
  const label = drawn.kind === 'role' ? labelBox(drawn) : null;
  return (
    <g
      className={classNames(styles.edge, styles[tone], isSelected && styles.selected)}
      style={{ transform: `translate(${end.x}px, ${end.y}px)` }}
    >
      <g aria-hidden="true">
        {label !== null && <path className={styles.area} data-graph-id={edge.id} d={roundedLine(drawn.path)} />}
        {label !== null && <rect className={styles.halo} {...label} />}
        <Line key={shapeOf(edge)} edge={drawn} now={now} look={look} duration={duration} />
      </g>
      {edge.kind === 'role' && (
        <rect
          className={styles.ring}
          {...label}
          role="button"
          data-graph-id={edge.id}
          tabIndex={isStop ? 0 : -1}
          aria-label={roleLabel(edge, now)}
          aria-pressed={isSelected}
        />
      )}
    </g>
  );
});

/** Lines are drawn as seen from their end, so that one that only moves is the same line elsewhere. */
function atOrigin(edge: GraphEdge, { x, y }: Point): GraphEdge {
  const moved = <Place extends Point>(place: Place): Place => ({ ...place, x: place.x - x, y: place.y - y });
  const path = edge.path.map(moved);
  return edge.kind === 'role' ? { ...edge, path, mark: moved(edge.mark), label: moved(edge.label) } : { ...edge, path };
}

interface LineProps {
  readonly edge: GraphEdge;
  readonly now: number;
  readonly look: EdgeLook | undefined;
  readonly duration: number;
}

function Line({ edge, now, look, duration }: LineProps) {
  const moving = look === 'drawing' || look === 'retracting' ? look : undefined;
  return (
    <g
      aria-hidden="true"
      className={classNames(look === 'entering' && styles.entering, look === 'leaving' && styles.leaving)}
    >
      {edge.kind === 'tether' && <Tether edge={edge} look={moving} duration={duration} />}
      {edge.kind === 'principalOf' && <Conduit edge={edge} look={moving} duration={duration} />}
      {edge.kind === 'role' && <RoleTrace role={edge} now={now} look={look} duration={duration} />}
    </g>
  );
}

interface PieceProps<Edge> {
  readonly edge: Edge;
  readonly look: 'drawing' | 'retracting' | undefined;
  readonly duration: number;
}

/** From the identity to a host that may use it. It lets go at the host. */
function Tether({ edge, look, duration }: PieceProps<TetherEdge>) {
  const [identity, host] = edge.path;
  if (identity === undefined || host === undefined) return null;
  const path = look === 'retracting' ? [host, identity] : edge.path;
  return (
    <g className={classNames(styles.tether, edge.stale && styles.stale)}>
      <Trace className={styles.line} path={path} look={look} duration={duration} />
      <circle className={styles.knot} cx={identity.x} cy={identity.y} r="3" />
      <circle className={classNames(styles.plate, look !== undefined && styles[look])} cx={host.x} cy={host.y} r="4" />
    </g>
  );
}

/** Two lines side by side, as in an equals sign: an identity and its service principal are the same thing. */
function Conduit({ edge, look, duration }: PieceProps<PrincipalEdge>) {
  // The seal that it leads to appears in what remains of the time.
  const time = look === 'drawing' ? duration * 0.55 : duration;
  return (
    <g className={styles[edge.hue]}>
      <Trace className={styles.outer} path={edge.path} look={look} duration={time} />
      <Trace className={styles.inner} path={edge.path} look={look} duration={time} />
    </g>
  );
}

function labelBox({ label, role }: RoleEdge) {
  const width = role.length * 7 + 12;
  return { x: label.side === 'right' ? label.x - 6 : label.x - width + 6, y: label.y - 13, width, height: 34, rx: 6 };
}
