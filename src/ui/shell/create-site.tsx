import { StrictMode, type ReactNode } from 'react';
import { ContentLibraryProvider, type Library } from '#app/content-library.ts';
import { PreferencesProvider } from '#app/preferences/context.ts';
import { createPreferences } from '#app/preferences/preferences.ts';
import type { SettingsStorage } from '#app/preferences/storage.ts';
import { ProgressProvider } from '#app/progress/context.ts';
import { createProgress } from '#app/progress/progress.ts';
import { SdkProvider, type LoadSdk } from '#app/sdk/context.ts';
import { ErrorBoundary } from '#ui/kit/ErrorBoundary.tsx';
import { App } from './App.tsx';

export interface SiteParts {
  readonly storage: SettingsStorage;
  readonly library: Library;
  readonly loadSdk: LoadSdk;
  /** Puts the app under a router: the browser's, or that of one address. */
  readonly route: (app: ReactNode) => ReactNode;
}

/** The whole page with all that it stands on; the same tree in the browser and in the build, made once by either. */
export function createSite({ storage, library, loadSdk, route }: SiteParts): ReactNode {
  return (
    <StrictMode>
      <PreferencesProvider value={createPreferences(storage)}>
        <ProgressProvider value={createProgress(storage)}>
          <ErrorBoundary>
            <ContentLibraryProvider value={library}>
              <SdkProvider value={loadSdk}>{route(<App />)}</SdkProvider>
            </ContentLibraryProvider>
          </ErrorBoundary>
        </ProgressProvider>
      </PreferencesProvider>
    </StrictMode>
  );
}
