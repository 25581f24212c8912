import { shellWords } from '#ui/words/words.ts';
import styles from './Footer.module.css';

export function Footer() {
  return (
    <footer className={styles.footer}>
      <p>{shellWords.footer}</p>
    </footer>
  );
}
