import { lazy, Suspense } from 'react';
import { namesIn } from '#app/sandbox/names.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import type { Command } from '#domain/cloud/command.ts';
import { useAnnounce } from '#ui/kit/announce.ts';
import { Button } from '#ui/kit/Button.tsx';
import { classNames } from '#ui/kit/class-names.ts';
import { liveWords as words } from '#words/lesson/live.ts';
import { sandboxWords } from '#ui/words/words.ts';
import styles from './Solution.module.css';

/** The command line is a language of its own, for worlds that offer it. */
const StepLine = lazy(async () => ({ default: (await import('./StepLine.tsx')).StepLine }));

interface SolutionProps {
  readonly commands: readonly Command[];
  readonly startCursor: number;
  /** Shows what to type for each step, up to the next one. */
  readonly typed: boolean;
  readonly onStop: () => void;
}

/** The solution as steps, each played in the world when it is wanted. */
export function Solution({ commands, startCursor, typed, onStop }: SolutionProps) {
  const done = useWorld((store) => store.world.timeline.cursor) - startCursor;
  const dispatch = useWorld((store) => store.dispatch);
  const names = namesIn(useCloud());
  const announce = useAnnounce();
  const next = commands[done];

  function play(): void {
    if (next === undefined) return;
    dispatch(next);
    announce(words.solution(done + 1, commands.length));
  }

  return (
    <div className={styles.solution}>
      <h4 className={styles.title}>{words.solution(done, commands.length)}</h4>
      <ol className={styles.steps}>
        {commands.map((command, index) => (
          <li
            key={index}
            className={classNames(styles.step, index >= done && styles.ahead)}
            aria-current={index + 1 === done ? 'step' : undefined}
          >
            <span>{sandboxWords.logLine(command, names)}</span>
            {typed && index <= done && (
              <Suspense fallback={null}>
                <StepLine command={command} cursor={startCursor + index} />
              </Suspense>
            )}
          </li>
        ))}
      </ol>
      <div className={styles.row}>
        <Button variant="primary" icon="next" aria-disabled={next === undefined} onClick={play}>
          {words.nextStep}
        </Button>
        <Button onClick={onStop}>{words.stopSolution}</Button>
      </div>
    </div>
  );
}
