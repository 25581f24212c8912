import { paths } from '#app/paths.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';
import { homeWords } from '#ui/words/words.ts';
import styles from './Entries.module.css';

const entries = [
  { href: paths.lessons.href(), icon: 'book', ...homeWords.entries.lessons },
  { href: paths.flow.href(), icon: 'list', ...homeWords.entries.flow },
  { href: paths.lanes.href(), icon: 'graph', ...homeWords.entries.lanes },
  { href: paths.sandbox.href(), icon: 'flask', ...homeWords.entries.sandbox },
  { href: paths.quizzes.href(), icon: 'question', ...homeWords.entries.quiz },
  { href: paths.reference.href(), icon: 'search', ...homeWords.entries.reference },
  { href: paths.ownCode.href(), icon: 'system', ...homeWords.entries.ownCode },
] as const;

/** The other ways in. */
export function Entries() {
  return (
    <section aria-labelledby="other-ways">
      <h2 className={styles.heading} id="other-ways">
        {homeWords.more}
      </h2>
      <ul className={styles.entries}>
        {entries.map(({ href, icon, title, text }) => (
          <li key={href}>
            <AppLink className={styles.entry} to={href}>
              <Icon name={icon} />
              <span className={styles.title}>{title}</span>
              <span className={styles.text}>{text}</span>
            </AppLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
