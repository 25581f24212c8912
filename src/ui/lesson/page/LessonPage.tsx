import { lazy, Suspense, useMemo } from 'react';
import { useLesson } from '#app/lesson/load-lesson.ts';
import { sectionsOf } from '#app/lesson/outline.ts';
import { askedIn } from '#app/lesson/still.ts';
import { useDisplayMode } from '#ui/router/display-mode.ts';
import { language } from '#ui/router/language.ts';
import { PageTitle } from '#ui/router/PageTitle.tsx';
import { lessonWords } from '#ui/words/words.ts';
import { AnswerSheet } from '../answers/AnswerSheet.tsx';
import { LessonFoot } from './LessonFoot.tsx';
import { LessonHead } from './LessonHead.tsx';
import { SectionView } from './SectionView.tsx';
import { useReading } from './use-reading.ts';
import styles from './LessonPage.module.css';

const PresentBar = lazy(async () => (await import('../live-parts.ts')).liveParts.presentBar());

/** A lesson from its question to its end. What is read is remembered. */
export function LessonPage({ id }: { readonly id: string }) {
  const lesson = useLesson(id);
  const mode = useDisplayMode();
  const sections = useMemo(() => sectionsOf(lesson), [lesson]);
  const asked = useMemo(() => askedIn(lesson), [lesson]);
  const end = useReading(lesson);
  return (
    <article className={styles.lesson} lang={lesson.language}>
      <PageTitle title={lesson.title} />
      {lesson.language !== undefined && <NotTranslated />}
      <LessonHead lesson={lesson} sections={sections} />
      {sections.map((section, index) => (
        <SectionView key={section.id ?? index} section={section} />
      ))}
      <LessonFoot lesson={lesson} endRef={end} />
      <AnswerSheet asked={asked} />
      {mode === 'present' && (
        <Suspense fallback={null}>
          <PresentBar />
        </Suspense>
      )}
    </article>
  );
}

/** In the language of the page, which is not the lesson's. */
function NotTranslated() {
  return (
    <p className={styles.notice} lang={language.code}>
      {lessonWords.notTranslated}
    </p>
  );
}
