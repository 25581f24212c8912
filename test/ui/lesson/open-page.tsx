import { act, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { ContentLibraryProvider } from '#app/content-library.ts';
import { browserStorage } from '#app/preferences/storage.ts';
import { ProgressProvider } from '#app/progress/context.ts';
import { createProgress } from '#app/progress/progress.ts';
import * as catalogue from '#content/catalogue.ts';
import { Announcer } from '#ui/kit/Announcer.tsx';
import { LessonRoute } from '#ui/routes/LessonRoute.tsx';
import { LessonsRoute } from '#ui/routes/LessonsRoute.tsx';

/** Opens a page of the course as a learner does who comes by its address. */
export async function openPage(address: string): Promise<void> {
  // Awaited, because a page that is still being fetched is resumed only within an asynchronous `act`.
  await act(async () => {
    render(
      <ProgressProvider value={createProgress(browserStorage())}>
        <ContentLibraryProvider value={catalogue}>
          <MemoryRouter initialEntries={[address]}>
            <Announcer>
              <Suspense fallback={null}>
                <Routes>
                  <Route path="/lessons" element={<LessonsRoute />} />
                  <Route path="/lessons/:lessonId" element={<LessonRoute />} />
                </Routes>
              </Suspense>
            </Announcer>
          </MemoryRouter>
        </ContentLibraryProvider>
      </ProgressProvider>,
    );
    await Promise.resolve();
  });
  await screen.findByRole('heading', { level: 1 });
}
