import { act, render, screen } from '@testing-library/react';
import { Suspense, type ReactNode } from 'react';
import { ContentLibraryProvider, type Library } from '#app/content-library.ts';
import { browserStorage } from '#app/preferences/storage.ts';
import { ProgressProvider } from '#app/progress/context.ts';
import { createProgress } from '#app/progress/progress.ts';
import { Announcer } from '#ui/kit/Announcer.tsx';
import { MemoryRouter } from '#ui/router/navigation.ts';

/** Shows a page of the course to a learner, and waits for its heading. */
export async function renderPage(page: ReactNode, library: Library, address = '/'): Promise<void> {
  // Awaited, because a page that is still being fetched is resumed only within an asynchronous `act`.
  await act(async () => {
    render(
      <ProgressProvider value={createProgress(browserStorage())}>
        <ContentLibraryProvider value={library}>
          <MemoryRouter initialEntries={[address]}>
            <Announcer>
              <Suspense fallback={null}>{page}</Suspense>
            </Announcer>
          </MemoryRouter>
        </ContentLibraryProvider>
      </ProgressProvider>,
    );
    await Promise.resolve();
  });
  await screen.findByRole('heading', { level: 1 });
}
