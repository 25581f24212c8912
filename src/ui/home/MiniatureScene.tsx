import { classNames } from '#ui/kit/class-names.ts';
import { KindIcon } from '#ui/subject/KindIcon.tsx';
import type { IconKind } from '#ui/subject/kinds.ts';
import type { Point } from '#ui/subject/geometry.ts';
import { MessageArrow } from '#ui/subject/MessageArrow.tsx';
import { PrincipalSeal } from '#ui/subject/PrincipalSeal.tsx';
import { RoleLine } from '#ui/subject/RoleLine.tsx';
import { SystemTab } from '#ui/subject/SystemTab.tsx';
import { TargetShape } from '#ui/subject/TargetShape.tsx';
import { Verdict } from '#ui/subject/Verdict.tsx';
import { homeWords } from '#ui/words/words.ts';
import { ends, type Box, type Layout } from './miniature-layout.ts';
import type { Cast, MiniatureStep } from './miniature-steps.ts';
import { Traveller } from './Traveller.tsx';
import styles from './MiniatureScene.module.css';

interface MiniatureSceneProps {
  readonly layout: Layout;
  readonly cast: Cast;
  readonly steps: readonly MiniatureStep[];
  /** How many messages have been sent; 0 before the first. */
  readonly sent: number;
}

const words = homeWords.miniature;

/** The picture after so many messages; the last of them is on its way. */
export function MiniatureScene({ layout, cast, steps, sent }: MiniatureSceneProps) {
  const current = steps[sent - 1];
  const { host, places } = layout;
  const { target } = places;
  return (
    <svg className={styles.scene} viewBox={`0 0 ${layout.width} ${layout.height}`} aria-hidden="true">
      <Lane box={layout.tenant} label={words.tenant} at={{ x: 14, y: 24 }} />
      <Lane box={layout.subscription} label={words.subscription} at={layout.subscriptionLabel} />
      <g className={styles.host}>
        <rect x={host.x} y={host.y} width={host.width} height={host.height} rx="8" />
        <KindIcon kind="virtualMachine" size={24} x={layout.hostTitle.x} y={layout.hostTitle.y} />
        <text className={styles.name} x={layout.hostTitle.x + 34} y={layout.hostTitle.y + 17}>
          {cast.host}
        </text>
      </g>
      <SystemTab x={layout.tab.x} y={layout.tab.y} />
      <Station box={places.application} icon="application" name={words.application} />
      <Station box={places.imds} icon="imds" name={words.imds} note={words.imdsAddress} dashed />
      <Station box={places.entra} icon="entra" name={words.entra} />
      <PrincipalSeal {...layout.seal} name={cast.host} of="system" />
      <RoleLine
        from={layout.role.from}
        via={layout.role.via}
        to={layout.role.to}
        role={layout.role.labelled ? cast.role : ''}
      />
      <TargetShape x={target.x} y={target.y} width={target.width} kind="keyVault" name={cast.target} />
      {steps.slice(0, sent).map((step, index) => {
        const [from, to] = ends(layout, step.from, step.to, step.kind);
        return (
          <g key={index} className={index < sent - 1 ? styles.past : undefined}>
            <MessageArrow from={from} to={to} kind={step.kind} />
          </g>
        );
      })}
      {current?.status !== undefined && (
        <g className={styles.verdict}>
          <Verdict {...layout.verdict} allowed={current.status < 400} status={current.status} />
        </g>
      )}
      {current !== undefined && <Traveller key={sent} step={current} layout={layout} />}
    </svg>
  );
}

interface LaneProps {
  readonly box: Box;
  readonly label: string;
  readonly at: Point;
}

function Lane({ box, label, at }: LaneProps) {
  return (
    <g className={styles.lane}>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="8" />
      <text x={at.x} y={at.y}>
        {label}
      </text>
    </g>
  );
}

interface StationProps {
  readonly box: Box;
  readonly icon: IconKind;
  readonly name: string;
  readonly note?: string;
  /** An address rather than a thing of its own. */
  readonly dashed?: boolean;
}

function Station({ box, icon, name, note, dashed = false }: StationProps) {
  const centre = box.x + box.width / 2;
  const top = box.y + box.height / 2 - (note === undefined ? 22 : 28);
  return (
    <g className={classNames(styles.station, dashed && styles.dashed)}>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="6" />
      <KindIcon kind={icon} size={20} x={centre - 10} y={top} />
      <text className={styles.name} x={centre} y={top + 37}>
        {name}
      </text>
      {note !== undefined && (
        <text className={styles.note} x={centre} y={top + 53}>
          {note}
        </text>
      )}
    </g>
  );
}
