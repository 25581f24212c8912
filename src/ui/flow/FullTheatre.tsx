import { useId } from 'react';
import { Sequence } from '#ui/diagram/Sequence.tsx';
import { StepList } from '#ui/diagram/StepList.tsx';
import { IconButton } from '#ui/kit/IconButton.tsx';
import { flowWords } from '#ui/words/words.ts';
import { Caption } from './Caption.tsx';
import { ExportMenu } from './export/ExportMenu.tsx';
import { StepPanel } from './StepPanel.tsx';
import type { Performance } from './performance.ts';
import { TheatreTools } from './TheatreTools.tsx';
import { Transport } from './Transport.tsx';
import styles from './Theatre.module.css';

/** What stands above and below the picture, so that the controls are in sight without scrolling. */
const aroundPicture = { windowLess: 424 };

/** The theatre in the page: the picture, what happens and why, the controls, the steps, and what is behind each. */
export function FullTheatre({ id, scene, plan, player, fresh, showKeys, readAloud }: Performance) {
  const heading = useId();
  const { rows } = plan.picture;
  return (
    <div className={styles.theatre}>
      <div className={styles.stage}>
        <div className={styles.picture}>
          <Sequence plan={plan} position={player.position} fresh={fresh} height={aroundPicture} />
        </div>
        <div className={styles.foot}>
          <div className={styles.words}>
            <Caption scene={scene} step={player.step} />
            <Transport player={player} rows={rows}>
              <TheatreTools player={player} readAloud={readAloud} />
              <IconButton name={flowWords.keysButton} icon="question" onClick={showKeys} />
            </Transport>
          </div>
        </div>
      </div>
      <section className={styles.steps} aria-labelledby={heading}>
        <header className={styles.head}>
          <h2 className={styles.title} id={heading}>
            {flowWords.steps}
          </h2>
          <ExportMenu id={id} plan={plan} />
        </header>
        <StepList rows={rows} step={player.step} onSelect={player.goTo} />
      </section>
      <section className={styles.panel} aria-label={flowWords.details}>
        <StepPanel scene={scene} step={player.step} />
      </section>
    </div>
  );
}
