import { useCourse } from '#app/content-library.ts';
import { CoursePage } from '#ui/lesson/page/CoursePage.tsx';

export function LessonsRoute() {
  const { lessons, modules } = useCourse();
  return <CoursePage lessons={lessons} modules={modules} />;
}
