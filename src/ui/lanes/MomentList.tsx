import { laneKinds } from '#app/lanes/lane.ts';
import type { LanePlan } from '#app/lanes/lane-plan.ts';
import { classNames } from '#ui/kit/class-names.ts';
import { laneWords } from '#words/lanes.ts';
import styles from './MomentList.module.css';

interface MomentListProps {
  readonly plan: LanePlan;
  readonly step: number;
  readonly onSelect: (step: number) => void;
}

/** The moments as a list: the twin of the picture, with what each changes in both lanes. */
export function MomentList({ plan, step, onSelect }: MomentListProps) {
  return (
    <ol className={styles.list} start={0}>
      {plan.moments.map(({ id, lanes }, index) => (
        <li key={index}>
          <button
            type="button"
            className={classNames(styles.step, index > step && styles.ahead)}
            aria-current={index === step ? 'step' : undefined}
            onClick={() => onSelect(index)}
          >
            <span className={styles.number} aria-hidden="true">
              {index}
            </span>
            <span>{laneWords.moments[id].title}</span>
          </button>
          {index > 0 && (
            <ul className={styles.changes}>
              {laneKinds.map((kind) => (
                <li key={kind}>{laneWords.laneChanges(kind, lanes[kind].changed)}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
