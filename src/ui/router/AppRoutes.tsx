import { Suspense } from 'react';
import { Route, Routes } from '#ui/router/navigation.ts';
import { shellWords } from '#ui/words/words.ts';
import { Arrival } from './Arrival.tsx';
import { PageFrame } from './PageFrame.tsx';
import { routes } from './routes.ts';
import styles from './PageFrame.module.css';

/** The page of the present address. While the next one is fetched the present one stays. */
export function AppRoutes() {
  return (
    <Suspense fallback={<p className={styles.waiting}>{shellWords.loading}</p>}>
      <Routes>
        {routes.map(({ path, title, width, Page }) => (
          <Route
            key={path}
            path={path}
            element={
              <PageFrame title={title} width={width}>
                <Page />
              </PageFrame>
            }
          />
        ))}
      </Routes>
      <Arrival />
    </Suspense>
  );
}
