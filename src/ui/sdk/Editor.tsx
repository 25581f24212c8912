import { useId, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { classNames } from '#ui/kit/class-names.ts';
import { VisuallyHidden } from '#ui/kit/VisuallyHidden.tsx';
import { sdkWords as words } from '#words/sdk.ts';
import { indented } from './indented.ts';
import styles from './Editor.module.css';

interface EditorProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
  /** The line in which the last run failed; null for none. */
  readonly errorLine: number | null;
}

/** A few lines of JavaScript with their numbers. Tab indents until Escape was pressed. */
export function Editor({ text, onChange, onRun, errorLine }: EditorProps) {
  const id = useId();
  const mayLeave = useRef(false);
  const lines = text.split('\n');

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const key = keyOf(event);
    if (key === 'run' || (key === 'indent' && !mayLeave.current)) event.preventDefault();
    if (key === 'run') onRun();
    if (key === 'indent' && !mayLeave.current) indent(event.currentTarget, onChange);
    // Whatever the editor stands in stays open: Escape is about the Tab key here.
    if (key === 'release') event.stopPropagation();
    if (key !== null) mayLeave.current = key === 'release';
  }

  return (
    <div className={styles.editor}>
      <div className={styles.page}>
        <ol className={styles.numbers} aria-hidden="true">
          {lines.map((_line, index) => (
            <li key={index} className={classNames(styles.number, index + 1 === errorLine && styles.wrong)}>
              {index + 1}
            </li>
          ))}
        </ol>
        <textarea
          className={styles.text}
          aria-label={words.editor}
          aria-describedby={`${id}-hint ${id}-error`}
          aria-invalid={errorLine !== null}
          rows={Math.max(lines.length, 8)}
          wrap="off"
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          autoCorrect="off"
          value={text}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => {
            mayLeave.current = false;
          }}
        />
      </div>
      <VisuallyHidden>
        <span id={`${id}-error`}>{errorLine === null ? '' : words.lineMark(errorLine)}</span>
      </VisuallyHidden>
      <p className={styles.hint} id={`${id}-hint`}>
        {words.editorHint}
      </p>
    </div>
  );
}

type EditorKey = 'run' | 'indent' | 'release' | 'other';

/** What a key means to the editor; null for one that only goes with others. */
function keyOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): EditorKey | null {
  if (key === 'Enter' && (ctrlKey || metaKey)) return 'run';
  if (key === 'Tab') return ctrlKey || metaKey || altKey || shiftKey ? null : 'indent';
  if (key === 'Escape') return 'release';
  return key === 'Shift' ? null : 'other';
}

/** Two blanks at the caret, which stays behind them. */
function indent(area: HTMLTextAreaElement, onChange: (text: string) => void): void {
  const { value, selectionStart, selectionEnd } = area;
  const { text, caret } = indented(value, selectionStart, selectionEnd);
  onChange(text);
  // Once the new text is there.
  queueMicrotask(() => area.setSelectionRange(caret, caret));
}
