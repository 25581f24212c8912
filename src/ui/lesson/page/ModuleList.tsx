import { useMemo } from 'react';
import { modulesOf, type Module } from '#app/lesson/modules.ts';
import { useProgress } from '#app/progress/context.ts';
import type { Group, LessonSummary } from '#content/types.ts';
import { courseWords as words } from '#words/lesson/course.ts';
import { LessonList } from './LessonList.tsx';
import styles from './ModuleList.module.css';

interface ModuleListProps {
  readonly lessons: readonly LessonSummary[];
  readonly modules: readonly Group[];
  /** The lesson to go on with. */
  readonly current: string | null;
}

/** The course, module by module, each with its length and how far it is read. */
export function ModuleList({ lessons, modules, current }: ModuleListProps) {
  const record = useProgress((progress) => progress.record);
  const parts = useMemo(() => modulesOf(modules, lessons, record), [modules, lessons, record]);
  return parts.map((part) => <ModuleView key={part.id} part={part} current={current} />);
}

function ModuleView({ part, current }: { readonly part: Module; readonly current: string | null }) {
  const { id, title, lessons, minutes, read } = part;
  return (
    <section className={styles.module} aria-labelledby={`module-${id}`}>
      <header className={styles.head}>
        <h2 className={styles.title} id={`module-${id}`}>
          {title}
        </h2>
        <p className={styles.size}>{words.moduleSize(minutes, lessons.length)}</p>
        {read > 0 && <p className={styles.read}>{words.doneOf(read, lessons.length)}</p>}
      </header>
      <LessonList lessons={lessons} current={current} />
    </section>
  );
}
