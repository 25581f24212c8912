import { laneKinds } from '#app/lanes/lane.ts';
import type { ShownCounter } from '#app/lanes/counters.ts';
import type { LaneView, PlannedMoment } from '#app/lanes/lane-plan.ts';
import { classNames } from '#ui/kit/class-names.ts';
import { laneWords } from '#words/lanes.ts';
import styles from './CounterTable.module.css';

interface CounterTableProps {
  readonly shown: readonly ShownCounter[];
  readonly moment: PlannedMoment;
}

/** What is counted in both lanes, and what this moment changed of it. */
export function CounterTable({ shown, moment }: CounterTableProps) {
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{laneWords.table}</caption>
      <thead>
        <tr>
          <th scope="col">{laneWords.counter}</th>
          {laneKinds.map((kind) => (
            <th key={kind} scope="col" className={classNames(styles.lane, styles[kind])}>
              {laneWords.lanes[kind]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((counter) => (
          <tr key={counter}>
            <th scope="row" className={styles.counter}>
              {laneWords.counters[counter].label}
              <span className={styles.hint}>{laneWords.counters[counter].hint}</span>
            </th>
            {laneKinds.map((kind) => (
              <Count key={kind} counter={counter} view={moment.lanes[kind]} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Count({ counter, view }: { readonly counter: ShownCounter; readonly view: LaneView }) {
  const change = view.changed.find((each) => each.counter === counter);
  return (
    <td className={classNames(styles.count, change !== undefined && styles.changed)}>
      {laneWords.value(counter, view.counters[counter])}
      {change !== undefined && <span className={styles.was}>{laneWords.was(counter, change.from)}</span>}
    </td>
  );
}
