import { useCourse } from '#app/content-library.ts';
import { paths } from '#app/paths.ts';
import { useProgress } from '#app/progress/context.ts';
import { Home } from '#ui/home/Home.tsx';

/** The first page: it offers the first lesson, or the one that was read last. */
export function HomeRoute() {
  const { lessons } = useCourse();
  const lastId = useProgress(({ record }) => record.lastLesson);
  const last = lessons.find(({ id }) => id === lastId) ?? null;
  const first = last ?? lessons[0];
  const start = first === undefined ? paths.lessons.href() : paths.lesson.href(first.id);
  return <Home start={start} lastTitle={last?.title ?? null} />;
}
