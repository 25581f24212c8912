import { useLayoutEffect, useRef } from 'react';
import { sdkPackageNames } from '#app/sdk/run-program.ts';
import type { Ending } from '#app/sdk/run-program.ts';
import { classNames } from '#ui/kit/class-names.ts';
import { sdkWords as words } from '#words/sdk.ts';
import type { OutputLine, RunState } from './use-sdk-run.ts';
import styles from './Output.module.css';

interface OutputProps {
  readonly lines: readonly OutputLine[];
  readonly state: RunState;
}

/** What the program prints, with what it sends in between, and how it ended. */
export function Output({ lines, state }: OutputProps) {
  const box = useRef<HTMLDivElement>(null);
  const isOver = state.kind === 'over';
  // The newest line is in sight, and after it how the run ended.
  const count = lines.length + (isOver ? 1 : 0);
  useLayoutEffect(() => {
    if (count > 0 && box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [count]);
  return (
    <div
      className={styles.output}
      ref={box}
      role="log"
      aria-label={words.output}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and not for the mouse alone
      tabIndex={0}
    >
      {lines.length === 0 && state.kind === 'idle' && <p className={styles.soft}>{words.empty}</p>}
      {lines.map((line, index) => (
        <LineView key={index} line={line} />
      ))}
      {isOver && <EndingView ending={state.ending} />}
    </div>
  );
}

function LineView({ line }: { readonly line: OutputLine }) {
  switch (line.kind) {
    case 'printed':
      return <pre className={classNames(styles.printed, styles[line.level])}>{line.text}</pre>;
    case 'requested': {
      const { method, url } = line.request;
      const refused = line.status === null || line.status >= 400;
      return (
        <p className={styles.request}>
          <span className={styles.method}>{method}</span> {url}{' '}
          <span className={refused ? styles.refused : styles.answered}>→ {line.status ?? words.unreached}</span>
        </p>
      );
    }
    case 'waited':
      return <p className={styles.soft}>{words.waited(line.seconds)}</p>;
  }
}

function EndingView({ ending }: { readonly ending: Ending }) {
  if (ending.kind !== 'failed') return null;
  const { failure } = ending;
  switch (failure.kind) {
    case 'thrown': {
      const { name, message, code, statusCode } = failure.error;
      const marks = [
        ...(code === null ? [] : [words.code(code)]),
        ...(statusCode === null ? [] : [words.statusCode(statusCode)]),
      ];
      return (
        <div className={styles.failure}>
          <pre className={styles.thrown}>
            <strong>{name}</strong>
            {`: ${message.replaceAll('\r\n', '\n')}`}
          </pre>
          {marks.length > 0 && <p className={styles.marks}>{marks.join(', ')}</p>}
        </div>
      );
    }
    case 'unknownPackage':
      return <p className={styles.failure}>{words.unknownPackage(failure.name, sdkPackageNames)}</p>;
    case 'notLoaded':
      return (
        <div className={styles.failure}>
          <p className={styles.plain}>{words.notLoaded}</p>
          {failure.message !== '' && <p className={styles.marks}>{failure.message}</p>}
        </div>
      );
    case 'stuck':
      return <p className={styles.failure}>{words.stuck}</p>;
  }
}
