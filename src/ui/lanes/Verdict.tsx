import type { LanePlan } from '#app/lanes/lane-plan.ts';
import { laneWords } from '#words/lanes.ts';
import styles from './LanesStage.module.css';

/** What speaks for each design after all that happened, from the counters. */
export function Verdict({ plan }: { readonly plan: LanePlan }) {
  return (
    <section className={styles.verdict} aria-label={laneWords.verdictTitle}>
      <p className={styles.verdictTitle}>{laneWords.verdictTitle}</p>
      {laneWords.verdict(plan.reasons).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
}
