import { nextMoment } from '#app/sandbox/forecast.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import { Button } from '#ui/kit/Button.tsx';
import { liveWords as words } from '#words/lesson/live.ts';
import { clock } from '#words/time.ts';
import { sandboxWords } from '#ui/words/words.ts';
import styles from './LiveActions.module.css';

const jumps = [60, 10 * 60, 60 * 60] as const;

/** The world's clock: it stands still until it is moved. */
export function ClockForm() {
  const state = useCloud();
  const dispatch = useWorld((store) => store.dispatch);
  const next = nextMoment(state);
  const advance = (seconds: number) => dispatch({ type: 'AdvanceClock', seconds });
  return (
    <>
      <p>{words.clock(clock(state.now))}</p>
      <div className={styles.row}>
        {jumps.map((seconds) => (
          <Button key={seconds} icon="clock" onClick={() => advance(seconds)}>
            {words.advance(seconds)}
          </Button>
        ))}
        {next !== null && (
          <Button icon="next" onClick={() => advance(next.at - state.now)}>
            {sandboxWords.next(next, state.now)}
          </Button>
        )}
      </div>
    </>
  );
}
