import { useEffect } from 'react';
import { usePreferences } from '#app/preferences/context.ts';

/** Writes the chosen theme on the document, where `tokens.css` reads it; `system` leaves it to the browser. */
export function useAppliedTheme(): void {
  const theme = usePreferences((preferences) => preferences.theme);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
  }, [theme]);
}
