import { lazy } from 'react';
import { useParams } from '#ui/router/navigation.ts';
import { useLessonLibrary } from '#app/content-library.ts';
import { LessonPage } from '#ui/lesson/page/LessonPage.tsx';

const UnknownLesson = lazy(async () => ({
  default: (await import('#ui/lesson/page/UnknownLesson.tsx')).UnknownLesson,
}));

export function LessonRoute() {
  const { lessonId = '' } = useParams();
  const { hasLesson } = useLessonLibrary();
  return hasLesson(lessonId) ? <LessonPage key={lessonId} id={lessonId} /> : <UnknownLesson id={lessonId} />;
}
