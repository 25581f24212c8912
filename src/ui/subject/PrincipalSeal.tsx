import { classNames } from '#ui/kit/class-names.ts';
import { subjectWords } from '#ui/words/words.ts';
import { sealGlyph, type SealHue } from './glyphs.ts';
import { fit } from './metrics.ts';
import styles from './shapes.module.css';

export interface PrincipalSealProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly name: string;
  /** Whose principal it is; gives the hue and the glyph inside. */
  readonly of: SealHue;
  /** Set for a deleted principal: hollow and grey, with this note, such as its purge date. */
  readonly deleted?: string;
}

/** A service principal: a round seal with its name at the right; `sealHeight` high. */
export function PrincipalSeal({ x, y, width, name, of, deleted }: PrincipalSealProps) {
  const gone = deleted !== undefined;
  return (
    <g className={classNames(styles.shape, gone ? styles.ghost : styles[of])} transform={`translate(${x} ${y})`}>
      <title>{name}</title>
      {!gone && <circle className={styles.milled} cx="26" cy="26" r="22.5" />}
      <circle className={classNames(styles.fill, styles.edge)} cx="26" cy="26" r="20" />
      <path className={gone ? styles.edge : styles.solid} transform="translate(26 26)" d={sealGlyph[of]} />
      <text className={styles.name} x="60" y="23">
        {fit(name, width - 62, 14)}
      </text>
      <text className={styles.note} x="60" y="40">
        {deleted ?? subjectWords.sealNote[of]}
      </text>
    </g>
  );
}
