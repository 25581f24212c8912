import { memo } from 'react';
import { classNames } from '#ui/kit/class-names.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import type { RowPlace } from './layout.ts';
import { MessageView } from './MessageView.tsx';
import type { Row } from './picture.ts';
import styles from './Sequence.module.css';

interface RowViewProps {
  readonly row: Row;
  readonly place: RowPlace;
  /** Its step, from 1. */
  readonly number: number;
  readonly compact: boolean;
  /** Messages have room for their words. */
  readonly spelled: boolean;
  readonly current: boolean;
  readonly refusing: boolean;
  /** From 0, not yet sent, to 1, arrived. */
  readonly progress: number;
}

/** One step of the picture: its message as far as it has come. */
export const RowView = memo(function RowView({
  row,
  place,
  number,
  compact,
  spelled,
  current,
  refusing,
  progress,
}: RowViewProps) {
  const share = eased(progress);
  return (
    <g className={classNames(current && styles.current, current && refusing && styles.refusal)} data-row={number}>
      <text className={styles.number} x={compact ? 11 : 13} y={place.y + 4}>
        {number}
      </text>
      {row.kind === 'message' && (
        <MessageView row={row} place={place} compact={compact} spelled={spelled} share={share} />
      )}
      {row.kind === 'pause' && <Pause label={row.label} place={place} share={share} />}
      {row.kind === 'silence' && <Silence label={row.label} place={place} compact={compact} share={share} />}
    </g>
  );
});

function Pause({ label, place, share }: { readonly label: string; readonly place: RowPlace; readonly share: number }) {
  const { y, from, to } = place;
  return (
    <g opacity={share}>
      <path className={styles.time} d={`M${from - 24} ${y}H${to + 24}`} />
      <text className={classNames(styles.label, styles.centred, styles.over)} x={(from + to) / 2} y={y + 4}>
        {label}
      </text>
    </g>
  );
}

interface SilenceProps {
  readonly label: string;
  readonly place: RowPlace;
  readonly compact: boolean;
  readonly share: number;
}

/** Where a message was lost: refused by nobody, answered by nobody. */
function Silence({ label, place, compact, share }: SilenceProps) {
  const { y, to } = place;
  return (
    <g className={styles.refused} opacity={share}>
      <circle className={styles.backing} cx={to} cy={y} r="12" />
      <Icon name="refused" size={24} x={to - 12} y={y - 12} />
      {!compact && (
        <text className={classNames(styles.status, styles.over, styles.ending)} x={to - 18} y={y + 5}>
          {label}
        </text>
      )}
    </g>
  );
}

/** Leaves quickly and arrives gently. */
function eased(share: number): number {
  return 1 - (1 - share) ** 3;
}
