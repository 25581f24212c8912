import { useMemo, useState } from 'react';
import { paths } from '#app/paths.ts';
import { logLines } from '#app/sandbox/log.ts';
import type { LogLine, Verdict } from '#app/sandbox/log.ts';
import { isMachineTime } from '#app/shared-world/machine-time.ts';
import { namesIn } from '#app/sandbox/names.ts';
import type { Names } from '#app/sandbox/names.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import type { Entry, Timeline } from '#domain/timeline/timeline.ts';
import { Button } from '#ui/kit/Button.tsx';
import { Card } from '#ui/kit/Card.tsx';
import { classNames } from '#ui/kit/class-names.ts';
import { Mark } from '#ui/subject/Mark.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';
import { sandboxFlowWords } from '#words/flow/sandbox-flow.ts';
import { sharedWorldWords } from '#words/shared-world.ts';
import { when } from '#words/time.ts';
import { sandboxWords as words } from '#ui/words/words.ts';
import { WayOut } from '../give/RefusalNotice.tsx';
import { SpokenForms } from './SpokenForms.tsx';
import styles from './LogPanel.module.css';

interface LogPanelProps {
  /** Opens the card of a deletion again. */
  readonly onReport: (cursor: number) => void;
}

/** What happened, newest first. A line is also a way back in time, or, where there is none, to what was sent. */
export function LogPanel({ onReport }: LogPanelProps) {
  const timeline = useWorld((store) => store.world.timeline);
  const seek = useWorld((store) => store.seek);
  const travels = useWorld((store) => store.travels);
  const [picked, setPicked] = useState<Entry | null>(null);
  const state = useCloud();
  const names = useMemo(() => namesIn(state), [state]);
  const lines = useMemo(() => linesOf(timeline), [timeline]);
  const place = travels || picked === null ? -1 : timeline.entries.lastIndexOf(picked);
  const cursor = place === -1 ? timeline.cursor : place + 1;
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
            end={timeline.cursor}
            cursor={cursor}
            hint={travels ? words.seekTo : sharedWorldWords.moreOf}
            onChoose={() => (travels ? seek(line.cursor) : setPicked(timeline.entries[line.cursor - 1] ?? null))}
            onReport={() => onReport(line.cursor)}
          />
        ))}
      </ol>
    </Card>
  );
}

/** The newest first. Time that went on by itself is seen in the lines around it. */
function linesOf(timeline: Timeline): readonly LogLine[] {
  return logLines(timeline)
    .filter(({ cursor }) => {
      const entry = timeline.entries[cursor - 1];
      return entry !== undefined && !isMachineTime(entry);
    })
    .toReversed();
}

interface LogRowProps {
  readonly line: LogLine;
  readonly now: number;
  readonly names: Names;
  /** Where the world stands: later lines are undone. */
  readonly end: number;
  /** The line that is looked at. */
  readonly cursor: number;
  readonly hint: (line: string) => string;
  readonly onChoose: () => void;
  readonly onReport: () => void;
}

function LogRow({ line, now, names, end, cursor, hint, onChoose, onReport }: LogRowProps) {
  const text = words.logLine(line.command, names);
  const isNow = line.cursor === cursor;
  return (
    <li
      className={classNames(styles.line, line.cursor > end && styles.undone)}
      aria-current={isNow ? 'step' : undefined}
    >
      <button type="button" className={styles.seek} title={hint(text)} onClick={onChoose}>
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
