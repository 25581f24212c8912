import { laneTargets } from '#app/lanes/lane.ts';
import type { LaneKind } from '#app/lanes/lane.ts';
import type { LanePicture } from '#app/lanes/lane-picture.ts';
import { laneWords } from '#words/lanes.ts';
import type { LaneFrame } from './lane-layout.ts';
import { Grant, Host, Identity, Seal, Target, Tie } from './LaneShapes.tsx';
import { sizes } from './lane-layout.ts';
import styles from './LaneDrawing.module.css';

interface LaneDrawingProps {
  readonly kind: LaneKind;
  readonly picture: LanePicture;
  readonly frame: LaneFrame;
}

/** A lane at a moment: hosts with their identities, the tenant with its principals, and the roles at the targets. */
export function LaneDrawing({ kind, picture, frame }: LaneDrawingProps) {
  const { hosts, identities, principals, grants } = picture;
  const { width, height, band } = frame;
  const live = principals.filter(({ deleted }) => !deleted);
  const hostOf = (name: string) => hosts.findIndex((host) => host.name === name);
  const identityAt = (name: string) =>
    frame.identityAt(
      identities.findIndex((identity) => identity.name === name),
      identities.length,
    );
  return (
    <svg
      className={styles.drawing}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={laneWords.picture(kind)}
      focusable="false"
    >
      <rect className={styles.tenant} x="4" y={band.y} width={width - 8} height={band.height} rx="6" />
      {hosts.flatMap(({ id, carries }, index) =>
        carries.map((name) => {
          const { x, y } = frame.hostAt(index);
          const to = identityAt(name);
          return (
            <Tie
              key={`${id} ${name}`}
              hue="user"
              from={{ x: x + frame.hostWidth / 2, y: y + sizes.host }}
              to={{ x: to.x + frame.identityWidth / 2, y: to.y }}
            />
          );
        }),
      )}
      {live.map(({ id, name, of }) => {
        const seal = frame.sealAt(id);
        const to = { x: seal.x, y: seal.y - sizes.seal };
        if (of === 'user') {
          const from = identityAt(name);
          return (
            <Tie key={id} hue={of} from={{ x: from.x + frame.identityWidth / 2, y: from.y + sizes.identity }} to={to} />
          );
        }
        const { x, y } = frame.hostAt(Math.max(hostOf(name), 0));
        return <Tie key={id} hue={of} from={{ x: x + 22, y: y + sizes.host + sizes.tab }} to={to} />;
      })}
      <text className={styles.tenantName} x="14" y={band.y + 15}>
        {laneWords.tenant}
      </text>
      {grants.map(({ id, principalId, target, state }) => {
        const seal = frame.sealAt(principalId);
        return (
          <Grant
            key={id}
            from={{ x: seal.x, y: seal.y + sizes.seal }}
            to={frame.grantAt(principalId, target)}
            state={state}
          />
        );
      })}
      {hosts.map((host, index) => (
        <Host key={host.id} host={host} at={frame.hostAt(index)} width={frame.hostWidth} />
      ))}
      {identities.map(({ name }) => (
        <Identity key={name} name={name} at={identityAt(name)} width={frame.identityWidth} />
      ))}
      {principals.map((principal) => (
        <Seal
          key={principal.deleted ? `${principal.id} deleted` : principal.id}
          principal={principal}
          at={frame.sealAt(principal.id)}
        />
      ))}
      {laneTargets.map((target) => {
        const here = grants.filter((grant) => grant.target === target);
        const orphans = here.filter(({ state }) => state === 'orphaned').length;
        return (
          <Target
            key={target}
            target={target}
            at={frame.targetAt(target)}
            width={frame.targetWidth}
            grants={here.length - orphans}
            orphans={orphans}
          />
        );
      })}
    </svg>
  );
}
