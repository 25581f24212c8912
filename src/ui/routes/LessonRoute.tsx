import { lazy } from 'react';
import { useParams } from 'react-router';
import { useLessonLibrary } from '#app/content-library.ts';
import { LessonPage } from '#ui/lesson/page/LessonPage.tsx';

const UnknownLesson = lazy(async () => ({
  default: (await import('#ui/lesson/page/UnknownLesson.tsx')).UnknownLesson,
}));

export function LessonRoute() {
  const { lessonId = '' } = useParams();
  const { lessons } = useLessonLibrary();
  if (!lessons.some(({ id }) => id === lessonId)) return <UnknownLesson id={lessonId} lessons={lessons} />;
  return <LessonPage key={lessonId} id={lessonId} lessons={lessons} />;
}
