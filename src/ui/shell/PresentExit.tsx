import { useEffect } from 'react';
import { useSearchParams } from '#ui/router/navigation.ts';
import { IconButton } from '#ui/kit/IconButton.tsx';
import { shellWords } from '#ui/words/words.ts';
import styles from './PresentExit.module.css';

/** The way back from the projector: a small button in the corner, and Escape. */
export function PresentExit() {
  const [, setParams] = useSearchParams();

  function leave(): void {
    setParams((params) => {
      params.delete('present');
      return params;
    });
  }

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented || escapeIsTaken(event.target)) return;
      leave();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });

  return (
    <div className={styles.exit}>
      <IconButton name={shellWords.leavePresent} icon="close" onClick={leave} />
    </div>
  );
}

// In a dialog Escape closes the dialog; in a field it belongs to the field.
function escapeIsTaken(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}
