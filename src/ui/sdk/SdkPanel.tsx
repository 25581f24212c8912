import { useState } from 'react';
import { programIds } from '#app/sdk/programs.ts';
import type { ProgramId } from '#app/sdk/programs.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { Button } from '#ui/kit/Button.tsx';
import { IconButton } from '#ui/kit/IconButton.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { classNames } from '#ui/kit/class-names.ts';
import { sdkWords as words } from '#words/sdk.ts';
import { Editor } from './Editor.tsx';
import { Messages } from './Messages.tsx';
import { Output } from './Output.tsx';
import { failedLine, RunStatus } from './RunStatus.tsx';
import { useProgram } from './use-program.ts';
import { useSdkRun } from './use-sdk-run.ts';
import type { RunState } from './use-sdk-run.ts';
import styles from './SdkPanel.module.css';

interface SdkPanelProps {
  /** Where the program runs at first; without it the first host of the world. */
  readonly from?: Origin;
  /** Where it opens and closes; without it the panel is a part of the page. */
  readonly onClose?: () => void;
}

/** A program with the official SDK, to be changed and run in this world. */
export function SdkPanel({ from, onClose }: SdkPanelProps) {
  const program = useProgram(from);
  const { state, lines, start, stop } = useSdkRun();
  /** The text that ran last: its lines are those that the run speaks of. */
  const [ran, setRan] = useState('');
  const name = program.place.name ?? words.laptop;

  function run(): void {
    setRan(program.text);
    start(program.text, program.place.origin);
  }

  return (
    <section className={classNames(styles.panel, onClose !== undefined && styles.docked)} aria-label={words.title}>
      <header className={styles.head}>
        <h2 className={styles.title}>{words.title}</h2>
        <p className={styles.intro}>{words.intro}</p>
        {onClose !== undefined && <IconButton icon="close" name={words.close} onClick={onClose} />}
      </header>
      <div className={styles.body}>
        <div className={styles.writing}>
          <Choices program={program} />
          <p className={styles.hint}>{words.programs[program.id].hint}</p>
          <Editor
            text={program.text}
            onChange={program.write}
            onRun={run}
            errorLine={ran === program.text ? lineOf(state) : null}
          />
        </div>
        <div className={styles.running}>
          <div className={styles.tools}>
            <RunButton state={state} onRun={run} onStop={stop} />
            <Button variant="quiet" icon="restart" disabled={!program.isWritten} onClick={program.reset}>
              {words.reset}
            </Button>
            <RunStatus state={state} place={name} />
          </div>
          <Output lines={lines} state={state} />
          {state.kind === 'over' && state.scene !== null && <Messages scene={state.scene} />}
        </div>
      </div>
    </section>
  );
}

function Choices({ program }: { readonly program: ReturnType<typeof useProgram> }) {
  return (
    <div className={styles.fields}>
      <SelectField
        label={words.program}
        value={program.id}
        onChange={(id) => program.choose(id as ProgramId)}
        options={programIds.map((id) => ({ value: id, label: words.programs[id].title }))}
      />
      <SelectField
        label={words.place}
        value={program.place.key}
        onChange={program.moveTo}
        options={program.places.map(({ key, name }) => ({ value: key, label: name ?? words.laptop }))}
      />
    </div>
  );
}

interface RunButtonProps {
  readonly state: RunState;
  readonly onRun: () => void;
  readonly onStop: () => void;
}

/** One button in one place, so that the focus stays with it. */
function RunButton({ state, onRun, onStop }: RunButtonProps) {
  const isGoing = state.kind === 'loading' || state.kind === 'running';
  return (
    <Button
      variant={isGoing ? 'secondary' : 'primary'}
      icon={isGoing ? 'close' : 'play'}
      onClick={isGoing ? onStop : onRun}
    >
      {isGoing ? words.stop : words.run}
    </Button>
  );
}

function lineOf(state: RunState): number | null {
  return state.kind === 'over' ? failedLine(state.ending) : null;
}
