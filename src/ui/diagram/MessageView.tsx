import { classNames } from '#ui/kit/class-names.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { MessageArrow } from '#ui/subject/MessageArrow.tsx';
import { fit, widthOf } from '#ui/subject/metrics.ts';
import { TokenPill } from '#ui/subject/TokenPill.tsx';
import { Verdict as VerdictShape } from '#ui/subject/Verdict.tsx';
import type { RowPlace } from './layout.ts';
import type { MessageRow, TokenMark, Verdict } from './picture.ts';
import styles from './Sequence.module.css';

interface MessageViewProps {
  readonly row: MessageRow;
  readonly place: RowPlace;
  readonly compact: boolean;
  readonly spelled: boolean;
  /** How much of its way it has made. */
  readonly share: number;
}

/** An arrow as far as it has come, and at its tip what it carries. */
export function MessageView({ row, place, compact, spelled, share }: MessageViewProps) {
  const { line, label, token, verdict } = row;
  const { y, from, to } = place;
  const side = Math.sign(to - from);
  const start = from + side * (verdict === null ? 0 : 13);
  const end = to - side * 2;
  const tip = start + (end - start) * share;
  const span = Math.abs(end - start);
  // On a short way the token comes to lie under the words.
  const lifted = token !== null && span < widthOf(label, 12) + 124;
  const beside = start + side * besideStart(verdict, compact);
  return (
    <>
      {Math.abs(tip - start) > 8 && (
        <MessageArrow from={{ x: start, y }} to={{ x: tip, y }} kind={line === 'solid' ? 'request' : 'response'} />
      )}
      {spelled && (
        <text
          className={classNames(styles.label, styles.over, side < 0 && styles.ending)}
          x={beside}
          y={y - (lifted ? 16 : 8)}
        >
          {fit(label, (Math.abs(end - beside) - 4) * 1.22, 12)}
        </text>
      )}
      {verdict === null ? (
        <circle className={styles.sender} cx={from} cy={y} r="3" />
      ) : (
        <Decision verdict={verdict} x={from} y={y} compact={compact} />
      )}
      {token !== null && <Travelling token={token} tip={tip} side={side} y={y} compact={compact} />}
      {token === null && share < 1 && <circle className={styles.packet} cx={tip} cy={y} r="5" />}
    </>
  );
}

/** In a narrow picture a verdict's status stands where the words would begin. */
function besideStart(verdict: Verdict | null, compact: boolean): number {
  if (verdict === null) return 12;
  return compact ? 36 : 6;
}

interface TravellingProps {
  readonly token: TokenMark;
  readonly tip: number;
  readonly side: number;
  readonly y: number;
  readonly compact: boolean;
}

/** The token rides behind the tip, so that it hides neither the arrow's head nor the line it arrives at. */
function Travelling({ token, tip, side, y, compact }: TravellingProps) {
  const scale = compact ? 0.62 : 1;
  const width = compact ? 46 : 88;
  return (
    <g transform={`translate(${tip - side * ((width / 2) * scale + 14)} ${y}) scale(${scale})`}>
      <TokenPill x={0} y={0} life={token.life} width={width} {...(compact ? { label: '' } : {})} />
    </g>
  );
}

interface DecisionProps {
  readonly verdict: Verdict;
  readonly x: number;
  readonly y: number;
  readonly compact: boolean;
}

/** The verdict stands on the line of whoever decided. */
function Decision({ verdict, x, y, compact }: DecisionProps) {
  const { allowed, status } = verdict;
  if (!compact) return <VerdictShape x={x - 12} y={y - 12} allowed={allowed} status={status} />;
  return (
    <g className={allowed ? styles.allowed : styles.refused}>
      <circle className={styles.backing} cx={x} cy={y} r="10" />
      <Icon name={allowed ? 'allowed' : 'refused'} size={20} x={x - 10} y={y - 10} />
      <text className={classNames(styles.status, styles.over, styles.ending)} x={x - 14} y={y - 6}>
        {status}
      </text>
    </g>
  );
}
