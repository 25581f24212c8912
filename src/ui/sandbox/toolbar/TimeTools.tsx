import { nextMoment } from '#app/sandbox/forecast.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import { Button } from '#ui/kit/Button.tsx';
import { Icon } from '#ui/kit/Icon.tsx';
import { dayAndClock } from '#words/time.ts';
import { sandboxWords as words } from '#ui/words/words.ts';
import styles from './SandboxToolbar.module.css';

const minute = 60;
const jumps = [minute, 10 * minute, 60 * minute, 24 * 60 * minute, 30 * 24 * 60 * minute];

/** The world's own clock: it stands still until it is moved, and what is due happens on the way. */
export function TimeTools() {
  const state = useCloud();
  const dispatch = useWorld((store) => store.dispatch);
  const next = nextMoment(state);
  const advance = (seconds: number) => dispatch({ type: 'AdvanceClock', seconds });
  return (
    <div className={styles.tools} role="group" aria-label={words.clock}>
      <div className={styles.moment}>
        <time className={styles.clock} dateTime={new Date(state.now * 1000).toISOString()}>
          <Icon name="clock" />
          {dayAndClock(state.now)}
        </time>
        {next !== null && (
          <Button
            variant="quiet"
            icon="next"
            title={`${words.nextHint} (${words.next(next, state.now)})`}
            onClick={() => advance(next.at - state.now)}
          >
            <span className={styles.due}>{words.next(next, state.now)}</span>
          </Button>
        )}
      </div>
      <span className={styles.jumps}>
        {jumps.map((seconds) => (
          <Button key={seconds} variant="quiet" title={words.advanceName(seconds)} onClick={() => advance(seconds)}>
            {words.advance(seconds)}
          </Button>
        ))}
      </span>
    </div>
  );
}
