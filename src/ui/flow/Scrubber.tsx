import { useRef } from 'react';
import type { CSSProperties, KeyboardEvent } from 'react';
import type { Row } from '#ui/diagram/picture.ts';
import type { Player } from '#ui/diagram/use-player.ts';
import { useHydrated } from '#ui/kit/use-hydrated.ts';
import { playerWords } from '#words/flow/player.ts';
import styles from './Scrubber.module.css';

interface ScrubberProps {
  readonly player: Player;
  readonly rows: readonly Row[];
}

/** The whole flow as a line: dragged by hand between steps too, by keys from step to step. */
export function Scrubber({ player, rows }: ScrubberProps) {
  const { position, step, count } = player;
  const held = useRef(false);
  const hydrated = useHydrated();

  function onKeyDown(event: KeyboardEvent): void {
    const act = actionOf(event.key, player);
    if (act === null) return;
    event.preventDefault();
    act();
  }

  function release(): void {
    held.current = false;
    player.settle();
  }

  return (
    <div
      className={styles.scrubber}
      style={hydrated ? ({ '--share': count === 0 ? 0 : position / count } as CSSProperties) : undefined}
    >
      <input
        type="range"
        className={styles.range}
        aria-label={playerWords.position}
        aria-valuetext={`${playerWords.stepOf(step, count)}. ${rows[step - 1]?.title ?? playerWords.openingTitle}`}
        min={0}
        max={count}
        step="any"
        value={position}
        onKeyDown={onKeyDown}
        onPointerDown={() => {
          held.current = true;
        }}
        onPointerUp={release}
        onPointerCancel={release}
        onChange={(event) => {
          player.scrub(event.target.valueAsNumber);
          // Set by something other than a hand, it does not rest between steps.
          if (!held.current) player.settle();
        }}
      />
      <span className={styles.ticks} aria-hidden="true">
        {Array.from({ length: count + 1 }, (_, index) => (
          <span key={index} className={index <= position ? styles.passed : styles.tick} />
        ))}
      </span>
    </div>
  );
}

function actionOf(key: string, player: Player): (() => void) | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
    case 'PageUp':
      return player.next;
    case 'ArrowLeft':
    case 'ArrowDown':
    case 'PageDown':
      return player.back;
    case 'Home':
      return () => player.goTo(0);
    case 'End':
      return () => player.goTo(player.count);
    default:
      return null;
  }
}
