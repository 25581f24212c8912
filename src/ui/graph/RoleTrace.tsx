import { orphanedPath } from '#app/world/graph/routes.ts';
import type { Point, RoleEdge } from '#app/world/graph/model.ts';
import { classNames } from '#ui/kit/class-names.ts';
import type { IconName } from '#ui/kit/icon-paths.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { arrowHead } from '#ui/subject/geometry.ts';
import { graphWords, subjectWords } from '#ui/words/words.ts';
import type { EdgeLook } from './scene.ts';
import { pathLength } from './geometry.ts';
import { Trace } from './Trace.tsx';
import styles from './edges.module.css';

/** Dots cost a browser dear: a line that goes on for screens is dotted only where it meets its scope. */
const mostDotted = 2400;

export interface RoleTraceProps {
  readonly role: RoleEdge;
  readonly now: number;
  readonly look: EdgeLook | undefined;
  readonly duration: number;
}

/** A role assignment: from its principal to its scope, with a key at the scope, and its name there. */
export function RoleTrace({ role, now, look, duration }: RoleTraceProps) {
  if (look === 'orphaning') return <Orphaning role={role} now={now} duration={duration} />;
  const late = look === 'drawing' ? styles.late : look === 'retracting' && styles.leaving;
  const isFar = iconOf(role) === 'clock' && pathLength(role.path) > mostDotted;
  const moving = look === 'drawing' || look === 'retracting' ? look : undefined;
  return (
    <g className={classNames(styles.role, styles[role.status.kind])}>
      {isFar && <Trace className={styles.trunk} path={role.path.slice(0, -1)} look={moving} duration={duration} />}
      <Trace className={styles.line} path={isFar ? role.path.slice(-2) : role.path} look={moving} duration={duration} />
      <g className={classNames(late)}>
        <Head mark={role.mark} path={role.path} icon={iconOf(role)} isOpen={role.status.kind === 'orphaned'} />
        <Label role={role} note={noteOf(role, now)} />
      </g>
    </g>
  );
}

/** The principal is gone: the line shrinks back from where it was, and what stays at the scope turns into a ghost. */
function Orphaning({
  role,
  now,
  duration,
}: {
  readonly role: RoleEdge;
  readonly now: number;
  readonly duration: number;
}) {
  const head = orphanedPath(role.path);
  const [open] = head;
  const trunk = open === undefined ? role.path : [...role.path.slice(0, -2), open];
  return (
    <>
      <g className={styles.role}>
        <Trace className={styles.line} path={trunk} look="retracting" duration={duration * 0.6} />
        <g className={styles.fading}>
          <Trace className={styles.line} path={head} />
          <Head mark={role.mark} path={head} icon="key" isOpen={false} />
          <Label role={role} note={null} />
        </g>
      </g>
      <g className={classNames(styles.role, styles.orphaned)}>
        <g className={styles.rising}>
          <Trace className={styles.line} path={head} />
          <Head mark={role.mark} path={head} icon="key" isOpen />
          <Label role={role} note={noteOf(role, now)} />
        </g>
      </g>
    </>
  );
}

interface HeadProps {
  readonly mark: Point;
  readonly path: readonly Point[];
  readonly icon: IconName;
  /** Cut off where it began. */
  readonly isOpen: boolean;
}

function Head({ mark, path, icon, isOpen }: HeadProps) {
  const [turn, tip] = path.slice(-2);
  const [open] = path;
  if (turn === undefined || tip === undefined || open === undefined) return null;
  return (
    <>
      <path className={styles.head} d={arrowHead(turn, tip, 7)} />
      {isOpen && <circle className={styles.plate} cx={open.x} cy={open.y} r="4" />}
      <circle className={styles.plate} cx={mark.x} cy={mark.y} r="10" />
      <Icon name={icon} size={14} x={mark.x - 7} y={mark.y - 7} />
    </>
  );
}

function Label({ role, note }: { readonly role: RoleEdge; readonly note: string | null }) {
  const { label } = role;
  const anchor = label.side === 'left' ? styles.toLeft : undefined;
  return (
    <>
      <text className={classNames(styles.label, anchor)} x={label.x} y={label.y + 4}>
        {role.role}
      </text>
      {note !== null && (
        <text className={classNames(styles.note, anchor)} x={label.x} y={label.y + 18}>
          {note}
        </text>
      )}
    </>
  );
}

function iconOf({ status }: RoleEdge): IconName {
  return status.kind === 'pending' || status.kind === 'ending' ? 'clock' : 'key';
}

function noteOf({ status }: RoleEdge, now: number): string | null {
  switch (status.kind) {
    case 'effective':
      return null;
    case 'pending':
      return graphWords.role.pendingNote(status.until, now);
    case 'ending':
      return graphWords.role.endingNote(status.until, now);
    case 'orphaned':
      return subjectWords.identityNotFound;
  }
}
