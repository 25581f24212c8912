import { paths } from '#app/paths.ts';
import { AppLink } from '#ui/router/AppLink.tsx';
import styles from './RuleLinks.module.css';

/** Links to rules of the engine, by their numbers. */
export function RuleLinks({ rules }: { readonly rules: readonly string[] }) {
  return (
    <span className={styles.rules}>
      {rules.map((rule) => (
        <AppLink key={rule} className={styles.rule} to={`${paths.referencePage.href('rules')}#${rule}`}>
          {rule}
        </AppLink>
      ))}
    </span>
  );
}
