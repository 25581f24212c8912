import { memo } from 'react';
import { classNames } from '#ui/kit/class-names.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { VisuallyHidden } from '#ui/kit/VisuallyHidden.tsx';
import { Glyph } from '#ui/subject/Glyph.tsx';
import { diagramWords } from '#ui/words/words.ts';
import type { Row } from './picture.ts';
import styles from './StepList.module.css';

export interface StepListProps {
  readonly rows: readonly Row[];
  /** The step that is shown, from 1; 0 before the first. Left out for a list that only reads. */
  readonly step?: number;
  readonly onSelect?: (step: number) => void;
}

/** The steps of a picture as a list: its twin for ears, for narrow screens and for who asks for no motion. */
export const StepList = memo(function StepList({ rows, step, onSelect }: StepListProps) {
  return (
    <ol className={styles.list}>
      {rows.map((row, index) => (
        <li key={index} className={styles.item}>
          {onSelect === undefined ? (
            <span className={styles.step}>
              <StepText row={row} number={index + 1} />
            </span>
          ) : (
            <button
              type="button"
              className={classNames(styles.step, styles.button, step !== undefined && index >= step && styles.ahead)}
              aria-current={step === index + 1 ? 'step' : undefined}
              onClick={() => onSelect(index + 1)}
            >
              <StepText row={row} number={index + 1} />
            </button>
          )}
        </li>
      ))}
    </ol>
  );
});

function StepText({ row, number }: { readonly row: Row; readonly number: number }) {
  const verdict = row.kind === 'pause' ? null : row.verdict;
  return (
    <>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <span>{row.title}</span>
      <span className={styles.marks}>
        {row.kind === 'pause' && <Icon name="clock" />}
        {row.kind === 'message' && row.token !== null && (
          <span className={styles.token}>
            <Glyph kind="token" />
            <VisuallyHidden>, {diagramWords.carriesToken}</VisuallyHidden>
          </span>
        )}
        {verdict !== null && (
          <span className={verdict.allowed ? styles.allowed : styles.refused}>
            <Icon name={verdict.allowed ? 'allowed' : 'refused'} />
          </span>
        )}
      </span>
    </>
  );
}
