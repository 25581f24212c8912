import { useContentLibrary } from '#app/content-library.ts';
import { paths } from '#app/paths.ts';
import { AppLink } from '#ui/router/AppLink.tsx';
import { flowWords } from '#ui/words/words.ts';
import styles from './UnknownScenario.module.css';

/** An address that names no scenario: what is wrong, and where to go instead. */
export function UnknownScenario({ id }: { readonly id: string }) {
  const { scenarios } = useContentLibrary();
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{flowWords.unknownTitle}</h1>
      <p>{flowWords.unknownText(id)}</p>
      <ul className={styles.list}>
        {scenarios.map((scenario) => (
          <li key={scenario.id}>
            <AppLink to={paths.flow.href({ scenario: scenario.id })}>{scenario.title}</AppLink>
            <p className={styles.summary}>{scenario.summary}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
