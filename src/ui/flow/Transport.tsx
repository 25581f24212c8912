import type { ReactNode } from 'react';
import type { Row } from '#ui/diagram/picture.ts';
import type { Player } from '#ui/diagram/use-player.ts';
import { Button } from '#ui/kit/Button.tsx';
import { IconButton } from '#ui/kit/IconButton.tsx';
import { Toolbar } from '#ui/kit/Toolbar.tsx';
import { playerWords } from '#words/flow/player.ts';
import { Scrubber } from './Scrubber.tsx';
import { SpeedSelect } from './SpeedSelect.tsx';
import styles from './Transport.module.css';

interface TransportProps {
  readonly player: Player;
  readonly rows: readonly Row[];
  /** Without the speed, for a figure among text. */
  readonly compact?: boolean;
  readonly children?: ReactNode;
}

/** The controls of the player. Back stands beside forward, always. */
export function Transport({ player, rows, compact = false, children }: TransportProps) {
  const { step, count, playing } = player;
  return (
    <div className={styles.transport}>
      <Toolbar label={playerWords.controls}>
        <IconButton
          name={playerWords.restart}
          icon="restart"
          aria-disabled={step === 0}
          onClick={() => player.goTo(0)}
        />
        <IconButton name={playerWords.back} icon="back" aria-disabled={step === 0} onClick={player.back} />
        <span className={styles.play}>
          <Button variant="primary" icon={playing ? 'pause' : 'play'} onClick={playing ? player.pause : player.play}>
            {playing ? playerWords.pause : playerWords.play}
          </Button>
        </span>
        <IconButton name={playerWords.next} icon="next" aria-disabled={step >= count} onClick={player.next} />
      </Toolbar>
      <Scrubber player={player} rows={rows} />
      <div className={styles.extras}>
        {!compact && <SpeedSelect speed={player.speed} onChange={player.setSpeed} />}
        {children}
      </div>
    </div>
  );
}
