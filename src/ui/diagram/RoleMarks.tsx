import { classNames } from '#ui/kit/class-names.ts';
import { along } from '#ui/subject/geometry.ts';
import { RoleLine } from '#ui/subject/RoleLine.tsx';
import { diagramWords } from '#ui/words/words.ts';
import type { Layout, RolePlace } from './layout.ts';
import type { Picture, RoleMark, Row } from './picture.ts';
import { wrapped } from './wrapped.ts';
import styles from './Sequence.module.css';

interface RoleMarksProps {
  readonly picture: Picture;
  readonly layout: Layout;
  /** The newest step: a role matters while its target decides. */
  readonly row: Row | undefined;
}

/** The role assignments between the principals and the targets. A narrow picture leaves them to the words. */
export function RoleMarks({ picture, layout, row }: RoleMarksProps) {
  if (layout.compact) return null;
  const decision = row?.kind === 'message' && row.verdict !== null ? row : null;
  return picture.roles.map((mark, index) => {
    const place = layout.roles[index];
    if (place === undefined || place === null) return null;
    return (
      <g key={`${mark.seal} ${mark.lane}`}>
        {decision?.from === mark.lane && (
          <path className={decision.verdict?.allowed === true ? styles.glow : styles.glare} d={lineOf(place)} />
        )}
        {mark.role === null ? <Absent place={place} /> : <Present mark={mark} role={mark.role} place={place} />}
      </g>
    );
  });
}

interface PresentProps {
  readonly mark: RoleMark;
  readonly role: string;
  readonly place: RolePlace;
}

/** The role's name stands in two short lines, where a single one would run into its neighbours; above the line where what is the matter with it stands below. */
function Present({ mark, role, place }: PresentProps) {
  const { from, to } = place;
  const middle = along(from, to, 0.5);
  const room = to.x - from.x;
  const lines = wrapped(role, room, 12);
  const first = mark.state === 'effective' ? 27 : -4 - lines.length * 14;
  return (
    <>
      <RoleLine from={from} to={to} role="" state={mark.state} />
      {room >= 64 && (
        <text className={classNames(styles.note, styles.centred, styles.over)}>
          {lines.map((line, index) => (
            <tspan key={index} x={middle.x} y={middle.y + first + index * 14}>
              {line}
            </tspan>
          ))}
        </text>
      )}
    </>
  );
}

/** That there is no role is what a 403 is about. */
function Absent({ place }: { readonly place: RolePlace }) {
  const middle = along(place.from, place.to, 0.5);
  return (
    <>
      <path className={styles.absent} d={lineOf(place)} />
      <text className={classNames(styles.note, styles.centred, styles.over)} x={middle.x} y={middle.y + 4}>
        {diagramWords.noRole}
      </text>
    </>
  );
}

function lineOf({ from, to }: RolePlace): string {
  return `M${from.x} ${from.y}L${to.x} ${to.y}`;
}
