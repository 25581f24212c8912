import { IconButton } from '#ui/kit/IconButton.tsx';
import { lessonWords } from '#ui/words/words.ts';
import { useSections } from './use-sections.ts';
import styles from './PresentBar.module.css';

const words = lessonWords.present;

/** Turns a lesson section by section on a projector, by keys or by these buttons. */
export function PresentBar() {
  const { index, count, turn } = useSections();
  return (
    <nav className={styles.bar} aria-label={words.controls}>
      <IconButton name={words.back} icon="chevronUp" onClick={() => turn(-1)} />
      <span className={styles.place}>{words.place(index + 1, count)}</span>
      <IconButton name={words.next} icon="chevronDown" onClick={() => turn(1)} />
    </nav>
  );
}
