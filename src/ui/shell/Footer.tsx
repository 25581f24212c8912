import { useOtherLanguages } from '#ui/router/language.ts';
import { shellWords } from '#ui/words/words.ts';
import styles from './Footer.module.css';

export function Footer() {
  return (
    <footer className={styles.footer}>
      <p>{shellWords.footer}</p>
      <LanguageSwitch />
    </footer>
  );
}

/** Leads to the same page in another language, which is a site of its own: plain links. */
function LanguageSwitch() {
  const others = useOtherLanguages();
  return (
    <nav aria-label={shellWords.otherLanguages}>
      {others.map(({ language: { code, name }, href }) => (
        <a key={code} className={styles.language} href={href} hrefLang={code} lang={code}>
          {name}
        </a>
      ))}
    </nav>
  );
}
