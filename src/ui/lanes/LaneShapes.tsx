import type { LaneKind, LaneTarget } from '#app/lanes/lane.ts';
import type { LaneGrant, LaneHost, LanePrincipal } from '#app/lanes/lane-picture.ts';
import { classNames } from '#ui/kit/class-names.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { along, arrowHead, type Point } from '#ui/subject/geometry.ts';
import { hexagon, sealGlyph } from '#ui/subject/glyphs.ts';
import { KindIcon } from '#ui/subject/KindIcon.tsx';
import { fit } from '#ui/subject/metrics.ts';
import { laneWords } from '#words/lanes.ts';
import { sizes } from './lane-layout.ts';
import styles from './LaneDrawing.module.css';

// The shapes of the subject at the size that eight machines side by side leave to each.

interface HostProps {
  readonly host: LaneHost;
  readonly at: Point;
  readonly width: number;
}

export function Host({ host, at, width }: HostProps) {
  const { name, systemAssigned, read } = host;
  return (
    <g className={styles.shape} transform={`translate(${at.x} ${at.y})`}>
      <title>{read === null ? name : `${name} ${laneWords.read[read]}`}</title>
      {systemAssigned && (
        <g className={styles.system}>
          <path className={styles.filled} d={`M8 ${sizes.host - 1}v${sizes.tab + 1}h28v-${sizes.tab + 1}`} />
          <rect className={styles.solid} x="18.5" y={sizes.host + 4} width="7" height="7" />
        </g>
      )}
      <rect className={styles.box} width={width} height={sizes.host} rx="6" />
      {systemAssigned && <path className={styles.seam} d={`M9 ${sizes.host}h26`} />}
      <KindIcon kind="virtualMachine" size={18} x={8} y={10} />
      <text className={styles.name} x="32" y="24">
        {fit(name, width - 54, 13)}
      </text>
      {read !== null && (
        <g className={read === 'allowed' ? styles.allowed : styles.refused}>
          <Icon name={read} size={16} x={width - 22} y={11} />
        </g>
      )}
    </g>
  );
}

interface IdentityProps {
  readonly name: string;
  readonly at: Point;
  readonly width: number;
}

export function Identity({ name, at, width }: IdentityProps) {
  return (
    <g className={classNames(styles.shape, styles.user)} transform={`translate(${at.x} ${at.y})`}>
      <title>{name}</title>
      <path className={styles.filled} d={hexagon(width, sizes.identity)} />
      <text className={classNames(styles.name, styles.middle)} x={width / 2} y={sizes.identity / 2 + 5}>
        {fit(name, width - 26, 12.5)}
      </text>
    </g>
  );
}

export function Seal({ principal, at }: { readonly principal: LanePrincipal; readonly at: Point }) {
  const { name, of, deleted } = principal;
  return (
    <g
      className={classNames(styles.shape, deleted ? styles.ghost : styles[of])}
      transform={`translate(${at.x} ${at.y})`}
    >
      <title>{deleted ? laneWords.deletedPrincipal(name) : name}</title>
      <circle className={deleted ? styles.hollow : styles.filled} r={sizes.seal} />
      {!deleted && <path className={styles.solid} transform="scale(0.72)" d={sealGlyph[of]} />}
    </g>
  );
}

interface TieProps {
  readonly hue: LaneKind;
  readonly from: Point;
  readonly to: Point;
}

/** From a host to the identity that it carries, and from an identity to its principal. */
export function Tie({ hue, from, to }: TieProps) {
  return (
    <g className={classNames(styles.shape, styles[hue])}>
      <path className={styles.tie} d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
    </g>
  );
}

interface GrantProps {
  readonly from: Point;
  readonly to: Point;
  readonly state: LaneGrant['state'];
}

const looks = { effective: undefined, pending: styles.dotted, orphaned: styles.dashed } as const;

/** A role assignment; an orphaned one has lost its beginning. */
export function Grant({ from, to, state }: GrantProps) {
  const isOrphaned = state === 'orphaned';
  const start = isOrphaned ? along(from, to, 0.35) : from;
  return (
    <g className={classNames(styles.shape, isOrphaned && styles.ghost)}>
      <path className={classNames(styles.line, looks[state])} d={`M${start.x} ${start.y}L${to.x} ${to.y}`} />
      <path className={styles.line} d={arrowHead(start, to, 6)} />
      {isOrphaned && <circle className={styles.end} cx={start.x} cy={start.y} r="3" />}
    </g>
  );
}

interface TargetProps {
  readonly target: LaneTarget;
  readonly at: Point;
  readonly width: number;
  readonly grants: number;
  readonly orphans: number;
}

const targetKinds = { 'kv-shop': 'keyVault', stshopimages: 'storageAccount' } as const;

export function Target({ target, at, width, grants, orphans }: TargetProps) {
  return (
    <g className={styles.shape} transform={`translate(${at.x} ${at.y})`}>
      <rect className={styles.box} width={width} height={sizes.target} rx="2" />
      <path className={styles.line} d={`M4 0V${sizes.target}`} />
      <KindIcon kind={targetKinds[target]} size={20} x={12} y={19} />
      <text className={styles.name} x="40" y="19">
        {fit(target, width - 46, 13)}
      </text>
      <Icon name="key" size={12} x={40} y={25} />
      <text className={styles.note} x="56" y="35">
        {laneWords.grantsAt(grants)}
      </text>
      {orphans > 0 && (
        <text className={classNames(styles.note, styles.lost)} x="40" y="51">
          {laneWords.orphansAt(orphans)}
        </text>
      )}
    </g>
  );
}
