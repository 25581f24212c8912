import { useLessonLibrary } from '#app/content-library.ts';
import { CoursePage } from '#ui/lesson/page/CoursePage.tsx';

export function LessonsRoute() {
  return <CoursePage lessons={useLessonLibrary().lessons} />;
}
