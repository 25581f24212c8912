import { speeds, type Speed } from '#ui/diagram/player.ts';
import { playerWords } from '#words/flow/player.ts';
import styles from './SpeedSelect.module.css';

interface SpeedSelectProps {
  readonly speed: Speed;
  readonly onChange: (speed: Speed) => void;
}

/** How fast it plays: a native list, small. */
export function SpeedSelect({ speed, onChange }: SpeedSelectProps) {
  return (
    <select
      className={styles.speed}
      aria-label={playerWords.speed}
      title={playerWords.speed}
      value={speed}
      onChange={(event) => {
        const chosen = speeds.find((candidate) => String(candidate) === event.target.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {speeds.map((candidate) => (
        <option key={candidate} value={candidate}>
          {playerWords.speedOf(candidate)}
        </option>
      ))}
    </select>
  );
}
