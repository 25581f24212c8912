import { useId, useState } from 'react';
import type { KeyboardEvent, Ref, SubmitEvent } from 'react';
import { completions } from '#app/sandbox/terminal.ts';
import { useWorldStore } from '#app/world/WorldProvider.tsx';
import { useAnnounce } from '#ui/kit/announce.ts';
import { terminalWords as words } from '#words/sandbox/terminal.ts';
import { completed } from './completed.ts';
import styles from './Terminal.module.css';

interface CommandLineProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly prompt: string;
  readonly onRun: (line: string) => void;
  readonly onClear: () => void;
  /** Escape on an empty line. */
  readonly onLeave?: () => void;
}

/** The line that is being typed, with its history and its completions. */
export function CommandLine({ ref, prompt, onRun, onClear, onLeave }: CommandLineProps) {
  const id = useId();
  const store = useWorldStore();
  const announce = useAnnounce();
  const [line, setLine] = useState('');
  const [history, setHistory] = useState<readonly string[]>([]);
  const [back, setBack] = useState(0);
  const [offers, setOffers] = useState<readonly string[]>([]);

  function type(text: string): void {
    setLine(text);
    setOffers([]);
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = line.trim();
    type('');
    setBack(0);
    if (text === '') return;
    setHistory([...history.filter((each) => each !== text), text]);
    onRun(text);
  }

  function recall(steps: number): void {
    const to = Math.min(Math.max(back + steps, 0), history.length);
    setBack(to);
    type(to === 0 ? '' : (history.at(-to) ?? ''));
  }

  function complete(): void {
    const found = completions(store.getState().world, line);
    setLine(completed(line, found));
    setOffers(found.length > 1 ? found.slice(0, 40) : []);
    if (found.length > 1) announce(found.join(', '));
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const { key, ctrlKey, shiftKey } = event;
    if (key === 'ArrowUp') recall(1);
    else if (key === 'ArrowDown') recall(-1);
    else if (key === 'l' && ctrlKey) onClear();
    else if (key === 'Escape') (line === '' ? onLeave : () => type(''))?.();
    // On an empty line the Tab key goes on to the next control.
    else if (key === 'Tab' && !shiftKey && line.trim() !== '') complete();
    else return;
    event.preventDefault();
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      {offers.length > 0 && <p className={styles.offers}>{offers.join('   ')}</p>}
      <div className={styles.row}>
        <label className={styles.prompt} htmlFor={id}>
          {prompt}
        </label>
        <input
          ref={ref}
          id={id}
          className={styles.line}
          type="text"
          aria-label={words.line}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="send"
          value={line}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
    </form>
  );
}
