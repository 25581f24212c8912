import type { Ending } from '#app/sdk/run-program.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import type { IconName } from '#ui/kit/icon-paths.ts';
import { sdkWords as words } from '#words/sdk.ts';
import type { RunState } from './use-sdk-run.ts';
import styles from './SdkPanel.module.css';

/** Where the run is, in one line that is read out when it changes. */
export function RunStatus({ state, place }: { readonly state: RunState; readonly place: string }) {
  const { text, icon } = told(state, place);
  return (
    <p className={styles.status} role="status">
      {icon !== null && <Icon name={icon} />}
      <span>{text}</span>
    </p>
  );
}

function told(state: RunState, place: string): { readonly text: string; readonly icon: IconName | null } {
  switch (state.kind) {
    case 'idle':
      return { text: '', icon: null };
    case 'loading':
      return { text: words.loading(state.packages), icon: 'clock' };
    case 'running':
      return { text: words.running(place), icon: 'clock' };
    case 'over':
      return { text: endingText(state.ending), icon: state.ending.kind === 'finished' ? 'check' : 'warning' };
  }
}

function endingText(ending: Ending): string {
  switch (ending.kind) {
    case 'finished':
      return words.finished;
    case 'stopped':
      return words.stopped;
    case 'tooLong':
      return words.tooLong(ending.seconds);
    case 'tooManyRequests':
      return words.tooManyRequests(ending.requests);
    case 'waitedTooLong':
      return words.waitedTooLong(ending.minutes);
    case 'failed': {
      const line = failedLine(ending);
      return line === null ? words.failed : words.failedAt(line);
    }
  }
}

/** The line in which a run failed, where that is known. */
export function failedLine(ending: Ending): number | null {
  if (ending.kind !== 'failed') return null;
  const { failure } = ending;
  if (failure.kind === 'thrown') return failure.error.line;
  return failure.kind === 'unknownPackage' ? failure.line : null;
}
