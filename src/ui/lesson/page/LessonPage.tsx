import { lazy, Suspense, useMemo } from 'react';
import { useLesson } from '#app/lesson/load-lesson.ts';
import { sectionsOf } from '#app/lesson/outline.ts';
import type { LessonSummary } from '#content/types.ts';
import { useDisplayMode } from '#ui/router/display-mode.ts';
import { PageTitle } from '#ui/router/PageTitle.tsx';
import { LessonFoot } from './LessonFoot.tsx';
import { LessonHead } from './LessonHead.tsx';
import { SectionView } from './SectionView.tsx';
import { useReading } from './use-reading.ts';
import styles from './LessonPage.module.css';

const PresentBar = lazy(async () => ({ default: (await import('../present/PresentBar.tsx')).PresentBar }));

interface LessonPageProps {
  readonly id: string;
  readonly lessons: readonly LessonSummary[];
}

/** A lesson from its question to its end. What is read is remembered. */
export function LessonPage({ id, lessons }: LessonPageProps) {
  const lesson = useLesson(id);
  const mode = useDisplayMode();
  const sections = useMemo(() => sectionsOf(lesson), [lesson]);
  const end = useReading(lesson);
  const place = lessons.findIndex((each) => each.id === id);
  return (
    <article className={styles.lesson}>
      <PageTitle title={lesson.title} />
      <LessonHead lesson={lesson} place={place} count={lessons.length} sections={sections} />
      {sections.map((section, index) => (
        <SectionView key={section.id ?? index} section={section} />
      ))}
      <LessonFoot lesson={lesson} previous={lessons[place - 1]} next={lessons[place + 1]} endRef={end} />
      {mode === 'present' && (
        <Suspense fallback={null}>
          <PresentBar />
        </Suspense>
      )}
    </article>
  );
}
