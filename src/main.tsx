import '#ui/styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { ContentLibraryProvider } from '#app/content-library.ts';
import { PreferencesProvider } from '#app/preferences/context.ts';
import { createPreferences } from '#app/preferences/preferences.ts';
import { browserStorage } from '#app/preferences/storage.ts';
import { ProgressProvider } from '#app/progress/context.ts';
import { createProgress } from '#app/progress/progress.ts';
import * as catalogue from '#content/catalogue.ts';
import { ErrorBoundary } from '#ui/kit/ErrorBoundary.tsx';
import { App } from '#ui/shell/App.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root');

const storage = browserStorage();

createRoot(root).render(
  <StrictMode>
    <PreferencesProvider value={createPreferences(storage)}>
      <ProgressProvider value={createProgress(storage)}>
        <ErrorBoundary>
          <ContentLibraryProvider value={catalogue}>
            <BrowserRouter>
              <App />
            </BrowserRouter>
          </ContentLibraryProvider>
        </ErrorBoundary>
      </ProgressProvider>
    </PreferencesProvider>
  </StrictMode>,
);
