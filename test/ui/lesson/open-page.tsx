import * as catalogue from '#content/catalogue.ts';
import { Route, Routes } from '#ui/router/navigation.ts';
import { LessonRoute } from '#ui/routes/LessonRoute.tsx';
import { LessonsRoute } from '#ui/routes/LessonsRoute.tsx';
import { renderPage } from './render.tsx';

/** Opens a page of the course as a learner does who comes by its address. */
export async function openPage(address: string): Promise<void> {
  const routes = (
    <Routes>
      <Route path="/lessons" element={<LessonsRoute />} />
      <Route path="/lessons/:lessonId" element={<LessonRoute />} />
    </Routes>
  );
  await renderPage(routes, catalogue, address);
}
