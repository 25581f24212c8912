import { usePreferences } from '#app/preferences/context.ts';
import { themes } from '#app/preferences/preferences.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { shellWords } from '#ui/words/words.ts';
import styles from './ThemeSwitch.module.css';

const icons = { system: 'system', light: 'sun', dark: 'moon' } as const;

/** Light, dark, or what the system says: a native list behind an icon. */
export function ThemeSwitch() {
  const theme = usePreferences((preferences) => preferences.theme);
  const setTheme = usePreferences((preferences) => preferences.setTheme);
  return (
    <span className={styles.switch}>
      <Icon name={icons[theme]} />
      <select
        className={styles.list}
        aria-label={shellWords.theme}
        title={shellWords.theme}
        value={theme}
        onChange={(event) => {
          const chosen = themes.find((candidate) => candidate === event.target.value);
          if (chosen !== undefined) setTheme(chosen);
        }}
      >
        {themes.map((candidate) => (
          <option key={candidate} value={candidate}>
            {shellWords.themes[candidate]}
          </option>
        ))}
      </select>
    </span>
  );
}
