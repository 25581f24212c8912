import { useEffect, useLayoutEffect, useRef } from 'react';
import { placeOf } from '#app/sandbox/terminal.ts';
import { useWorld } from '#app/world/WorldProvider.tsx';
import { Button } from '#ui/kit/Button.tsx';
import { CopyButton } from '#ui/kit/CopyButton.tsx';
import { IconButton } from '#ui/kit/IconButton.tsx';
import { classNames } from '#ui/kit/class-names.ts';
import { IdText } from '#ui/lens/Id.tsx';
import { terminalWords as words } from '#words/sandbox/terminal.ts';
import { CommandLine } from './CommandLine.tsx';
import { useTerminal } from './use-terminal.ts';
import type { Printout } from './use-terminal.ts';
import styles from './Terminal.module.css';

interface TerminalProps {
  /** Where it opens and closes; without it the terminal is a part of the page and does not take the focus. */
  readonly onClose?: () => void;
}

/** The command line of this world: what it does is done in the same world, and the picture moves. */
export function Terminal({ onClose }: TerminalProps) {
  const actor = useWorld((store) => store.actor);
  const { printouts, session, run, clear } = useTerminal();
  const output = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLInputElement>(null);
  const prompt = words.prompt(actor.displayName.toLowerCase().replaceAll(' ', '.'), placeOf(session) ?? words.laptop);

  // The newest line is in sight.
  const count = printouts.at(-1)?.turn;
  useLayoutEffect(() => {
    if (count !== undefined && output.current !== null) output.current.scrollTop = output.current.scrollHeight;
  }, [count]);

  const opens = onClose !== undefined;
  useEffect(() => {
    if (opens) line.current?.focus();
  }, [opens]);

  return (
    <section className={styles.terminal} aria-label={words.title}>
      <header className={styles.head}>
        <h2 className={styles.title}>{words.title}</h2>
        <div className={styles.tools}>
          <Button variant="quiet" onClick={clear}>
            {words.clear}
          </Button>
          <CopyButton text={textOf(printouts)} label={words.copyAll} />
          {onClose !== undefined && <IconButton icon="close" name={words.close} onClick={onClose} />}
        </div>
      </header>
      <div
        className={styles.output}
        ref={output}
        role="log"
        aria-label={words.output}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and not for the mouse alone
        tabIndex={0}
      >
        <p className={styles.welcome}>{words.welcome}</p>
        {printouts.map((printout) => (
          <PrintoutView key={printout.turn} printout={printout} />
        ))}
      </div>
      <CommandLine
        ref={line}
        prompt={prompt}
        onRun={(text) => void run(text, prompt)}
        onClear={clear}
        {...(onClose === undefined ? {} : { onLeave: onClose })}
      />
    </section>
  );
}

function PrintoutView({ printout: { prompt, line, text, isError } }: { printout: Printout }) {
  return (
    <div className={styles.printout}>
      <p className={styles.typed}>
        <span className={styles.prompt}>{prompt}</span> {line}
      </p>
      {text !== '' && (
        <pre className={classNames(styles.text, isError && styles.error)}>
          <IdText text={text} />
        </pre>
      )}
    </div>
  );
}

function textOf(printouts: readonly Printout[]): string {
  return printouts.map(({ prompt, line, text }) => `${prompt} ${line}\n${text}`).join('\n');
}
