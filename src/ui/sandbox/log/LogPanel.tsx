import { useMemo } from 'react';
import { paths } from '#app/paths.ts';
import { logLines } from '#app/sandbox/log.ts';
import type { LogLine, Verdict } from '#app/sandbox/log.ts';
import { namesIn } from '#app/sandbox/names.ts';
import type { Names } from '#app/sandbox/names.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import { Button } from '#ui/kit/Button.tsx';
import { Card } from '#ui/kit/Card.tsx';
import { classNames } from '#ui/kit/class-names.ts';
import { Mark } from '#ui/subject/Mark.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';
import { sandboxFlowWords } from '#words/flow/sandbox-flow.ts';
import { when } from '#words/time.ts';
import { sandboxWords as words } from '#ui/words/words.ts';
import { WayOut } from '../give/RefusalNotice.tsx';
import { SpokenForms } from './SpokenForms.tsx';
import styles from './LogPanel.module.css';

interface LogPanelProps {
  /** Opens the card of a deletion again. */
  readonly onReport: (cursor: number) => void;
}

/** What happened, newest first. A line is also a way back in time. */
export function LogPanel({ onReport }: LogPanelProps) {
  const timeline = useWorld((store) => store.world.timeline);
  const seek = useWorld((store) => store.seek);
  const state = useCloud();
  const names = useMemo(() => namesIn(state), [state]);
  const lines = useMemo(() => logLines(timeline).toReversed(), [timeline]);
  return (
    <Card title={words.log}>
      {lines.length === 0 && <p className={styles.soft}>{words.logEmpty}</p>}
      <ol className={styles.log} reversed>
        {lines.map((line) => (
          <LogRow
            key={line.cursor}
            line={line}
            now={state.now}
            names={names}
            cursor={timeline.cursor}
            onSeek={() => seek(line.cursor)}
            onReport={() => onReport(line.cursor)}
          />
        ))}
      </ol>
    </Card>
  );
}

interface LogRowProps {
  readonly line: LogLine;
  readonly now: number;
  readonly names: Names;
  readonly cursor: number;
  readonly onSeek: () => void;
  readonly onReport: () => void;
}

function LogRow({ line, now, names, cursor, onSeek, onReport }: LogRowProps) {
  const text = words.logLine(line.command, names);
  const isNow = line.cursor === cursor;
  return (
    <li
      className={classNames(styles.line, line.cursor > cursor && styles.undone)}
      aria-current={isNow ? 'step' : undefined}
    >
      <button type="button" className={styles.seek} title={words.seekTo(text)} onClick={onSeek}>
        <span className={styles.time}>{when(line.at, now)}</span>
        <span className={styles.text}>
          {text}
          {line.by !== null && <span className={styles.by}> {words.doneBy(line.by)}</span>}
        </span>
        <VerdictMark verdict={line.verdict} />
      </button>
      {line.verdict.kind === 'answered' && line.verdict.status >= 400 && line.verdict.isManagement && (
        <div className={styles.next}>
          <WayOut refusal={{ ...line.verdict, who: line.by }} isPast={!isNow} />
        </div>
      )}
      {isNow && (
        <div className={styles.next}>
          <SpokenForms cursor={line.cursor} />
        </div>
      )}
      {isNow && line.isRequest && (
        <div className={styles.next}>
          <AppLink to={paths.flow.href({ from: 'sandbox', entry: line.cursor })}>{sandboxFlowWords.open}</AppLink>
        </div>
      )}
      {line.isDeletion && (
        <Button variant="quiet" onClick={onReport}>
          {words.reportOf}
        </Button>
      )}
    </li>
  );
}

function VerdictMark({ verdict }: { verdict: Verdict }) {
  if (verdict.kind === 'done') return null;
  if (verdict.kind === 'failed') {
    return <span className={styles.why}>{words.answer.failures[verdict.reason]}</span>;
  }
  if (verdict.status < 400) return null;
  return (
    <span className={styles.why}>
      <Mark kind="refused" name={verdict.status} /> {verdict.code}
    </span>
  );
}
