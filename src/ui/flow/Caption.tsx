import { memo } from 'react';
import type { FlowScene } from '#app/flow/scene.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { flowWords } from '#ui/words/words.ts';
import { captionOf } from './caption.ts';
import styles from './Caption.module.css';

interface CaptionProps {
  readonly scene: FlowScene;
  readonly step: number;
  /** With the number of the step and the world's time; off where they stand elsewhere. */
  readonly counted?: boolean;
}

/** What happens in the step and why. */
export const Caption = memo(function Caption({ scene, step, counted = true }: CaptionProps) {
  const { title, text } = captionOf(scene, step);
  return (
    <div className={styles.caption}>
      {counted && <StepCount scene={scene} step={step} />}
      <p className={styles.title}>{title}</p>
      <p className={styles.text}>{text}</p>
    </div>
  );
});

/** Which step it is, and what the world's clock says. */
export function StepCount({ scene, step }: Omit<CaptionProps, 'counted'>) {
  const { at } = captionOf(scene, step);
  return (
    <p className={styles.count}>
      <span>{flowWords.stepOf(step, scene.steps.length)}</span>
      <time className={styles.clock} dateTime={new Date(at * 1000).toISOString()} title={flowWords.clock(at)}>
        <Icon name="clock" />
        {flowWords.time(at)}
      </time>
    </p>
  );
}
