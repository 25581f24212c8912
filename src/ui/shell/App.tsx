import { useCallback, useEffect } from 'react';
import { useLibrary } from '#app/content-library.ts';
import { Announcer } from '#ui/kit/Announcer.tsx';
import { KitLabelsProvider } from '#ui/kit/labels.ts';
import { SkipLink } from '#ui/kit/SkipLink.tsx';
import { AppRoutes } from '#ui/router/AppRoutes.tsx';
import { useDisplayMode } from '#ui/router/display-mode.ts';
import { PreloadProvider } from '#ui/router/preload.ts';
import { preloadPage } from '#ui/router/routes.ts';
import { kitWords, shellWords } from '#ui/words/words.ts';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { PresentExit } from './PresentExit.tsx';
import { useAppliedTheme } from './applied-theme.ts';
import styles from './App.module.css';

/** The frame around every page: navigation before, one line after, or neither when presenting. */
export function App() {
  const mode = useDisplayMode();
  const library = useLibrary();
  // A failure shows when the link is followed; here nobody waits for it.
  const preload = useCallback((href: string) => void preloadPage(href, library).catch(() => {}), [library]);
  useAppliedTheme();

  useEffect(() => {
    document.documentElement.toggleAttribute('data-present', mode === 'present');
    return () => document.documentElement.removeAttribute('data-present');
  }, [mode]);

  return (
    <KitLabelsProvider value={kitWords}>
      <PreloadProvider value={preload}>
        <Announcer>
          <div className={styles.app}>
            {mode === 'full' && (
              <>
                <SkipLink to="content">{shellWords.skip}</SkipLink>
                <Header />
              </>
            )}
            <main className={styles.main} id="content" tabIndex={-1}>
              <AppRoutes />
            </main>
            {mode === 'full' && <Footer />}
            {mode === 'present' && <PresentExit />}
          </div>
        </Announcer>
      </PreloadProvider>
    </KitLabelsProvider>
  );
}
