import { classNames } from '#ui/kit/class-names.ts';
import { subjectWords } from '#ui/words/words.ts';
import { fit, tokenHeight, widthOf } from './metrics.ts';
import styles from './shapes.module.css';

export interface TokenPillProps {
  /** Centre of the pill within the parent `<svg>`. */
  readonly x: number;
  readonly y: number;
  /** Remaining life from 1 to 0; at 0 the pill is hollow. */
  readonly life?: number;
  readonly label?: string;
  /** Width; left out, as wide as the label needs. */
  readonly width?: number;
}

const notch = 4;
const notchAt = 27;
const ring = 2 * Math.PI * 6;

/** A token: an amber pill, notched like a ticket; the ring is what remains of its life. */
export function TokenPill({ x, y, life = 1, label = subjectWords.kinds.token, width }: TokenPillProps) {
  const wide = width ?? Math.ceil(widthOf(label, 12) + notchAt + 22);
  const spent = life <= 0;
  return (
    <g
      className={classNames(styles.token, spent && styles.spent)}
      transform={`translate(${x - wide / 2} ${y - tokenHeight / 2})`}
    >
      <path className={styles.body} d={outline(wide)} />
      <circle className={styles.track} cx="14" cy="13" r="6" />
      {!spent && (
        <circle
          className={styles.life}
          cx="14"
          cy="13"
          r="6"
          strokeDasharray={`${(Math.min(life, 1) * ring).toFixed(2)} ${ring.toFixed(2)}`}
          transform="rotate(-90 14 13)"
        />
      )}
      <text className={styles.label} x={notchAt + 8} y="17">
        {width === undefined ? label : fit(label, wide - notchAt - 14, 12)}
      </text>
    </g>
  );
}

function outline(width: number): string {
  const h = tokenHeight;
  const r = h / 2;
  return [
    `M${r} 0H${notchAt - notch}a${notch} ${notch} 0 0 0 ${notch * 2} 0H${width - r}`,
    `a${r} ${r} 0 0 1 0 ${h}H${notchAt + notch}a${notch} ${notch} 0 0 0 ${-notch * 2} 0H${r}`,
    `a${r} ${r} 0 0 1 0 ${-h}Z`,
  ].join('');
}
