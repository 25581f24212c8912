import { useMemo, useState } from 'react';
import { Sequence } from '#ui/diagram/Sequence.tsx';
import { StepList } from '#ui/diagram/StepList.tsx';
import { IconButton } from '#ui/kit/IconButton.tsx';
import { flowWords } from '#ui/words/words.ts';
import { Caption, StepCount } from './Caption.tsx';
import { StepPanel } from './StepPanel.tsx';
import type { Performance } from './performance.ts';
import { TheatreTools } from './TheatreTools.tsx';
import { Transport } from './Transport.tsx';
import styles from './PresentTheatre.module.css';

/** The theatre for a projector: the picture as large as the window lets it be, and beside it, when asked for, what is behind the step. */
export function PresentTheatre({ scene, plan, player, fresh, showKeys, readAloud }: Performance) {
  const [open, setOpen] = useState(false);
  const { rows } = plan.picture;
  const { step, goTo } = player;
  const steps = useMemo(
    () => [
      {
        id: 'steps',
        label: flowWords.steps,
        panel: <StepList rows={rows} step={step} onSelect={goTo} />,
      },
    ],
    [rows, step, goTo],
  );
  return (
    <div className={open ? styles.shared : styles.alone}>
      <div className={styles.picture}>
        <Sequence plan={plan} position={player.position} fresh={fresh} height="element" />
      </div>
      <Caption scene={scene} step={step} counted={false} />
      <div className={styles.controls}>
        <StepCount scene={scene} step={step} />
        <Transport player={player} rows={rows}>
          <TheatreTools player={player} readAloud={readAloud} />
          <IconButton
            name={open ? flowWords.hideDetails : flowWords.showDetails}
            icon="list"
            aria-pressed={open}
            onClick={() => setOpen(!open)}
          />
          <IconButton name={flowWords.keysButton} icon="question" onClick={showKeys} />
        </Transport>
      </div>
      {open && (
        <section className={styles.panel} aria-label={flowWords.details}>
          <StepPanel scene={scene} step={step} before={steps} />
        </section>
      )}
    </div>
  );
}
