import { useMemo, useState } from 'react';
import { lifeRows, livesOfIdentities, type Life, type LifeRow, type LifeStep } from '#app/lesson/figures/lives.ts';
import { useAnnounce } from '#ui/kit/announce.ts';
import { Button } from '#ui/kit/Button.tsx';
import { classNames } from '#ui/kit/class-names.ts';
import { Plate } from '#ui/kit/Plate.tsx';
import { VisuallyHidden } from '#ui/kit/VisuallyHidden.tsx';
import type { MarkKind } from '#ui/subject/kinds.ts';
import { Mark } from '#ui/subject/Mark.tsx';
import { figureWords } from '#words/lesson/figures.ts';
import styles from './Lifecycles.module.css';

const words = figureWords.lives;
const kinds: Readonly<Record<LifeRow, MarkKind>> = {
  host: 'virtualMachine',
  systemPrincipal: 'systemPrincipal',
  systemRole: 'role',
  identity: 'userAssignedIdentity',
  userPrincipal: 'userPrincipal',
  userRole: 'role',
};

/** Lines of life, step by step: what is part of a host goes with it, what stands by itself stays. */
export function Lifecycles() {
  const steps = useMemo(() => livesOfIdentities(), []);
  const [shown, setShown] = useState(1);
  const announce = useAnnounce();
  const current = steps[shown - 1];

  function go(to: number): void {
    const step = steps[to - 1];
    if (step === undefined) return;
    setShown(to);
    announce(`${words.steps[step.act]}. ${words.tells[step.act]}`);
  }

  return (
    <Plate
      title={words.caption}
      foot={
        <div className={styles.foot}>
          <p className={styles.tells}>
            <strong>{current !== undefined && words.steps[current.act]}.</strong>{' '}
            {current !== undefined && words.tells[current.act]}
          </p>
          <div className={styles.tools}>
            <Button icon="back" aria-disabled={shown === 1} onClick={() => go(shown - 1)}>
              {words.back}
            </Button>
            <span className={styles.count}>{words.stepOf(shown, steps.length)}</span>
            <Button variant="primary" icon="next" aria-disabled={shown === steps.length} onClick={() => go(shown + 1)}>
              {words.next}
            </Button>
          </div>
        </div>
      }
    >
      <div className={styles.room}>
        <table className={styles.lives}>
          <thead>
            <tr>
              <th scope="col">
                <VisuallyHidden>{words.thing}</VisuallyHidden>
              </th>
              {steps.map(({ act }, index) => (
                <th
                  key={act}
                  scope="col"
                  className={classNames(
                    styles.act,
                    index >= shown && styles.ahead,
                    index + 1 !== shown && styles.other,
                  )}
                  aria-current={index + 1 === shown ? 'step' : undefined}
                >
                  {words.steps[act]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lifeRows.map((row) => (
              <Row key={row} row={row} steps={steps} shown={shown} />
            ))}
          </tbody>
        </table>
      </div>
    </Plate>
  );
}

interface RowProps {
  readonly row: LifeRow;
  readonly steps: readonly LifeStep[];
  readonly shown: number;
}

function Row({ row, steps, shown }: RowProps) {
  return (
    <tr className={row === 'identity' ? styles.group : undefined}>
      <th scope="row" className={styles.thing}>
        <Mark kind={kinds[row]} name={words.rows[row]} />
      </th>
      {steps.map(({ act, lives }, index) => (
        <td key={act} className={index + 1 === shown ? undefined : styles.other}>
          {index < shown && <Bar row={row} life={lives[row]} />}
        </td>
      ))}
    </tr>
  );
}

function Bar({ row, life }: { readonly row: LifeRow; readonly life: Life }) {
  return (
    <span className={classNames(styles.bar, styles[life], styles[row])}>
      <span className={styles.word}>{words.life[life]}</span>
    </span>
  );
}
