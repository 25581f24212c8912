import { classNames } from '#ui/kit/class-names.ts';
import { KindIcon } from '#ui/subject/KindIcon.tsx';
import { fit, fitOrShort, systemTabWidth, widthOf } from '#ui/subject/metrics.ts';
import { SystemTab } from '#ui/subject/SystemTab.tsx';
import { Tether } from '#ui/subject/Tether.tsx';
import { UserIdentityShape } from '#ui/subject/UserIdentityShape.tsx';
import { compactScale, type Box, type EnclosurePlace } from './layout.ts';
import type { Enclosure } from './picture.ts';
import styles from './Sequence.module.css';

interface EnclosureViewProps {
  readonly enclosure: Enclosure;
  readonly place: EnclosurePlace;
  readonly compact: boolean;
}

/** The border around the lanes of a host or of the tenant, with the identities of the host at its foot. */
export function EnclosureView({ enclosure, place, compact }: EnclosureViewProps) {
  const { box } = place;
  const isHost = enclosure.kind === 'host';
  return (
    <g>
      <rect className={isHost ? styles.host : styles.tenant} {...box} rx={isHost ? 8 : 20} />
      <Title enclosure={enclosure} box={box} compact={compact} />
      {isHost && <Identities enclosure={enclosure} place={place} compact={compact} />}
    </g>
  );
}

interface TitleProps {
  readonly enclosure: Enclosure;
  readonly box: Box;
  readonly compact: boolean;
}

function Title({ enclosure, box, compact }: TitleProps) {
  if (compact) {
    const name = enclosure.kind === 'host' ? enclosure.label : enclosure.short;
    return (
      <text className={classNames(styles.small, styles.centred)} x={box.x + box.width / 2} y={box.y + 21}>
        {fit(name, box.width * 1.3 - 4, 11)}
      </text>
    );
  }
  const inside = enclosure.kind === 'host' ? enclosure.inside : '';
  const titleRoom = box.width * 1.15 - 52 - (inside === '' ? 0 : widthOf(inside, 12));
  return (
    <g className={styles.title}>
      <KindIcon kind={enclosure.kind === 'host' ? enclosure.host : 'entra'} size={20} x={box.x + 12} y={box.y + 8} />
      <text x={box.x + 40} y={box.y + 23}>
        {enclosure.kind === 'host' ? fit(enclosure.label, titleRoom, 14) : fitOrShort(enclosure, titleRoom, 14)}
      </text>
      {inside !== '' && (
        <text className={classNames(styles.note, styles.ending)} x={box.x + box.width - 14} y={box.y + 23}>
          {inside}
        </text>
      )}
    </g>
  );
}

interface IdentitiesProps {
  readonly enclosure: Extract<Enclosure, { kind: 'host' }>;
  readonly place: EnclosurePlace;
  readonly compact: boolean;
}

/** The tab is fused to the border; what stands by itself hangs on a tether. */
function Identities({ enclosure, place, compact }: IdentitiesProps) {
  const { box, identities, identityWidth } = place;
  const scale = compact ? compactScale : 1;
  const bottom = box.y + box.height;
  return (
    <>
      {enclosure.systemAssigned && (
        <g transform={`translate(${box.x + tabInset(box.width, scale)} ${bottom}) scale(${scale})`}>
          <SystemTab x={0} y={0} />
        </g>
      )}
      {identities.map(({ x, y, tether }, index) => {
        const identity = enclosure.userAssigned[index];
        if (identity === undefined) return null;
        // In a narrow picture they stand one below the other, and the first tether stands for all.
        const tied = index === 0 || !compact;
        return (
          <g key={identity.name}>
            {tied && <Tether from={{ x: tether, y }} to={{ x: tether, y: bottom }} stale={identity.stale} />}
            <g transform={`translate(${x} ${y}) scale(${scale})`}>
              <UserIdentityShape x={0} y={0} width={identityWidth / scale} name={identity.name} />
            </g>
          </g>
        );
      })}
    </>
  );
}

function tabInset(width: number, scale: number): number {
  return Math.min(14, Math.max((width - systemTabWidth * scale) / 2, 0));
}
